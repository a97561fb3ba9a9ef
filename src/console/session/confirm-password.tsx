/**
 * Runs a request that needs a recent sign-in (reveal, rotate). If the server asks for confirmation, the member enters the
 * password in place and the request is sent again. The password exists only in this form.
 */
import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { confirmSession } from './queries.ts';

type Run = <Result>(request: () => Promise<Result>) => Promise<Result>;

/**
 * `[run, dialog]`. The dialog must be rendered. `run` throws what the request throws, and the refusal if the member
 * cancels.
 */
export function useConfirmed(): readonly [run: Run, dialog: ReactNode] {
  const [asking, setAsking] = useState(false);
  const settle = useRef<(confirmed: boolean) => void>(() => undefined);
  const run: Run = async (request) => {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'confirmation_required') throw error;
      setAsking(true);
      const confirmed = await new Promise<boolean>((resolve) => {
        settle.current = resolve;
      });
      setAsking(false);
      if (!confirmed) throw error;
      return request();
    }
  };
  return [run, <PasswordDialog key="confirm" opened={asking} settle={(confirmed) => settle.current(confirmed)} />];
}

function PasswordDialog({
  opened,
  settle,
}: {
  readonly opened: boolean;
  readonly settle: (confirmed: boolean) => void;
}) {
  return (
    <Modal opened={opened} onClose={() => settle(false)} title="Confirm your password" zIndex={400}>
      {opened && <PasswordForm settle={settle} />}
    </Modal>
  );
}

function PasswordForm({ settle }: { readonly settle: (confirmed: boolean) => void }) {
  const [password, setPassword] = useState('');
  const request = useMutation({ mutationFn: confirmSession, onSuccess: () => settle(true), gcTime: 0 });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        request.mutate(password);
      }}
    >
      <Stack>
        <Text size="sm">You signed in more than 15 minutes ago. Enter your password to go on.</Text>
        {request.error && <ProblemAlert error={request.error} title="Not confirmed" />}
        <PasswordInput
          label="Password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          required
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => settle(false)}>
            Cancel
          </Button>
          <Button type="submit" loading={request.isPending}>
            Confirm
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
