/** The fields in their order, which is changed by dragging, or by the arrows for whoever does not use a mouse. */
import { Card } from '@mantine/core';
import { api, ask, type Shape } from '../api/client.ts';
import { Sortable, shift } from '../ui/sortable.tsx';
import { FieldRow } from './field-row.tsx';
import { fieldsQuery } from './queries.ts';
import { inOrder, useOrder } from './use-order.ts';

interface FieldListProps {
  readonly slug: string;
  readonly fields: readonly Shape<'Field'>[];
  readonly edit: (field: Shape<'Field'>) => void;
  readonly remove: (field: Shape<'Field'>) => void;
}

export function FieldList({ slug, fields, edit, remove }: FieldListProps) {
  const { shown, put } = useOrder({
    slug,
    names: fields.map(({ key }) => key),
    list: fieldsQuery(slug),
    scope: 'fields',
    save: (keys, from) =>
      ask(api.PUT('/campaigns/{slug}/fields/order', { params: { path: { slug }, ...from }, body: { keys } })),
  });
  return (
    <Card withBorder padding={0}>
      <Sortable ids={shown} nameOf={(key) => fields.find((one) => one.key === key)?.label ?? key} onMove={put}>
        {inOrder(shown, fields, ({ key }) => key).map((field, i) => (
          <FieldRow
            key={field.key}
            field={field}
            first={i === 0}
            last={i === shown.length - 1}
            move={(by) => shift(shown, field.key, i + by, put)}
            edit={() => edit(field)}
            remove={() => remove(field)}
          />
        ))}
      </Sortable>
    </Card>
  );
}
