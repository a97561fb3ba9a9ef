/**
 * One confirmation for everything that cannot be undone: it names the consequence, may ask for a word to be typed, takes the
 * request itself, and stays open with the problem when that fails.
 */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import classes from './form-shell.module.css';
import { ProblemAlert } from './problem-alert.tsx';

interface ConfirmDialogProps<Result> {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly action: string;
  /** A word to type before the button works. */
  readonly word?: string;
  readonly danger?: boolean;
  readonly confirm: () => Promise<Result>;
  readonly done?: (result: Result) => void;
  /** Until it is known what happens, there is nothing to confirm. */
  readonly waits?: boolean;
  /** What happens. */
  readonly children: ReactNode;
}

export function ConfirmDialog<Result>(props: ConfirmDialogProps<Result>) {
  const { title, opened, onClose, action, word, danger = true, confirm, done, waits = false, children } = props;
  const [typed, setTyped] = useState('');
  const request = useMutation({ mutationFn: confirm });
  /** What was sent is not given up any more: closing waits for the answer. */
  const leave = () => {
    if (!request.isPending) close();
  };
  const close = () => {
    setTyped('');
    request.reset();
    onClose();
  };
  const send = () =>
    request.mutate(undefined, {
      onSuccess: (result) => {
        close();
        done?.(result);
      },
    });
  const ready = !waits && (word === undefined || typed === word);
  return (
    <Modal title={title} opened={opened} onClose={leave}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) send();
        }}
      >
        <Stack gap="md">
          {children}
          {word !== undefined && (
            <TextInput
              label={`Type “${word}” to confirm`}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {request.error && <ProblemAlert error={request.error} title={`Failed: ${action}`} />}
          <Group justify="flex-end" gap="xs" className={classes.docked}>
            <Button variant="default" onClick={leave} disabled={request.isPending}>
              Cancel
            </Button>
            <Button type="submit" color={danger ? 'red' : undefined} disabled={!ready} loading={request.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
