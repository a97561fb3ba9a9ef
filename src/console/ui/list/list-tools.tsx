/**
 * The tools above a list: search, state, order, and the number of entries shown. Screen readers hear the number when it
 * changes.
 */
import { ActionIcon, Select, Text, Tooltip } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './list-tools.module.css';
import { SearchInput } from './search-input.tsx';
import type { List } from './use-list.ts';

/** The noun for an entry, and for several. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

interface ListToolsProps<Item> {
  readonly list: List<Item>;
  readonly noun: Noun;
  /** Whether the list has column titles that sort it. */
  readonly hasTitles?: boolean;
  /** The numbers to show, if entries are shown in groups. */
  readonly counts?: { readonly shown: number; readonly all: number };
  readonly children?: ReactNode;
}

export function ListTools<Item>({ list, noun, hasTitles = false, counts, children }: ListToolsProps<Item>) {
  const { plan, text, type, state, setState, sorted, sort, isNarrowed } = list;
  const { states, orders, any = 'Any state' } = plan;
  const { shown, all } = counts ?? { shown: list.shown.length, all: list.all.length };
  const [first] = Object.keys(orders);
  const chosen = sorted.name !== first;
  const direction = sorted.reversed ? 'Reverse order: on' : 'Reverse order: off';
  return (
    <search className={classes.tools} aria-label={`Find ${noun.many}`}>
      <SearchInput many={noun.many} text={text} type={type} />
      {states && (
        <Select
          className={classes.choice}
          aria-label="State"
          placeholder={any}
          data={Object.entries(states).map(([value, { label }]) => ({ value, label }))}
          value={state ?? null}
          onChange={(next) => setState(next ?? undefined)}
          clearable
          clearButtonProps={{ 'aria-label': any }}
        />
      )}
      {!hasTitles && Object.keys(orders).length > 1 && (
        <div className={classes.order}>
          <Select
            className={classes.choice}
            aria-label="Order"
            data={Object.entries(orders).map(([value, { label }]) => ({ value, label }))}
            value={sorted.name}
            onChange={(next) => sort(next === null || next === first ? undefined : { name: next, reversed: false })}
            allowDeselect={false}
          />
          {chosen && (
            <Tooltip label="Reverse the order">
              <ActionIcon
                variant="default"
                size={36}
                aria-label={direction}
                onClick={() => sort({ ...sorted, reversed: !sorted.reversed })}
              >
                {sorted.reversed ? <IconSortDescending size={16} /> : <IconSortAscending size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      )}
      {children}
      <Text size="sm" c="dimmed" className={classes.count} role="status">
        {isNarrowed ? `${shown.toLocaleString('en')} of ${countOf(all, noun)}` : countOf(all, noun)}
      </Text>
    </search>
  );
}

const countOf = (count: number, { one, many }: Noun) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
