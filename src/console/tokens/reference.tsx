/** The documentation page of a token, within the console, as its holder reads it. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { CopyButton } from '../ui/copy-button.tsx';
import { LongSelect } from '../ui/list/long-select.tsx';
import type { Token } from './queries.ts';
import classes from './reference.module.css';

interface ReferenceProps {
  readonly tokens: readonly Token[];
  /** Id of the token. */
  readonly chosen: string | undefined;
}

export function Reference({ tokens, chosen }: ReferenceProps) {
  const navigate = useNavigate();
  const living = tokens.filter(({ state }) => state !== 'revoked');
  const token = living.find(({ id }) => id === chosen) ?? living[0];
  if (!token) return <Text size="sm">Every token is revoked, so there is no page to show.</Text>;
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="xs">
        <LongSelect
          label="As seen by"
          data={living.map(({ id, name }) => ({ value: id, label: name }))}
          nothingFoundMessage="No token with this name"
          value={token.id}
          onChange={(id) => void navigate({ to: '.', search: { tab: 'reference', ...(id !== null && { token: id }) } })}
          allowDeselect={false}
          w={280}
        />
        <CopyButton text={token.docs_url} label="Copy the documentation URL">
          Copy its URL
        </CopyButton>
        <Button
          component="a"
          href={token.docs_url}
          target="_blank"
          rel="noreferrer"
          variant="subtle"
          rightSection={<IconExternalLink size={15} />}
        >
          Open in a tab
        </Button>
      </Group>
      {/* The path without the host, because the public address may have another host than the console. */}
      <iframe
        className={classes.frame}
        src={new URL(token.docs_url).pathname}
        title={`Documentation for ${token.name}`}
      />
    </Stack>
  );
}
