/** The filters of the list as chips that can be changed and removed. The address keeps them under the names of the API. */
import { Button, Group, Menu, ScrollArea, Select, UnstyledButton } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDates } from '../../session/time.tsx';
import type { ListSearch } from '../queries.ts';
import type { Labels } from '../shown-value.ts';
import classes from './filter-bar.module.css';
import { FilterChip } from './filter-chip.tsx';
import { chipsOf } from './filter-chips.ts';
import { type FilterValues, listFilters, namesOf } from './filters.ts';

interface FilterBarProps {
  readonly labels: Labels;
  readonly search: ListSearch;
  /** Called with the whole new search. A name without a value is left out. */
  readonly onChange: (search: ListSearch) => void;
}

const orders = [
  { value: '-created_at', label: 'Newest first' },
  { value: 'created_at', label: 'Oldest first' },
  { value: '-updated_at', label: 'Last changed first' },
  { value: 'updated_at', label: 'Longest unchanged first' },
];

export function FilterBar({ labels, search, onChange }: FilterBarProps) {
  const dates = useDates();
  const all = listFilters(labels);
  const chips = chipsOf(all, search, dates);
  const [opened, setOpened] = useState<string>();
  const offered = all.filter((filter) => !chips.some((chip) => chip.filter === filter));
  // A new filter is not in the address yet, but its chip is shown so that it can be filled in.
  const begun = offered.find(({ name }) => name === opened);
  const shown = begun ? [...chips, { names: namesOf(begun), filter: begun, label: begun.label, words: '…' }] : chips;
  const set = (values: FilterValues) => {
    const next = Object.entries({ ...search, ...values }).filter(([, value]) => value !== undefined && value !== '');
    onChange(Object.fromEntries(next) as ListSearch);
  };
  const remove = (names: readonly string[]) => set(Object.fromEntries(names.map((name) => [name, undefined])));
  return (
    <Group gap="xs" role="search" aria-label="Filter the list">
      {shown.map((chip) => (
        <FilterChip
          key={chip.names.join()}
          chip={chip}
          search={search}
          opened={chip.filter !== undefined && chip.filter.name === opened}
          onOpen={(open) => setOpened(open ? chip.filter?.name : undefined)}
          set={set}
          remove={() => remove(chip.names)}
        />
      ))}
      <Menu withinPortal position="bottom-start" returnFocus={false} shadow="md">
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconFilterPlus size={15} />}>
            Add filter
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ScrollArea.Autosize mah={320} type="auto">
            {offered.map((filter) => (
              <Menu.Item key={filter.name} onClick={() => setOpened(filter.name)}>
                <bdi>{filter.label}</bdi>
              </Menu.Item>
            ))}
          </ScrollArea.Autosize>
        </Menu.Dropdown>
      </Menu>
      {chips.length > 1 && (
        <UnstyledButton fz="xs" c="dimmed" onClick={() => remove(chips.flatMap(({ names }) => names))}>
          Remove all
        </UnstyledButton>
      )}
      <Select
        className={classes.order}
        aria-label="Order"
        size="xs"
        data={orders}
        value={search.sort ?? '-created_at'}
        onChange={(sort) => set({ sort: sort === null || sort === '-created_at' ? undefined : sort })}
        allowDeselect={false}
      />
    </Group>
  );
}
