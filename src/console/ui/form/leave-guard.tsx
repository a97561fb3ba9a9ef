/**
 * Asks before unsaved changes are left: by closing the form, by a link, by the browser's back button, or by closing the
 * tab. All ways show one question. While changes are being sent, closing waits for the answer, because they can no longer
 * be discarded.
 */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';

export interface LeaveGuard {
  /** Closes, or asks first. */
  readonly leave: () => void;
  /** The question while it is asked. Render it beside the form. */
  readonly question: ReactNode;
}

/** `unsaved` and `sending` are called when somebody leaves. `close` runs if leaving does not go to another address. */
export function useLeaveGuard(unsaved: () => boolean, close: () => void, sending: () => boolean): LeaveGuard {
  const [asking, setAsking] = useState(false);
  // Asked only once, because closing may itself change the address.
  const discarded = useRef(false);
  const holds = () => !discarded.current && (sending() || unsaved());
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: holds,
    enableBeforeUnload: holds,
    withResolver: true,
  });
  const isAsked = asking || status === 'blocked';
  const stay = () => (asking ? setAsking(false) : reset?.());
  const discard = () => {
    discarded.current = true;
    if (asking) close();
    else proceed?.();
  };
  return {
    leave: () => {
      if (sending()) return;
      if (!holds()) close();
      // The key that closes the question also reaches the elements below it.
      else if (!isAsked) setAsking(true);
    },
    // Rendered only now: a dialog that waits in the page would be closed by the key that led to it.
    question: isAsked && <Question sent={sending()} stay={stay} discard={discard} />,
  };
}

interface QuestionProps {
  /** Whether the changes are being sent. Leaving does not stop that. */
  readonly sent: boolean;
  readonly stay: () => void;
  readonly discard: () => void;
}

function Question({ sent, stay, discard }: QuestionProps) {
  return (
    <Modal
      opened
      onClose={stay}
      title={sent ? 'Leave before your changes are saved?' : 'Discard changes?'}
      zIndex={300}
    >
      <Text size="sm">
        {sent ? 'Your changes are being sent. Leaving this page does not stop that.' : 'Your changes are not saved.'}
      </Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={stay} data-autofocus>
          {sent ? 'Wait' : 'Keep editing'}
        </Button>
        <Button color="red" onClick={discard}>
          {sent ? 'Leave' : 'Discard'}
        </Button>
      </Group>
    </Modal>
  );
}
