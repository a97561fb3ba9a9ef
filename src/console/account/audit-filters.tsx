/** The filters of the audit log: member, action, object, campaign and time. The address keeps them. */
import { Button, Group, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { allCampaignsQuery } from '../campaign/queries.ts';
import { useDates } from '../session/time.tsx';
import { LongSelect } from '../ui/list/long-select.tsx';
import { actionChoices, type Kind, kindChoices, kindName } from './audit-words.ts';
import { type AuditSearch, membersQuery } from './queries.ts';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (search: AuditSearch) => void;
}

/** Six filters stand in a row, so their lists are wider than their inputs. */
const narrow = { w: 152, comboboxProps: { width: 270, position: 'bottom-start' } } as const;

export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { data: members = [] } = useQuery(membersQuery);
  const { data: campaigns = [] } = useQuery(allCampaignsQuery);
  const { dayOf, dayStart } = useDates();
  const { actor, object, object_kind: kind } = search;
  const actors = [
    ...members.map(({ id, name }) => ({ value: id, label: name })),
    // The log also has entries of removed members, so the address may name one.
    ...(actor !== undefined && !members.some(({ id }) => id === actor)
      ? [{ value: actor, label: 'A former member' }]
      : []),
  ];
  const set = (name: string, value: string | null) => {
    const { [name]: _, ...rest } = search;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  const day = (name: string, label: string) => (
    <DateInput
      label={label}
      size="sm"
      w={152}
      value={search[name] === undefined ? null : dayOf(search[name])}
      onChange={(value) => set(name, value === null ? null : dayStart(value))}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
    />
  );
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label="Filter the log">
      <LongSelect
        {...narrow}
        label="Who"
        size="sm"
        placeholder="Everybody"
        data={actors}
        value={search.actor ?? null}
        onChange={(value) => set('actor', value)}
        clearable
        clearButtonProps={{ 'aria-label': 'Everybody' }}
      />
      <LongSelect
        {...narrow}
        label="Action"
        size="sm"
        placeholder="Everything"
        data={actionChoices}
        value={search.action ?? null}
        onChange={(value) => set('action', value)}
        clearable
        clearButtonProps={{ 'aria-label': 'Everything' }}
      />
      <Select
        {...narrow}
        label="Object"
        size="sm"
        placeholder="Any"
        data={kindChoices}
        value={kind ?? null}
        onChange={(value) => {
          // An id belongs to one kind of object, so it goes when the kind changes.
          const { object: _, object_kind: __, ...rest } = search;
          onChange(value ? { ...rest, object_kind: value } : rest);
        }}
        clearable
        clearButtonProps={{ 'aria-label': 'Any object' }}
      />
      <LongSelect
        {...narrow}
        label="Campaign"
        size="sm"
        placeholder="Any"
        data={campaigns.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={search.campaign ?? null}
        onChange={(value) => set('campaign', value)}
        clearable
        clearButtonProps={{ 'aria-label': 'Any campaign' }}
      />
      {day('from', 'From')}
      {day('to', 'Before')}
      {object !== undefined && (
        <Button
          size="sm"
          variant="light"
          rightSection={<IconX size={14} />}
          onClick={() => set('object', null)}
          aria-label={`Remove: one ${kindName(kind as Kind).toLowerCase()}`}
        >
          One {kindName(kind as Kind).toLowerCase()}
        </Button>
      )}
    </Group>
  );
}
