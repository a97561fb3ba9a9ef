/**
 * The statuses by category, each category in its order. All statuses share one order, and a move skips those of other
 * categories.
 */
import { Card, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import { ListTools } from '../../ui/list/list-tools.tsx';
import { NothingFound } from '../../ui/list/nothing-found.tsx';
import { PageRows } from '../../ui/list/page-rows.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { shift } from '../../ui/sortable.tsx';
import { showFailure, showToast } from '../../ui/toast.ts';
import { AnnouncedAdditions } from '../announced/announced-marks.tsx';
import { useAnnounced } from '../announced/use-announced.ts';
import type { Place } from '../order/move-items.tsx';
import { OrderOff } from '../order/order-off.tsx';
import { PositionDialog } from '../order/position-dialog.tsx';
import { categories, statusPlan } from '../order/status-plan.ts';
import { statusesQuery, useCampaignChanged } from '../queries.ts';
import { inOrder, useOrder } from '../use-order.ts';
import { StatusRow } from './status-row.tsx';

type Status = Shape<'Status'>;

const noun = { one: 'status', many: 'statuses' };
const keyOf = ({ key }: Status) => key;

interface StatusBoardProps {
  readonly slug: string;
  readonly statuses: readonly Status[];
  readonly edit: (status: Status) => void;
  readonly remove: (status: Status) => void;
}

export function StatusBoard({ slug, statuses, edit, remove }: StatusBoardProps) {
  const [placing, setPlacing] = useState<Status>();
  const changed = useCampaignChanged(slug);
  const order = useOrder({
    slug,
    names: statuses.map(keyOf),
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
    onSuccess: ({ label }) => showToast(`New leads get the status “${label}”.`),
    onError: (error) => showFailure(messageOf(error)),
    onSettled: changed,
  });
  const announced = useAnnounced(slug);
  const list = useList(inOrder(order.shown, statuses, keyOf), statusPlan);
  const placeOf = ({ key, category }: Status): Place | undefined => {
    if (!list.isWhole) return undefined;
    const own = list.shown.filter((status) => status.category === category).map(keyOf);
    return { at: own.indexOf(key), count: own.length, to: (at) => shift(own, key, at, order.put) };
  };
  const place = placing && placeOf(placing);
  const columns = categories.filter(({ category }) => list.state === undefined || list.state === category);
  return (
    <Stack gap="sm">
      <ListTools list={list} noun={noun} />
      <OrderOff list={list} />
      <AnnouncedAdditions slug={slug} announced={announced.added('status')} />
      {list.shown.length === 0 && <NothingFound list={list} one={noun.one} />}
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md" hidden={list.shown.length === 0}>
        {columns.map(({ category, title, meaning }) => {
          const own = list.shown.filter((status) => status.category === category);
          return (
            <Card key={category} withBorder padding="lg" component="section" aria-label={title}>
              <Text fw={600} component="h2" size="md">
                {title}
              </Text>
              <Text size="xs" c="dimmed" mb="sm">
                {meaning}
              </Text>
              <PageRows items={own} keyOf={keyOf} height={54} mark={list.mark} label={`${title} statuses`}>
                {(status) => (
                  <StatusRow
                    slug={slug}
                    status={status}
                    announced={announced.of('status', status.key)}
                    edit={() => edit(status)}
                    makeDefault={() => makeDefault.mutate(status)}
                    remove={() => remove(status)}
                    place={placeOf(status)}
                    ask={() => setPlacing(status)}
                  />
                )}
              </PageRows>
              {own.length === 0 && (
                <Text size="sm" c="dimmed">
                  {list.isNarrowed ? 'No match.' : 'No status means this yet.'}
                </Text>
              )}
            </Card>
          );
        })}
      </SimpleGrid>
      {placing && place && <PositionDialog name={placing.label} place={place} onClose={() => setPlacing(undefined)} />}
    </Stack>
  );
}
