/**
 * One lead, new or there already, in inputs of its fields' types. A save sends what was changed, from the version that was seen:
 * when somebody was faster, theirs and mine stand side by side, and nothing is lost on either side.
 */
import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../api/problem.ts';
import { FieldInput } from '../campaign/field-input.tsx';
import { Allowed, useMay } from '../session/roles.tsx';
import { serverErrors } from '../ui/server-errors.ts';
import { told } from '../ui/told.ts';
import { Conflict } from './conflict.tsx';
import { type Draft, draftOf, patchOf, pathsOf, valueAt, withValue } from './draft.ts';
import type { Lead } from './queries.ts';
import { readLead, saveLead } from './save-lead.ts';
import type { Labels } from './shown-value.ts';

interface LeadEditorProps {
  readonly slug: string;
  readonly labels: Labels;
  /** Undefined: a new one. */
  readonly lead: Lead | undefined;
  readonly saved: (lead: Lead) => void;
}

export function LeadEditor({ slug, labels, lead, saved }: LeadEditorProps) {
  const { fields, selects, statuses } = labels;
  const [base, setBase] = useState(lead);
  const blank: Draft = { status: statuses.find((one) => one.is_default)?.key ?? '', external_id: null, fields: {} };
  const before = base ? draftOf(base) : blank;
  const [draft, setDraft] = useState(before);
  const [theirs, setTheirs] = useState<Lead>();
  const may = useMay('admin');
  const patch = patchOf(before, draft);
  const set = (path: string) => (value: unknown) => setDraft((now) => withValue(now, path, value));

  const save = useMutation({
    mutationFn: () => saveLead(slug, base, draft, patch),
    onSuccess: (done) => {
      told(base ? 'Saved.' : 'The lead is there.');
      setBase(done);
      setDraft(draftOf(done));
      saved(done);
    },
    onError: async (error) => {
      const stale = error instanceof Problem && error.code === 'precondition_failed';
      if (base && stale) setTheirs(await readLead(slug, base.id));
    },
  });
  const known = ['status', 'external_id', ...fields.map(({ key }) => `fields.${key}`)];
  const refused = save.error ? serverErrors(save.error, (path) => known.includes(path)) : undefined;

  if (theirs) {
    const settle = (kept: readonly string[]) => {
      // Begun anew from theirs, with those of mine that were chosen: the next save is made from their version.
      setBase(theirs);
      setDraft(kept.reduce((now, path) => withValue(now, path, valueAt(draft, path)), draftOf(theirs)));
      setTheirs(undefined);
      save.reset();
    };
    return <Conflict labels={labels} paths={pathsOf(patch)} theirs={draftOf(theirs)} mine={draft} settle={settle} />;
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="md">
        {refused?.rest && (
          <Alert color="red" role="alert">
            {refused.rest}
          </Alert>
        )}
        <Group grow align="flex-start">
          <Select
            label="Status"
            data={statuses.map(({ key, label }) => ({ value: key, label }))}
            value={draft.status}
            onChange={(value) => value !== null && set('status')(value)}
            allowDeselect={false}
            error={refused?.fields.status}
            disabled={!may}
          />
          <TextInput
            label="External id"
            value={draft.external_id ?? ''}
            onChange={(event) => set('external_id')(event.currentTarget.value || null)}
            error={refused?.fields.external_id}
            disabled={!may}
          />
        </Group>
        {fields.map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            options={selects.find(({ key }) => key === field.select)?.options ?? []}
            value={draft.fields[field.key]}
            onChange={set(`fields.${field.key}`)}
            error={refused?.fields[`fields.${field.key}`]}
            disabled={!may}
          />
        ))}
        <Group justify="flex-end">
          <Allowed to="admin">
            <Button type="submit" loading={save.isPending} disabled={base !== undefined && pathsOf(patch).length === 0}>
              {base ? 'Save' : 'Create the lead'}
            </Button>
          </Allowed>
        </Group>
      </Stack>
    </form>
  );
}
