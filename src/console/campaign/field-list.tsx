/** The fields in their order, which is changed by dragging, or by the arrows for whoever does not use a mouse. */
import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Card } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { failed } from '../ui/told.ts';
import { FieldRow } from './field-row.tsx';
import { fieldsQuery, useCampaignChanged, useMadeFrom } from './queries.ts';
import { orderRefused } from './stale.ts';

interface FieldListProps {
  readonly slug: string;
  readonly fields: readonly Shape<'Field'>[];
  readonly edit: (field: Shape<'Field'>) => void;
  readonly remove: (field: Shape<'Field'>) => void;
}

export function FieldList({ slug, fields, edit, remove }: FieldListProps) {
  const changed = useCampaignChanged(slug);
  const madeFrom = useMadeFrom(fieldsQuery(slug));
  const [moved, setMoved] = useState<readonly string[]>();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const order = useMutation({
    mutationFn: (keys: string[]) =>
      ask(api.PUT('/campaigns/{slug}/fields/order', { params: { path: { slug }, ...madeFrom() }, body: { keys } })),
    scope: { id: `fields of ${slug}` },
    onMutate: setMoved,
    onError: (error) => failed(orderRefused(error)),
    onSettled: async () => {
      await changed();
      setMoved(undefined);
    },
  });
  const keys = moved ?? fields.map(({ key }) => key);
  const shown = keys.flatMap((key) => fields.find((field) => field.key === key) ?? []);
  const move = (from: number, to: number) => {
    if (from >= 0 && to >= 0 && to < keys.length && from !== to) order.mutate(arrayMove([...keys], from, to));
  };
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over) move(keys.indexOf(String(active.id)), keys.indexOf(String(over.id)));
  };
  return (
    <Card withBorder padding={0}>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={dropped}
        accessibility={{ announcements: announcementsOf(fields) }}
      >
        <SortableContext items={[...keys]} strategy={verticalListSortingStrategy}>
          {shown.map((field, i) => (
            <FieldRow
              key={field.key}
              field={field}
              first={i === 0}
              last={i === shown.length - 1}
              move={(by) => move(i, i + by)}
              edit={() => edit(field)}
              remove={() => remove(field)}
            />
          ))}
        </SortableContext>
      </DndContext>
    </Card>
  );
}

/** For whoever hears the list: names, where the keys would be read out otherwise. */
function announcementsOf(fields: readonly Shape<'Field'>[]): Announcements {
  const name = (id: string | number) => fields.find(({ key }) => key === id)?.label ?? String(id);
  return {
    onDragStart: ({ active }) => `${name(active.id)} is picked up.`,
    onDragOver: ({ active, over }) =>
      over && over.id !== active.id ? `${name(active.id)} is at the place of ${name(over.id)}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `${name(active.id)} is put down at the place of ${name(over.id)}.` : undefined,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
}
