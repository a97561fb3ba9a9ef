/**
 * The confirmation for everything that cannot be undone. It names the consequence, may ask for a word to be typed, and
 * sends the request. If the request fails, the dialog stays open with the problem.
 */
import { Button, Group, Modal, type ModalProps, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ProblemAlert } from '../problem-alert.tsx';
import classes from './form-shell.module.css';

interface ConfirmDialogProps<Result> {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly action: string;
  /** A word to type before the button works. */
  readonly word?: string;
  readonly danger?: boolean;
  readonly confirm: () => Promise<Result>;
  /** Called after the request succeeded. The dialog closes by itself unless this returns `false`. */
  readonly done?: (result: Result) => unknown;
  /** True while the consequence is not known yet, so that it cannot be confirmed. */
  readonly waits?: boolean;
  /** True if there is nothing (more) to confirm. The dialog can only be closed. */
  readonly nothing?: boolean;
  readonly size?: ModalProps['size'];
  /** The consequence. */
  readonly children: ReactNode;
}

export function ConfirmDialog<Result>(props: ConfirmDialogProps<Result>) {
  const { title, opened, onClose, action, word, danger = true, confirm, done, children } = props;
  const { waits = false, nothing = false, size = 'md' } = props;
  const [typed, setTyped] = useState('');
  const request = useMutation({ mutationFn: confirm });
  /** A request that was sent cannot be cancelled, so closing waits for the answer. */
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
        if (done?.(result) !== false) close();
      },
    });
  const ready = !waits && !nothing && (word === undefined || typed === word);
  return (
    <Modal title={title} opened={opened} onClose={leave} size={size}>
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
              {nothing ? 'Close' : 'Cancel'}
            </Button>
            {!nothing && (
              <Button type="submit" color={danger ? 'red' : undefined} disabled={!ready} loading={request.isPending}>
                {action}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
