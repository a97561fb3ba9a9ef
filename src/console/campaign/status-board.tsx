/** The statuses by what they mean, each category in its order. The order is one of all statuses: a move passes the others by. */
import { Card, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, ask, type Shape } from '../api/client.ts';
import { messageOf } from '../api/problem.ts';
import { failed, told } from '../ui/told.ts';
import { statusesQuery, useCampaignChanged } from './queries.ts';
import classes from './status-board.module.css';
import { StatusRow } from './status-row.tsx';
import { inOrder, useOrder } from './use-order.ts';

type Status = Shape<'Status'>;

const categories = [
  { category: 'open', title: 'Open', meaning: 'Still being worked on.' },
  { category: 'won', title: 'Won', meaning: 'It came to a deal.' },
  { category: 'lost', title: 'Lost', meaning: 'Nothing will come of it.' },
] as const;

interface StatusBoardProps {
  readonly slug: string;
  readonly statuses: readonly Status[];
  readonly edit: (status: Status) => void;
  readonly remove: (status: Status) => void;
}

export function StatusBoard({ slug, statuses, edit, remove }: StatusBoardProps) {
  const changed = useCampaignChanged(slug);
  const order = useOrder({
    slug,
    names: statuses.map(({ key }) => key),
    list: statusesQuery(slug),
    scope: 'statuses',
    save: (keys, from) =>
      ask(api.PUT('/campaigns/{slug}/statuses/order', { params: { path: { slug }, ...from }, body: { keys } })),
  });
  const makeDefault = useMutation({
    mutationFn: ({ key }: Status) =>
      ask(
        api.PATCH('/campaigns/{slug}/statuses/{key}', {
          params: { path: { slug, key } },
          body: { is_default: true },
        }),
      ),
    onSuccess: ({ label }) => told(`New leads get the status “${label}”.`),
    onError: (error) => failed(messageOf(error)),
    onSettled: changed,
  });
  const shown = inOrder(order.shown, statuses, ({ key }) => key);
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
      {categories.map(({ category, title, meaning }) => {
        const own = shown.filter((status) => status.category === category);
        return (
          <Card key={category} withBorder padding="lg" component="section" aria-label={title}>
            <Text fw={600} component="h2" size="md">
              {title}
            </Text>
            <Text size="xs" c="dimmed" mb="sm">
              {meaning}
            </Text>
            <Stack gap="xs" component="ul" className={classes.list}>
              {own.map((status, i) => (
                <StatusRow
                  key={status.key}
                  status={status}
                  edit={() => edit(status)}
                  makeDefault={() => makeDefault.mutate(status)}
                  remove={() => remove(status)}
                  up={order.exchange(status.key, own[i - 1]?.key)}
                  down={order.exchange(status.key, own[i + 1]?.key)}
                />
              ))}
              {own.length === 0 && (
                <Text size="sm" c="dimmed" component="li">
                  No status means this yet.
                </Text>
              )}
            </Stack>
          </Card>
        );
      })}
    </SimpleGrid>
  );
}
