/**
 * The shell of every form in a dialog or a drawer: it shows that a request is under way and what the server refuses, each thing
 * at its input, and asks before changes are thrown away.
 */
import { Alert, Button, Drawer, Group, Modal, type ModalProps, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { serverErrors } from './server-errors.ts';

interface FormDialogProps<Values, Result> {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly form: UseFormReturnType<Values>;
  /** The request; what it throws is shown in the form. */
  readonly submit: (values: Values) => Promise<Result>;
  /** After it succeeded. The dialog closes by itself unless this returns `false`. */
  readonly done?: (result: Result) => unknown;
  readonly action: string;
  readonly size?: ModalProps['size'];
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Beside the page, for what needs room, in place of over it. */
  readonly drawer?: boolean;
  /** What stands around the button that sends, such as the reason why it is disabled. */
  readonly around?: (button: ReactElement<{ disabled?: boolean }>) => ReactNode;
  /** Whether the form shows in its own place why it was refused. */
  readonly shows?: (error: unknown) => boolean;
  readonly children: ReactNode;
}

export function FormDialog<Values extends Record<string, unknown>, Result>(props: FormDialogProps<Values, Result>) {
  const { title, opened, onClose, form, submit, done, action, size = 'md', disabled, danger, children } = props;
  const { drawer = false, around = (button) => button, shows } = props;
  const [refusal, setRefusal] = useState<string>();
  const [leaving, setLeaving] = useState(false);
  const request = useMutation({ mutationFn: submit });
  const close = () => {
    setRefusal(undefined);
    setLeaving(false);
    onClose();
  };
  const send = form.onSubmit((values) =>
    request.mutate(values, {
      onSuccess: (result) => {
        if (done?.(result) !== false) close();
      },
      onError: (error) => {
        const { fields, rest } = serverErrors(
          error,
          (path) => path in form.getValues() || form.getInputNode(path) !== null,
        );
        form.setErrors(fields);
        setRefusal(shows?.(error) ? undefined : rest);
      },
      onSettled: () => setLeaving(false),
    }),
  );
  const leave = () => (form.isDirty() && !request.isSuccess && !leaving ? setLeaving(true) : close());
  const frame = { title, opened, onClose: leave, size, closeOnClickOutside: !form.isDirty() };
  const content = (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        {refusal && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        {children}
        <Group justify="flex-end" gap="xs">
          {leaving && (
            <Alert color="yellow" p="xs" flex={1} role="alert">
              Throw the changes away?
            </Alert>
          )}
          <Button variant="default" onClick={leave}>
            {leaving ? 'Throw away' : 'Cancel'}
          </Button>
          {around(
            <Button type="submit" loading={request.isPending} disabled={disabled} color={danger ? 'red' : undefined}>
              {action}
            </Button>,
          )}
        </Group>
      </Stack>
    </form>
  );
  return drawer ? (
    <Drawer {...frame} position="right">
      {content}
    </Drawer>
  ) : (
    <Modal {...frame}>{content}</Modal>
  );
}
