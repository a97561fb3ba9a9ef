/**
 * A list that is reordered by dragging, with the mouse or the keyboard. Screen readers hear the names of the entries. The
 * page decides what moves where.
 */
import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './sortable.module.css';

interface SortableProps {
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
  /** Called with all ids in their new order. */
  readonly onMove: (ids: string[]) => void;
  readonly children: ReactNode;
}

export function Sortable({ ids, nameOf, onMove, children }: SortableProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => over && shift(ids, String(active.id), ids.indexOf(String(over.id)), onMove)}
      accessibility={{ announcements: announcementsOf((id) => nameOf(String(id))) }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

/** Does nothing if the place does not exist, or the entry is already there. */
export function shift(ids: readonly string[], id: string, to: number, onMove: (ids: string[]) => void): void {
  const from = ids.indexOf(id);
  if (from >= 0 && to >= 0 && to < ids.length && from !== to) onMove(arrayMove([...ids], from, to));
}

function announcementsOf(name: (id: string | number) => string): Announcements {
  return {
    onDragStart: ({ active }) => `${name(active.id)} is picked up.`,
    onDragOver: ({ active, over }) =>
      over && over.id !== active.id ? `${name(active.id)} is at the place of ${name(over.id)}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `${name(active.id)} is put down at the place of ${name(over.id)}.` : undefined,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
}

/** Spread it over the moving element. `handle` is the part to hold. */
export function useSortableItem(id: string, name: string, disabled = false) {
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id, disabled });
  const handle = (
    <ActionIcon
      variant="transparent"
      color="gray"
      className={classes.handle}
      disabled={disabled}
      {...attributes}
      {...listeners}
      aria-label={`Move ${name}`}
    >
      <IconGripVertical size={16} />
    </ActionIcon>
  );
  const item = {
    ref: setNodeRef,
    'data-dragging': isDragging || undefined,
    style: { transform: transform ? `translateY(${transform.y}px)` : undefined, transition: transition ?? undefined },
  };
  return { item, handle };
}
