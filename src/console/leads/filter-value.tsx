/** What a filter of the list is set to. Texts and numbers count when they are whole: with Enter, or when one leaves the input. */
import { Button, Group, MultiSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import { useState } from 'react';
import { type ListFilter, namesOf } from './filters.ts';
import type { ListSearch } from './queries.ts';

interface FilterValueProps {
  readonly filter: ListFilter;
  readonly search: ListSearch;
  readonly set: (values: Readonly<Record<string, string | undefined>>) => void;
  readonly done: () => void;
}

export function FilterValue({ filter, search, set, done }: FilterValueProps) {
  const names = namesOf(filter);
  const [draft, setDraft] = useState<Readonly<Record<string, string | undefined>>>(() =>
    Object.fromEntries(names.map((name) => [name, search[name]])),
  );
  const put = (name: string, value: string | undefined) => setDraft((now) => ({ ...now, [name]: value }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set(draft);
        done();
      }}
    >
      <Stack gap="sm">
        {names.map((name, i) => {
          const label = names.length === 1 ? filter.label : i === 0 ? `${filter.label} from` : `${filter.label} below`;
          const value = draft[name];
          if (filter.kind === 'choices') {
            return (
              <MultiSelect
                key={name}
                label={label}
                data={[...(filter.choices ?? [])]}
                value={value ? value.split(',') : []}
                onChange={(chosen) => put(name, chosen.length > 0 ? chosen.join(',') : undefined)}
                searchable
                data-autofocus
                comboboxProps={{ withinPortal: false }}
              />
            );
          }
          if (filter.kind === 'numbers') {
            return (
              <NumberInput
                key={name}
                label={label}
                value={value === undefined ? '' : Number(value)}
                onChange={(number) => put(name, number === '' ? undefined : String(number))}
                data-autofocus={i === 0 || undefined}
              />
            );
          }
          if (filter.kind === 'text') {
            return (
              <TextInput
                key={name}
                label={label}
                description="Exactly this"
                value={value ?? ''}
                onChange={(event) => put(name, event.currentTarget.value || undefined)}
                data-autofocus
              />
            );
          }
          return (
            <DateInput
              key={name}
              label={label}
              value={value === undefined ? null : dayjs(value).format('YYYY-MM-DD')}
              onChange={(day) =>
                put(name, day === null ? undefined : filter.kind === 'days' ? day : dayjs(day).toISOString())
              }
              valueFormat="YYYY-MM-DD"
              clearable
              clearButtonProps={{ 'aria-label': `Empty ${label}` }}
              popoverProps={{ withinPortal: false }}
            />
          );
        })}
        <Group justify="flex-end">
          <Button type="submit" size="xs">
            Apply
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
