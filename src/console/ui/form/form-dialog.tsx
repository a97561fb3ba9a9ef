/**
 * A form in a dialog over the page, or in a drawer beside it, with its request. The server's errors are shown at the
 * inputs. Unsaved changes are not closed without a question.
 */
import { Drawer, Modal, type ModalProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormShell, type FormShellProps, focusWrong } from './form-shell.tsx';
import { useLeaveGuard } from './leave-guard.tsx';
import { serverErrors } from './server-errors.ts';

interface FormDialogProps<Values, Result>
  extends Pick<FormShellProps, 'action' | 'around' | 'children' | 'danger' | 'disabled'> {
  readonly title: string;
  readonly onClose: () => void;
  readonly form: UseFormReturnType<Values>;
  /** The request. The form shows what it throws. */
  readonly submit: (values: Values) => Promise<Result>;
  /** Called after the request succeeded. The dialog closes by itself unless this returns `false`. */
  readonly done?: (result: Result) => unknown;
  readonly size?: ModalProps['size'];
  /** Whether the form is a drawer beside the page, for forms that need room. */
  readonly drawer?: boolean;
  /** Whether the form itself shows this error. */
  readonly shows?: (error: unknown) => boolean;
}

export function FormDialog<Values extends Record<string, unknown>, Result>(props: FormDialogProps<Values, Result>) {
  const { title, onClose, form, submit, done, size = 'md', drawer = false, shows, ...shell } = props;
  const [refusal, setRefusal] = useState<string>();
  const saved = useRef(false);
  const request = useMutation({ mutationFn: submit });
  const guard = useLeaveGuard(
    () => form.isDirty() && !saved.current,
    onClose,
    () => request.isPending && !saved.current,
  );
  const sendWhole = (values: Values) => {
    setRefusal(undefined);
    request.mutate(values, {
      onSuccess: (result) => {
        saved.current = true;
        if (done?.(result) !== false) onClose();
      },
      onError: (error) => {
        const { fields, rest } = serverErrors(
          error,
          (path) => path in form.getValues() || form.getInputNode(path) !== null,
        );
        form.setErrors(fields);
        setRefusal(shows?.(error) ? undefined : rest);
      },
    });
  };
  const send = form.onSubmit(sendWhole, (_errors, _values, event) => {
    const sent = event?.currentTarget ?? null;
    // After the errors are rendered.
    requestAnimationFrame(() => focusWrong(sent));
  });
  const frame = { title, opened: true, onClose: guard.leave, size };
  const content = <FormShell {...shell} request={request} refusal={refusal} guard={guard} send={send} />;
  return drawer ? (
    <Drawer {...frame} position="right">
      {content}
    </Drawer>
  ) : (
    <Modal {...frame}>{content}</Modal>
  );
}
