/**
 * Asks before changes that are not saved are left: by closing what they stand in, by a link, by the browser's back, or with the
 * tab itself. One question, whichever way it was. While they are being sent, closing waits for the answer: what was sent cannot
 * be discarded any more.
 */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';

export interface LeaveGuard {
  /** Closes, or asks first. */
  readonly leave: () => void;
  /** The question while it is asked, to be rendered beside the form. */
  readonly question: ReactNode;
}

/**
 * `unsaved` and `sending` are asked at the moment somebody leaves; `close` is what leaving comes to, where it is not an address
 * of its own.
 */
export function useLeaveGuard(unsaved: () => boolean, close: () => void, sending: () => boolean): LeaveGuard {
  const [asking, setAsking] = useState(false);
  // Asked once: closing may itself be a change of the address.
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
      // The key that closes the question is heard by what is below it, too.
      else if (!isAsked) setAsking(true);
    },
    // Only then: one that waits in the page would be closed by the very key that led to it.
    question: isAsked && <Question sent={sending()} stay={stay} discard={discard} />,
  };
}

interface QuestionProps {
  /** Whether it is under way to the server: leaving does not stop it. */
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
