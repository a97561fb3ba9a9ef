/**
 * The title of a column that sorts the list. The first click sorts, the second reverses the order, the third restores the
 * default.
 */
import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './sort-title.module.css';
import type { List } from './use-list.ts';

interface SortTitleProps<Item> {
  readonly list: List<Item>;
  /** Name of one of the list's orders. */
  readonly name: string;
}

export function SortTitle<Item>({ list: { plan, sorted, sort }, name }: SortTitleProps<Item>) {
  const order = plan.orders[name];
  if (!order) return null;
  const isChosen = sorted.name === name;
  const falls = Boolean(order.falls) !== sorted.reversed;
  const next = !isChosen ? { name, reversed: false } : sorted.reversed ? undefined : { name, reversed: true };
  return (
    <Table.Th aria-sort={!isChosen ? 'none' : falls ? 'descending' : 'ascending'} className={classes.title}>
      <UnstyledButton className={classes.button} onClick={() => sort(next)}>
        {order.label}
        {isChosen && (falls ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />)}
      </UnstyledButton>
    </Table.Th>
  );
}
