/** Says that the page may be out of date, because the network is away or a reload failed. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { type Query, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** Data is shown, and the last attempt to read it again failed. */
const isOld = ({ state }: Query) => state.status === 'error' && state.data !== undefined;

export function OutOfDate() {
  const client = useQueryClient();
  const { online } = useNetwork();
  const cache = client.getQueryCache();
  const old = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => cache.findAll({ type: 'active' }).some(isOld),
  );
  if (online && !old) return null;
  return (
    <Alert color="orange" role="status" mb="md" py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {online
            ? 'Something on this page could not be loaded again. It may be out of date.'
            : 'You are offline. This page may be out of date, and nothing can be saved.'}
        </Text>
        {online && (
          <Button size="compact-sm" variant="default" onClick={() => void client.refetchQueries({ type: 'active' })}>
            Reload
          </Button>
        )}
      </Group>
    </Alert>
  );
}
