/** A filter, new or to be changed: its name, its condition in the builder and in words, and live what it matches. */
import '@mantine/dates/styles.css';
import { Alert, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { Impact } from '../campaign/impact.tsx';
import { announce, atOnce, type PlannedChange } from '../campaign/planned.ts';
import { useCampaignChanged } from '../campaign/queries.ts';
import { WhenInput } from '../campaign/when-input.tsx';
import { Allowed } from '../session/roles.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { told } from '../ui/told.ts';
import { type Condition, conditionOf, emptyQuery, queryOf } from './condition.ts';
import { ConditionInput } from './condition-input.tsx';
import { FilterPreview } from './filter-preview.tsx';
import { queryFault } from './query-fault.ts';

interface FilterDrawerProps {
  readonly slug: string;
  /** Undefined: a new one. */
  readonly filter: Shape<'Filter'> | undefined;
  readonly etag: string | undefined;
  readonly onClose: () => void;
}

interface FilterValues extends Record<string, unknown> {
  name: string;
  /** Undefined while something of it is missing. */
  condition: Condition | undefined;
}

export function FilterDrawer({ slug, filter, etag, onClose }: FilterDrawerProps) {
  const [query, setQuery] = useState(() => (filter ? queryOf(filter.condition) : emptyQuery));
  const form = useForm<FilterValues>({
    mode: 'controlled',
    initialValues: { name: filter?.name ?? '', condition: conditionOf(query) },
  });
  const { name, condition } = form.getValues();
  const changed = useCampaignChanged(slug);
  const [when, setWhen] = useState(atOnce);
  // A new name touches no vendor.
  const change: PlannedChange | undefined =
    filter && condition && form.isDirty('condition')
      ? { operation: 'updateFilter', path: { id: filter.id }, body: { condition } }
      : undefined;
  const later = change !== undefined && when.at !== undefined;
  const save = (body: { name: string; condition: Condition }) =>
    filter
      ? ask(
          api.PATCH('/campaigns/{slug}/filters/{id}', {
            params: { path: { slug, id: filter.id }, ...(etag !== undefined && { header: { 'If-Match': etag } }) },
            body,
          }),
        )
      : ask(api.POST('/campaigns/{slug}/filters', { params: { path: { slug } }, body }));
  return (
    <FormDialog
      drawer
      size="xl"
      title={filter ? `Filter ${filter.name}` : 'New filter'}
      onClose={onClose}
      form={form}
      action={later ? 'Announce the condition' : filter ? 'Save the filter' : 'Create the filter'}
      disabled={!condition || name.trim() === '' || (later && when.at === null)}
      around={(button) => <Allowed to="admin">{button}</Allowed>}
      submit={async (values) => {
        if (later) await announce(slug, change, when);
        else if (values.condition) await save({ name: values.name.trim(), condition: values.condition });
      }}
      done={() => {
        told(
          later
            ? 'Announced: documents tell of it.'
            : filter
              ? 'Saved: tokens with this filter see what it matches now.'
              : 'The filter is there.',
        );
        void changed();
      }}
    >
      {filter && filter.tokens.length > 0 && (
        <Alert color="orange" title="Tokens see through this filter">
          A change holds at once for: {filter.tokens.map((token) => token.name).join(', ')}.
        </Alert>
      )}
      <TextInput label="Name" required data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <ConditionInput
        slug={slug}
        query={query}
        error={form.errors.condition}
        onChange={(next) => {
          setQuery(next);
          form.setFieldValue('condition', conditionOf(next));
        }}
      />
      {condition ? (
        <FilterPreview slug={slug} condition={condition} />
      ) : (
        <Text size="sm" c="dimmed">
          {queryFault(query)}
        </Text>
      )}
      {change && (
        <>
          <Impact slug={slug} change={change} />
          <WhenInput value={when} onChange={setWhen} />
        </>
      )}
    </FormDialog>
  );
}
