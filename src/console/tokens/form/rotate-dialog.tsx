/** Gives a token a new secret. The old secret ends at once, or after a time in which both are accepted. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { useConfirmed } from '../../session/confirm-password.tsx';
import { Ago } from '../../session/time.tsx';
import { Choice } from '../../ui/form/choice.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Token } from '../queries.ts';
import { useTokensChanged } from '../use-tokens-changed.ts';

interface RotateDialogProps {
  readonly token: Token;
  readonly onClose: () => void;
  /** Called afterwards, to show the new secret. */
  readonly rotated: () => void;
}

const graces = [
  { value: '0', label: 'At once' },
  { value: '900', label: '15 min' },
  { value: '3600', label: '1 h' },
  { value: '21600', label: '6 h' },
  { value: '86400', label: '24 h' },
  { value: '604800', label: '7 days' },
];

export function RotateDialog({ token, onClose, rotated }: RotateDialogProps) {
  // Six choices do not fit in a row on a phone.
  const narrow = useMediaQuery('(max-width: 30em)', false, { getInitialValueInEffect: false });
  const [grace, setGrace] = useState('3600');
  const [run, dialog] = useConfirmed();
  const changed = useTokensChanged(token.campaign ?? undefined);
  // The answer holds the secret, but it is dropped here. The dialog that shows it requests it again.
  const rotate = useMutation({
    mutationFn: async () => {
      await run(() =>
        ask(
          api.POST('/tokens/{id}/rotate', {
            params: { path: { id: token.id } },
            body: { grace_seconds: Number(grace) },
            cache: 'no-store',
          }),
        ),
      );
    },
    onSuccess: () => {
      void changed();
      rotated();
    },
  });
  const close = () => {
    if (!rotate.isPending) onClose();
  };
  return (
    <>
      <Modal opened onClose={close} title={`Rotate the token of ${token.name}`}>
        <Stack>
          <Text size="sm">
            The token gets a new secret and keeps its rights.{' '}
            {token.last_used_at === null ? (
              'Never used.'
            ) : (
              <>
                Last used <Ago at={token.last_used_at} />.
              </>
            )}
          </Text>
          {token.previous_secret && (
            <Alert color="orange" p="xs">
              The secret that was replaced before, {token.previous_secret.prefix}…, ends now. Last used{' '}
              <Ago at={token.previous_secret.last_used_at} />.
            </Alert>
          )}
          <Choice
            label="The current secret ends"
            data={graces}
            value={grace}
            onChange={setGrace}
            fullWidth
            orientation={narrow ? 'vertical' : 'horizontal'}
            meaning={
              grace === '0'
                ? 'Requests with the current secret are refused from now on.'
                : 'Until then both secrets are accepted, so the vendor can switch without a gap.'
            }
          />
          {rotate.error && <ProblemAlert error={rotate.error} title="Token not rotated" />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close} disabled={rotate.isPending}>
              Cancel
            </Button>
            <Button onClick={() => rotate.mutate()} loading={rotate.isPending}>
              Rotate
            </Button>
          </Group>
        </Stack>
      </Modal>
      {dialog}
    </>
  );
}
