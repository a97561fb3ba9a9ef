/** The selects as cards, with one search over the options of all of them. */
import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import type { Shape } from '../../api/client.ts';
import { ListTools } from '../../ui/list/list-tools.tsx';
import { NothingFound } from '../../ui/list/nothing-found.tsx';
import { PageGrid } from '../../ui/list/page-grid.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { AnnouncedAdditions } from '../announced/announced-marks.tsx';
import { useAnnounced } from '../announced/use-announced.ts';
import { markedIn, optionPlan } from '../order/option-plan.ts';
import { OrderOff } from '../order/order-off.tsx';
import { SelectCard } from './select-card.tsx';

type Select = Shape<'Select'>;

interface SelectListProps {
  readonly slug: string;
  readonly selects: readonly Select[];
  /** The fields of the campaign. */
  readonly fields: readonly Shape<'Field'>[];
}

const noun = { one: 'option', many: 'options' };
const keyOf = ({ key }: Select) => key;

export function SelectList({ slug, selects, fields }: SelectListProps) {
  const options = useMemo(
    () => selects.flatMap((select) => select.options.map((option) => ({ select, option }))),
    [selects],
  );
  const announced = useAnnounced(slug);
  const list = useList(options, optionPlan);
  const optionsOf = ({ key }: Select) =>
    list.shown.filter(({ select }) => select.key === key).map(({ option }) => option);
  const hits = new Set(list.shown.map(({ select }) => select.key));
  const shown = list.isNarrowed ? selects.filter(({ key }) => hits.has(key)) : selects;
  const [marked, value] = markedIn(list.mark);
  return (
    <Stack gap="sm">
      <ListTools list={list} noun={noun} />
      <OrderOff list={list} />
      <AnnouncedAdditions slug={slug} announced={announced.added('select')} />
      {shown.length === 0 ? (
        <NothingFound list={list} one={noun.one} />
      ) : (
        <PageGrid items={shown} keyOf={keyOf} height={520} columns={[1, 2]} label="Selects" mark={marked}>
          {(select) => (
            <SelectCard
              slug={slug}
              select={select}
              announced={announced.of('select', select.key)}
              fields={fields.filter((field) => field.select === select.key)}
              found={list.isWhole ? undefined : optionsOf(select)}
              mark={select.key === marked ? value : undefined}
            />
          )}
        </PageGrid>
      )}
    </Stack>
  );
}
