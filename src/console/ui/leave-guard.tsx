/** Asks before changes that are not saved are left: by closing, by a link, by the browser's back, or with the tab itself. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

interface LeaveGuardProps {
  /** Asked at the moment somebody leaves. */
  readonly unsaved: () => boolean;
}

export function LeaveGuard({ unsaved }: LeaveGuardProps) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: unsaved,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  // Only then: one that waits in the page would be closed by the very key that led to it.
  if (status !== 'blocked') return null;
  return (
    <Modal opened onClose={reset} title="Throw the changes away?" zIndex={300}>
      <Text size="sm">What you changed here is not saved.</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={reset} data-autofocus>
          Go on editing
        </Button>
        <Button color="red" onClick={proceed}>
          Throw away
        </Button>
      </Group>
    </Modal>
  );
}
