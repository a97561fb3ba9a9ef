/**
 * Asks before changes that are not saved are left: by closing what they stand in, by a link, by the browser's back, or with the
 * tab itself. One question, whichever way it was.
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

/** `unsaved` is asked at the moment somebody leaves; `close` is what leaving comes to, where it is not an address of its own. */
export function useLeaveGuard(unsaved: () => boolean, close: () => void): LeaveGuard {
  const [asking, setAsking] = useState(false);
  // Asked once: closing may itself be a change of the address.
  const thrownAway = useRef(false);
  const holds = () => !thrownAway.current && unsaved();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: holds,
    enableBeforeUnload: holds,
    withResolver: true,
  });
  const isAsked = asking || status === 'blocked';
  const stay = () => (asking ? setAsking(false) : reset?.());
  const throwAway = () => {
    thrownAway.current = true;
    if (asking) close();
    else proceed?.();
  };
  return {
    leave: () => {
      if (!holds()) close();
      // The key that closes the question is heard by what is below it, too.
      else if (!isAsked) setAsking(true);
    },
    // Only then: one that waits in the page would be closed by the very key that led to it.
    question: isAsked && <Question stay={stay} throwAway={throwAway} />,
  };
}

function Question({ stay, throwAway }: { readonly stay: () => void; readonly throwAway: () => void }) {
  return (
    <Modal opened onClose={stay} title="Throw the changes away?" zIndex={300}>
      <Text size="sm">What you changed here is not saved.</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={stay} data-autofocus>
          Go on editing
        </Button>
        <Button color="red" onClick={throwAway}>
          Throw away
        </Button>
      </Group>
    </Modal>
  );
}
