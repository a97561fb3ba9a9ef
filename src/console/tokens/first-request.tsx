/** Whether the vendor has begun: asks every two seconds while it has not, and turns green when the first request has come. */
import { Group, Loader, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { Ago } from '../session/time.tsx';
import type { Token } from './queries.ts';

export function FirstRequest({ token }: { readonly token: Token }) {
  const { data } = useQuery({
    queryKey: ['first-request', token.id],
    queryFn: ({ signal }) => ask(api.GET('/tokens/{id}', { params: { path: { id: token.id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.last_used_at ? false : 2000),
  });
  const at = data?.last_used_at ?? token.last_used_at;
  return (
    <Group gap="xs" role="status">
      {at === null ? (
        <>
          <Loader size={14} aria-hidden />
          <Text size="sm" c="dimmed">
            Waiting for the first request…
          </Text>
        </>
      ) : (
        <>
          <ThemeIcon size={18} radius="xl" color="teal.9" aria-hidden>
            <IconCheck size={12} />
          </ThemeIcon>
          <Text size="sm" fw={600} c="var(--good)">
            The first request has come: <Ago at={at} />
          </Text>
        </>
      )}
    </Group>
  );
}
