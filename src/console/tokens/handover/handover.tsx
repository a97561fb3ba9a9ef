/**
 * Everything to send to the vendor: the address of the documentation, the token, a line to try, and a message with all of
 * them. The token is masked on the screen, and whole in what is copied. The last line turns green with the first request.
 */
import { Box, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useSecret } from '../form/use-secret.ts';
import type { Token } from '../queries.ts';
import { curlLine, messageTo, startQuery } from './first-lead.ts';
import { FirstRequest } from './first-request.tsx';
import classes from './handover.module.css';

interface HandoverProps {
  readonly token: Token;
  /** Name of the campaign. */
  readonly campaign: string;
}

export function Handover({ token, campaign }: HandoverProps) {
  const { secret, show, hide, read, dialog } = useSecret(token.id);
  const { data: start } = useQuery(startQuery(token));
  const shown = secret ?? `${token.prefix}${'•'.repeat(16)}`;
  return (
    <Stack gap="md">
      <Text size="sm">{token.summary}</Text>
      <Part title="Documentation URL" copy={<CopyButton text={token.docs_url} label="Copy the documentation URL" />}>
        {token.docs_url}
      </Part>
      <Part
        title="API token"
        copy={
          <>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={secret === undefined ? <IconEye size={14} /> : <IconEyeOff size={14} />}
              onClick={() => (secret === undefined ? void show().catch(() => undefined) : hide())}
            >
              {secret === undefined ? 'Show' : 'Hide'}
            </Button>
            <CopyButton text={read} label="Copy the token" />
          </>
        }
      >
        {shown}
      </Part>
      {start && (
        <Part
          title={start.example === undefined ? 'Read the newest leads' : 'Send a first lead'}
          copy={<CopyButton text={async () => curlLine(start, await read())} label="Copy the curl line" />}
        >
          {curlLine(start, shown)}
        </Part>
      )}
      <Group justify="space-between">
        <FirstRequest token={token} />
        <Box ml="auto">
          <CopyButton
            text={async () => messageTo(token, campaign, start, await read())}
            label="Copy the message"
            variant="filled"
          >
            Copy the whole message
          </CopyButton>
        </Box>
      </Group>
      {dialog}
    </Stack>
  );
}

interface PartProps {
  readonly title: string;
  readonly copy: ReactNode;
  readonly children: string;
}

function Part({ title, copy, children }: PartProps) {
  return (
    <Box>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600} component="h3">
          {title}
        </Text>
        <Group gap={4}>{copy}</Group>
      </Group>
      <Code block className={classes.text} tabIndex={0} aria-label={title} role="region">
        {children}
      </Code>
    </Box>
  );
}
