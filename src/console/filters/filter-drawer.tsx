/**
 * The form of a filter, new or existing: its name, its condition in the builder and in words, and the leads that it matches
 * now.
 */
import '@mantine/dates/styles.css';
import { Alert, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, ask, madeFrom, type Shape } from '../api/client.ts';
import { AnnouncedAlert } from '../campaign/announced/announced-marks.tsx';
import { useAnnounced } from '../campaign/announced/use-announced.ts';
import { isStale } from '../campaign/changes/stale.ts';
import { usePlanned } from '../campaign/changes/use-planned.tsx';
import { type Seen, useSaveSeen } from '../campaign/changes/use-save-seen.ts';
import { Allowed } from '../session/roles.tsx';
import { FormDialog } from '../ui/form/form-dialog.tsx';
import { type Condition, conditionOf, emptyQuery, queryOf } from './condition.ts';
import { ConditionInput } from './condition-input.tsx';
import { FilterPreview } from './filter-preview.tsx';
import { filterNow } from './queries.ts';
import { queryFault } from './query-fault.ts';

type Filter = Shape<'Filter'>;

interface FilterDrawerProps {
  readonly slug: string;
  /** Undefined for a new filter. */
  readonly filter: Filter | undefined;
  readonly etag: string | undefined;
  readonly onClose: () => void;
}

interface FilterValues extends Record<string, unknown> {
  name: string;
  /** Undefined while the condition is incomplete. */
  condition: Condition | undefined;
}

export function FilterDrawer({ slug, filter, etag, onClose }: FilterDrawerProps) {
  const [query, setQuery] = useState(() => (filter ? queryOf(filter.condition) : emptyQuery));
  const announced = useAnnounced(slug);
  const form = useForm<FilterValues>({
    mode: 'controlled',
    initialValues: { name: filter?.name ?? '', condition: conditionOf(query) },
  });
  const { name, condition } = form.getValues();
  const planned = usePlanned(
    slug,
    // A new name does not affect vendors.
    filter && condition && form.isDirty('condition')
      ? { operation: 'updateFilter', path: { id: filter.id }, body: { condition } }
      : undefined,
  );
  const send = async ({ thing, etag: tag }: Seen<Filter>) => {
    // The button is disabled while there is no condition.
    if (!condition) return;
    const [from, body] = [madeFrom(tag), { name: name.trim(), condition }];
    const now = () =>
      thing
        ? ask(api.PATCH('/campaigns/{slug}/filters/{id}', { params: { path: { slug, id: thing.id }, ...from }, body }))
        : ask(api.POST('/campaigns/{slug}/filters', { params: { path: { slug } }, body }));
    await planned.send(now, from);
  };
  const { save, conflict, gone } = useSaveSeen({
    opened: { thing: filter, etag },
    look: () => filterNow(slug, filter?.id ?? ''),
    same: (before, now) => asJson(before) === asJson(now),
    send,
  });
  return (
    <FormDialog
      drawer
      size="xl"
      title={filter ? `Filter ${filter.name}` : 'New filter'}
      onClose={onClose}
      form={form}
      action={planned.announced ? 'Announce the condition' : filter ? 'Save the filter' : 'Create the filter'}
      disabled={gone || !condition || name.trim() === '' || planned.waits}
      around={(button) => <Allowed to="admin">{button}</Allowed>}
      submit={() => save()}
      shows={isStale}
      done={() =>
        planned.done(filter ? 'Filter saved. Its tokens now see the leads that it matches.' : 'Filter created.')
      }
    >
      {gone && (
        <Alert color="orange" role="alert">
          Somebody else has deleted this filter. There is nothing left to save.
        </Alert>
      )}
      {conflict && !gone && (
        <Alert color="orange" role="alert" title="Somebody else has changed this filter">
          It is now “{conflict.theirs.name}”: {conflict.theirs.summary}. Save again to replace it with yours.
        </Alert>
      )}
      {filter && filter.tokens.length > 0 && (
        <Alert color="orange" title="Tokens use this filter">
          A change takes effect at once for: {filter.tokens.map((token) => token.name).join(', ')}.
        </Alert>
      )}
      {filter && <AnnouncedAlert slug={slug} announced={announced.of('filter', filter.id)} />}
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
      {planned.inputs}
    </FormDialog>
  );
}

/**
 * The properties that this form changes. The filter's words are left out, because they follow the labels of fields and
 * options.
 */
const asJson = ({ name, condition }: Filter) => JSON.stringify([name, condition]);
