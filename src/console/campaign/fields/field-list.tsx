/** The fields in their order. They are moved by dragging, or by the menu of each field. */
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { ListTools } from '../../ui/list/list-tools.tsx';
import { NothingFound } from '../../ui/list/nothing-found.tsx';
import { PageRows } from '../../ui/list/page-rows.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { Sortable, shift } from '../../ui/sortable.tsx';
import { AnnouncedAdditions } from '../announced/announced-marks.tsx';
import { useAnnounced } from '../announced/use-announced.ts';
import { fieldPlan } from '../order/field-plan.ts';
import type { Place } from '../order/move-items.tsx';
import { OrderOff } from '../order/order-off.tsx';
import { PositionDialog } from '../order/position-dialog.tsx';
import { fieldsQuery } from '../queries.ts';
import { inOrder, useOrder } from '../use-order.ts';
import { FieldRow } from './field-row.tsx';

type Field = Shape<'Field'>;

interface FieldListProps {
  readonly slug: string;
  readonly fields: readonly Field[];
  readonly edit: (field: Field) => void;
  readonly remove: (field: Field) => void;
}

const noun = { one: 'field', many: 'fields' };
const keyOf = ({ key }: Field) => key;

export function FieldList({ slug, fields, edit, remove }: FieldListProps) {
  const [placing, setPlacing] = useState<Field>();
  const { shown, put } = useOrder({
    slug,
    names: fields.map(keyOf),
    list: fieldsQuery(slug),
    scope: 'fields',
    save: (keys, from) =>
      ask(api.PUT('/campaigns/{slug}/fields/order', { params: { path: { slug }, ...from }, body: { keys } })),
  });
  const announced = useAnnounced(slug);
  const list = useList(inOrder(shown, fields, keyOf), fieldPlan);
  const placeOf = ({ key }: Field): Place | undefined =>
    list.isWhole ? { at: shown.indexOf(key), count: shown.length, to: (at) => shift(shown, key, at, put) } : undefined;
  const place = placing && placeOf(placing);
  return (
    <Stack gap="sm">
      <ListTools list={list} noun={noun} />
      <OrderOff list={list} />
      <AnnouncedAdditions slug={slug} announced={announced.added('field')} />
      {list.shown.length === 0 ? (
        <NothingFound list={list} one={noun.one} />
      ) : (
        <Sortable ids={shown} nameOf={(key) => fields.find((one) => one.key === key)?.label ?? key} onMove={put}>
          <PageRows items={list.shown} keyOf={keyOf} height={60} mark={list.mark} label="Fields" joined>
            {(field) => (
              <FieldRow
                slug={slug}
                field={field}
                announced={announced.of('field', field.key)}
                place={placeOf(field)}
                ask={() => setPlacing(field)}
                edit={() => edit(field)}
                remove={() => remove(field)}
              />
            )}
          </PageRows>
        </Sortable>
      )}
      {placing && place && <PositionDialog name={placing.label} place={place} onClose={() => setPlacing(undefined)} />}
    </Stack>
  );
}
