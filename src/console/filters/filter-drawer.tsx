/** A filter, new or to be changed: its name, its condition in the builder and in words, and live what it matches. */
import '@mantine/dates/styles.css';
import { Alert, Button, Drawer, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { Impact } from '../campaign/impact.tsx';
import { announce, atOnce, type PlannedChange } from '../campaign/planned.ts';
import { fieldsQuery, selectsQuery, statusesQuery, useCampaignChanged } from '../campaign/queries.ts';
import { WhenInput } from '../campaign/when-input.tsx';
import { Allowed } from '../session/roles.tsx';
import { Rows } from '../ui/loaded.tsx';
import { serverErrors } from '../ui/server-errors.ts';
import { told } from '../ui/told.ts';
import { type Condition, conditionOf, emptyQuery, queryOf } from './condition.ts';
import { FilterPreview } from './filter-preview.tsx';
import { pathsOf } from './paths.ts';
import { queryFault } from './query-fault.ts';

const Builder = lazy(() => import('./builder.tsx').then(({ Builder }) => ({ default: Builder })));

interface FilterDrawerProps {
  readonly slug: string;
  /** Undefined: a new one. */
  readonly filter: Shape<'Filter'> | undefined;
  readonly etag: string | undefined;
  readonly onClose: () => void;
}

export function FilterDrawer({ slug, filter, etag, onClose }: FilterDrawerProps) {
  const [fields, selects, statuses] = [
    useQuery(fieldsQuery(slug)).data,
    useQuery(selectsQuery(slug)).data,
    useQuery(statusesQuery(slug)).data,
  ];
  const [name, setName] = useState(filter?.name ?? '');
  const [query, setQuery] = useState(() => (filter ? queryOf(filter.condition) : emptyQuery));
  const changed = useCampaignChanged(slug);
  const condition = conditionOf(query);
  const [when, setWhen] = useState(atOnce);
  const later = when.at !== undefined;
  const change = filter && condition && plannedChange(filter, condition);
  const save = useMutation({
    mutationFn: async (body: { name: string; condition: Condition }): Promise<unknown> =>
      change && later
        ? announce(slug, change, when)
        : filter
          ? ask(
              api.PATCH('/campaigns/{slug}/filters/{id}', {
                params: { path: { slug, id: filter.id }, ...(etag !== undefined && { header: { 'If-Match': etag } }) },
                body,
              }),
            )
          : ask(api.POST('/campaigns/{slug}/filters', { params: { path: { slug } }, body })),
    onSuccess: () => {
      told(
        change && later
          ? 'Announced: documents tell of it.'
          : filter
            ? 'Saved: tokens with this filter see what it matches now.'
            : 'The filter is there.',
      );
      void changed();
      onClose();
    },
  });
  const refused = save.error ? serverErrors(save.error, (path) => path === 'name') : undefined;
  const tied = filter?.tokens ?? [];
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={filter ? `Filter ${filter.name}` : 'New filter'}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (condition) save.mutate({ name: name.trim(), condition });
        }}
      >
        <Stack gap="md">
          {refused?.rest && (
            <Alert color="red" role="alert">
              {refused.rest}
            </Alert>
          )}
          {tied.length > 0 && (
            <Alert color="orange" title="Tokens see through this filter">
              A change holds at once for: {tied.map((token) => token.name).join(', ')}.
            </Alert>
          )}
          <TextInput
            label="Name"
            required
            data-autofocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={refused?.fields.name}
          />
          <Stack gap={4}>
            <Text size="sm" fw={500}>
              Leads for which
            </Text>
            {fields && selects && statuses ? (
              <Suspense fallback={<Rows count={2} />}>
                <Builder
                  paths={pathsOf({
                    fields: fields.data.data,
                    selects: selects.data.data,
                    statuses: statuses.data.data,
                  })}
                  query={query}
                  onChange={setQuery}
                />
              </Suspense>
            ) : (
              <Rows count={2} />
            )}
          </Stack>
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
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Allowed to="admin">
              <Button
                type="submit"
                loading={save.isPending}
                disabled={!condition || name.trim() === '' || (change && when.at === null)}
              >
                {change && later ? 'Announce the condition' : filter ? 'Save the filter' : 'Create the filter'}
              </Button>
            </Allowed>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

/** Undefined where the condition stays: a new name touches no vendor. */
function plannedChange(filter: Shape<'Filter'>, condition: Condition): PlannedChange | undefined {
  if (JSON.stringify(filter.condition) === JSON.stringify(condition)) return undefined;
  return { operation: 'updateFilter', path: { id: filter.id }, body: { condition } };
}
