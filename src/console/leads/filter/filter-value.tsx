/** The value of one filter, in inputs of its kind. It applies when it is complete: with Enter, or with the button. */
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TypedInput } from '../../campaign/fields/inputs.tsx';
import type { ListSearch } from '../queries.ts';
import { ChoiceList } from './choice-list.tsx';
import { DayRange } from './day-range.tsx';
import { type FilterDraft, type FilterValues, type ListFilter, namesOf } from './filters.ts';

interface FilterValueProps {
  readonly filter: ListFilter;
  readonly search: ListSearch;
  readonly set: (values: FilterValues) => void;
}

export function FilterValue({ filter, search, set }: FilterValueProps) {
  const names = namesOf(filter);
  const [draft, setDraft] = useState<FilterValues>(() => Object.fromEntries(names.map((name) => [name, search[name]])));
  const put = (name: string, value: string | undefined) => setDraft((now) => ({ ...now, [name]: value || undefined }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set(draft);
      }}
    >
      <Stack gap="sm">
        <Inputs filter={filter} draft={draft} put={put} />
        <Group justify="flex-end">
          <Button type="submit" size="xs">
            Apply
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Inputs({ filter, draft, put }: FilterDraft) {
  const { kind, label, type } = filter;
  const [name, last = ''] = namesOf(filter);
  const value = draft[name];
  if (kind === 'choices' || kind === 'choice') {
    const choices = filter.choices ?? [];
    const chosen = value ? value.split(',') : [];
    // If only one option can be chosen, the last one that was ticked counts.
    const keep = (now: string[]) => put(name, (kind === 'choice' ? now.slice(-1) : now).join(','));
    return <ChoiceList label={label} choices={choices} chosen={chosen} onChange={keep} />;
  }
  if (kind === 'range' && type) {
    const input = (end: string, shared: { label: string; 'data-autofocus'?: boolean }) => (
      <TypedInput
        type={type}
        name={shared.label}
        shared={shared}
        options={[]}
        isWhole
        value={draft[end]}
        onChange={(now) => put(end, now === null ? undefined : String(now))}
      />
    );
    return (
      <Group grow align="flex-start">
        {input(name, { label: 'From', 'data-autofocus': true })}
        {input(last, { label: 'To' })}
      </Group>
    );
  }
  if (kind === 'days' || kind === 'times') return <DayRange filter={filter} draft={draft} put={put} />;
  return (
    <TextInput
      label={<bdi>{label}</bdi>}
      description="The whole value, exactly"
      value={value ?? ''}
      onChange={(event) => put(name, event.currentTarget.value)}
      data-autofocus
    />
  );
}
