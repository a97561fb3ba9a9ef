/** The filters of the list as chips, each to be changed or taken away; they stand in the address, by the names of the API. */
import { Button, CloseButton, Group, Menu, Popover, ScrollArea, Select } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './filter-bar.module.css';
import { FilterValue } from './filter-value.tsx';
import { isSet, type ListFilter, listFilters, namesOf, wordsOf } from './filters.ts';
import type { ListSearch } from './queries.ts';
import type { Labels } from './shown-value.ts';

interface FilterBarProps {
  readonly labels: Labels;
  readonly search: ListSearch;
  /** Given the whole search as it is to be; a name without a value is left out. */
  readonly onChange: (search: ListSearch) => void;
}

const orders = [
  { value: '-created_at', label: 'Newest first' },
  { value: 'created_at', label: 'Oldest first' },
  { value: '-updated_at', label: 'Last changed first' },
  { value: 'updated_at', label: 'Longest unchanged first' },
];

export function FilterBar({ labels, search, onChange }: FilterBarProps) {
  const all = listFilters(labels);
  const [opened, setOpened] = useState<string>();
  const shown = all.filter((filter) => isSet(filter, search) || filter.name === opened);
  const offered = all.filter((filter) => !shown.includes(filter));
  const set = (values: Readonly<Record<string, string | undefined>>) => {
    const next = Object.entries({ ...search, ...values }).filter(([, value]) => value !== undefined && value !== '');
    onChange(Object.fromEntries(next) as ListSearch);
  };
  const remove = (filter: ListFilter) => set(Object.fromEntries(namesOf(filter).map((name) => [name, undefined])));
  return (
    <Group gap="xs" role="search" aria-label="Filters of the list">
      {shown.map((filter) => (
        <span key={filter.name} className={classes.chip}>
          <Popover
            opened={opened === filter.name}
            onChange={(open) => setOpened(open ? filter.name : undefined)}
            withinPortal
            trapFocus
            position="bottom-start"
          >
            <Popover.Target>
              <Button size="compact-sm" variant="light" onClick={() => setOpened(filter.name)}>
                {wordsOf(filter, search, labels)}
              </Button>
            </Popover.Target>
            <Popover.Dropdown w={300}>
              <FilterValue filter={filter} search={search} set={set} done={() => setOpened(undefined)} />
            </Popover.Dropdown>
          </Popover>
          <CloseButton size="sm" aria-label={`Take away: ${filter.label}`} onClick={() => remove(filter)} />
        </span>
      ))}
      <Menu withinPortal position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconFilterPlus size={15} />}>
            Add filter
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ScrollArea.Autosize mah={320}>
            {offered.map((filter) => (
              <Menu.Item key={filter.name} onClick={() => setOpened(filter.name)}>
                {filter.label}
              </Menu.Item>
            ))}
          </ScrollArea.Autosize>
        </Menu.Dropdown>
      </Menu>
      <Select
        aria-label="Order"
        size="xs"
        w={190}
        ml="auto"
        data={orders}
        value={search.sort ?? '-created_at'}
        onChange={(sort) => set({ sort: sort === null || sort === '-created_at' ? undefined : sort })}
        allowDeselect={false}
      />
    </Group>
  );
}
