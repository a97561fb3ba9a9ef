/** The member's sessions, and a button that ends each. */
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { messageOf } from '../api/problem.ts';
import { Ago } from '../session/time.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { showFailure, showToast } from '../ui/toast.ts';
import { sessionsQuery } from './queries.ts';

export function SessionsCard() {
  const sessions = useQuery(sessionsQuery);
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      id === undefined ? ask(api.DELETE('/sessions')) : ask(api.DELETE('/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      showToast('Session ended.');
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: (error) => showFailure(messageOf(error)),
  });
  return (
    <Card withBorder padding="lg" component="section" aria-label="Sessions">
      <Group justify="space-between" mb="sm">
        <Text fw={600} component="h2" size="md">
          Sessions
        </Text>
        {(sessions.data?.length ?? 0) > 1 && (
          <Button size="xs" variant="default" onClick={() => end.mutate(undefined)}>
            Sign out everywhere else
          </Button>
        )}
      </Group>
      <Loaded query={sessions} rows={2}>
        {(all) => (
          <Stack gap="sm">
            {all.map((session) => (
              <Group key={session.id} justify="space-between" wrap="nowrap">
                <div>
                  <Text size="sm">
                    {browserOf(session.user_agent)}{' '}
                    {session.current && (
                      <Badge size="sm" variant="default" tt="none">
                        This session
                      </Badge>
                    )}
                  </Text>
                  <Text size="xs" c="dimmed">
                    Signed in <Ago at={session.created_at} />, last seen <Ago at={session.last_seen_at} />
                  </Text>
                </div>
                {!session.current && (
                  <Button size="xs" variant="subtle" color="red" flex="none" onClick={() => end.mutate(session.id)}>
                    Sign out
                  </Button>
                )}
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

/** "Firefox on Linux", read from the `User-Agent` header. The browser can send anything there, so it proves nothing. */
export function browserOf(userAgent: string | null): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)[/ ]/.exec(userAgent ?? '')?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent ?? '')?.[1];
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS' };
  if (!browser) return userAgent?.slice(0, 60) || 'Unknown program';
  return `${names[browser] ?? browser}${system ? ` on ${names[system] ?? system}` : ''}`;
}
