/** Shows the secret of a token on demand, to be copied. It disappears after half a minute. */
import { Alert, Button, Code, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Token } from '../queries.ts';
import { shownForSeconds, useSecret } from './use-secret.ts';

interface RevealDialogProps {
  readonly token: Token;
  readonly onClose: () => void;
}

export function RevealDialog({ token, onClose }: RevealDialogProps) {
  const { secret, show, hide, dialog } = useSecret(token.id);
  const reveal = useMutation({ mutationFn: show, gcTime: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the dialog asks for the secret once
  useEffect(() => reveal.mutate(), []);
  return (
    <>
      <Modal opened onClose={onClose} title={`Token of ${token.name}`} size="lg">
        <Stack>
          {reveal.error && <ProblemAlert error={reveal.error} />}
          {secret === undefined ? (
            <>
              <Code block aria-label="Token, hidden">{`${token.prefix}${'•'.repeat(24)}`}</Code>
              <Group justify="space-between">
                <Text size="sm" c="dimmed">
                  Hidden. Each time it is shown, the audit log says so.
                </Text>
                <Button variant="default" onClick={() => reveal.mutate()} loading={reveal.isPending}>
                  Show
                </Button>
              </Group>
            </>
          ) : (
            <>
              <Code block aria-label="Token">
                {secret}
              </Code>
              <TimeLeft />
              <Group justify="flex-end">
                <Button variant="default" onClick={hide}>
                  Hide
                </Button>
                <CopyButton text={secret} label="Copy the token" variant="filled">
                  Copy the token
                </CopyButton>
              </Group>
              <Alert color="gray" p="xs">
                Anyone who has the token can use it. Send it separately from the documentation’s address if you can.
              </Alert>
            </>
          )}
        </Stack>
      </Modal>
      {dialog}
    </>
  );
}

function TimeLeft() {
  const [left, setLeft] = useState(shownForSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return <Progress value={(left / shownForSeconds) * 100} size="xs" aria-label={`Hidden in ${left} seconds`} />;
}
