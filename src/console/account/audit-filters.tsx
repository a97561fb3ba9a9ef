/** By whom, what, and when: kept in the address. */
import { Group, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { auditActions } from './audit-actions.ts';
import { labelOfAction } from './audit-words.ts';
import { type AuditSearch, membersQuery } from './queries.ts';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (search: AuditSearch) => void;
}

export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { data: members = [] } = useQuery(membersQuery);
  const set = (name: string, value: string | null) => {
    const { [name]: _, ...rest } = search;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  const day = (name: string, label: string) => (
    <DateInput
      label={label}
      size="sm"
      w={150}
      value={search[name] === undefined ? null : dayjs(search[name]).format('YYYY-MM-DD')}
      onChange={(value) => set(name, value === null ? null : dayjs(value).toISOString())}
      valueFormat="D MMM YYYY"
      clearable
      clearButtonProps={{ 'aria-label': `Empty ${label}` }}
    />
  );
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label="Filters of the log">
      <Select
        label="Who"
        size="sm"
        placeholder="Everybody"
        data={members.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.actor ?? null}
        onChange={(value) => set('actor', value)}
        clearable
        clearButtonProps={{ 'aria-label': 'Everybody' }}
        searchable
      />
      <Select
        label="What"
        size="sm"
        placeholder="Everything"
        data={auditActions.map((action) => ({ value: action, label: labelOfAction(action) }))}
        value={search.action ?? null}
        onChange={(value) => set('action', value)}
        clearable
        clearButtonProps={{ 'aria-label': 'Everything' }}
        searchable
      />
      {day('from', 'From')}
      {day('to', 'Before')}
    </Group>
  );
}
