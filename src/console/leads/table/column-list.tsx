/**
 * The columns with checkboxes, shown columns first and in the order of the table. They are moved by dragging or by the
 * arrows.
 */
import { ActionIcon, Checkbox, Group, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Sortable, shift, useSortableItem } from '../../ui/sortable.tsx';
import classes from './column-list.module.css';
import type { Column, Columns } from './columns.ts';

export function ColumnList({ all, shown, toggle, order }: Columns) {
  const ids = shown.map(({ path }) => path);
  return (
    <Stack gap={2} className={classes.list}>
      <Sortable ids={ids} nameOf={(id) => shown.find(({ path }) => path === id)?.label ?? id} onMove={order}>
        {shown.map((column, i) => (
          <Shown
            key={column.path}
            column={column}
            hide={() => toggle(column.path)}
            up={i > 0 ? () => shift(ids, column.path, i - 1, order) : undefined}
            down={i < ids.length - 1 ? () => shift(ids, column.path, i + 1, order) : undefined}
          />
        ))}
      </Sortable>
      {all
        .filter(({ path }) => !ids.includes(path))
        .map(({ path, label }) => (
          <div key={path} className={classes.row} data-hidden>
            <Tick label={label} checked={false} onChange={() => toggle(path)} />
          </div>
        ))}
    </Stack>
  );
}

interface ShownProps {
  readonly column: Column;
  readonly hide: () => void;
  /** Undefined at the end of the list. */
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

function Shown({ column: { path, label }, hide, up, down }: ShownProps) {
  const { item, handle } = useSortableItem(path, label);
  return (
    <div className={classes.row} {...item}>
      {handle}
      <Tick label={label} checked onChange={hide} />
      <Group gap={0} wrap="nowrap">
        <ActionIcon variant="subtle" color="gray" disabled={!up} aria-label={`${label} up`} onClick={up}>
          <IconArrowUp size={15} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" disabled={!down} aria-label={`${label} down`} onClick={down}>
          <IconArrowDown size={15} />
        </ActionIcon>
      </Group>
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}

function Tick({ label, checked, onChange }: TickProps) {
  return (
    <Checkbox size="sm" className={classes.tick} label={<bdi>{label}</bdi>} checked={checked} onChange={onChange} />
  );
}
