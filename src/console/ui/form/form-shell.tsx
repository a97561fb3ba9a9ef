/**
 * The frame of every form: progress of the request, the server's refusal, the buttons, and the guard of unsaved changes.
 * After a refusal, the first wrong input gets the focus.
 */
import { Alert, Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import classes from './form-shell.module.css';
import type { LeaveGuard } from './leave-guard.tsx';

export interface FormShellProps {
  /** The request that saves. */
  readonly request: { readonly isPending: boolean; readonly error: unknown };
  /** The refusal that belongs to no input. */
  readonly refusal: ReactNode;
  readonly guard: LeaveGuard;
  readonly send: (event: FormEvent<HTMLFormElement>) => void;
  readonly action: string;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
  /** Replaces the button that leaves. */
  readonly beside?: ReactNode;
  /** Wraps the button that sends, for example to give the reason why it is disabled. */
  readonly around?: (button: ReactElement<{ disabled?: boolean }>) => ReactNode;
  /** Hidden while something else takes its place. */
  readonly hidden?: boolean;
  readonly children: ReactNode;
}

/** Puts the focus on the first input that shows an error. */
export const focusWrong = (form: HTMLElement | null) =>
  form?.querySelector<HTMLElement>(':is(input, textarea, button)[aria-invalid="true"]')?.focus();

export function FormShell(props: FormShellProps) {
  const { request, refusal, guard, send, action, disabled, danger, hidden = false, children } = props;
  const { around = (button) => button, beside = <Cancel leave={guard.leave} waits={request.isPending} /> } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (request.error) focusWrong(form.current);
  }, [request.error]);
  return (
    <>
      {guard.question}
      <form
        ref={form}
        noValidate
        hidden={hidden}
        onSubmit={(event) => {
          event.preventDefault();
          send(event);
        }}
      >
        <Stack gap="md">
          {refusal && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          {children}
          <Group justify="flex-end" gap="xs" className={classes.docked}>
            {beside}
            {around(
              <Button type="submit" loading={request.isPending} disabled={disabled} color={danger ? 'red' : undefined}>
                {action}
              </Button>,
            )}
          </Group>
        </Stack>
      </form>
    </>
  );
}

function Cancel({ leave, waits }: { readonly leave: () => void; readonly waits: boolean }) {
  return (
    <Button variant="default" onClick={leave} disabled={waits}>
      Cancel
    </Button>
  );
}
