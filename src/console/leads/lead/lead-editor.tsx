/** One lead, new or existing, in inputs of its fields' types. Only changed values are saved. */
import { Button, Select, Text, TextInput } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import type { Shape } from '../../api/client.ts';
import { AnnouncedMarks } from '../../campaign/announced/announced-marks.tsx';
import { type Announced, useAnnounced } from '../../campaign/announced/use-announced.ts';
import { numbered } from '../../campaign/counts.ts';
import { FieldInput } from '../../campaign/fields/field-input.tsx';
import { traits } from '../../campaign/fields/field-types.ts';
import { FormShell } from '../../ui/form/form-shell.tsx';
import { useLeaveGuard } from '../../ui/form/leave-guard.tsx';
import type { Lead } from '../queries.ts';
import { type Labels, shownValue } from '../shown-value.ts';
import { Conflict } from './conflict.tsx';
import classes from './lead-editor.module.css';
import { useLeadForm } from './use-lead-form.ts';

interface LeadEditorProps {
  readonly slug: string;
  readonly labels: Labels;
  /** Undefined for a new lead. */
  readonly lead: Lead | undefined;
  readonly saved: (lead: Lead) => void;
  readonly onClose: () => void;
  /** Stands below the inputs. */
  readonly children?: ReactNode;
}

export function LeadEditor({ slug, labels, lead, saved, onClose, children }: LeadEditorProps) {
  const announced = useAnnounced(slug);
  const form = useLeadForm({ slug, labels, lead, saved });
  const guard = useLeaveGuard(form.unsaved, onClose, form.sending);
  const { base, draft, theirs, changed, errorAt, set } = form;
  const changes = base && changed.length > 0 && (
    <>
      <Text size="xs" c="dimmed" mr="auto">
        {numbered(changed.length, 'change')}
      </Text>
      <Button variant="default" onClick={form.discard} disabled={form.request.isPending}>
        Discard
      </Button>
    </>
  );
  return (
    <>
      {theirs && <Conflict labels={labels} form={form} theirs={theirs} />}
      <FormShell
        request={form.request}
        refusal={form.refusal}
        guard={guard}
        send={form.save}
        action={base ? 'Save' : 'Create the lead'}
        disabled={base !== undefined && changed.length === 0}
        hidden={theirs !== undefined}
        {...(base && { beside: changes })}
      >
        <div className={classes.inputs}>
          <Select
            label="Status"
            data={labels.statuses.map(({ key, label }) => ({ value: key, label }))}
            value={draft.status}
            onChange={(value) => value !== null && set('status', value)}
            allowDeselect={false}
            error={errorAt('status')}
            data-autofocus={!base || undefined}
          />
          <TextInput
            label="External id"
            value={draft.external_id ?? ''}
            onChange={(event) => set('external_id', event.currentTarget.value || null)}
            error={errorAt('external_id')}
          />
          {labels.fields.map((field) => {
            const path = `fields.${field.key}`;
            return (
              <LeadField
                key={field.key}
                slug={slug}
                field={field}
                announced={announced.of('field', field.key)}
                path={path}
                options={labels.selects.find(({ key }) => key === field.select)?.options ?? noOptions}
                value={draft.fields[field.key]}
                set={set}
                error={errorAt(path)}
                filledWith={base || field.default === null ? undefined : shownValue(labels, path, field.default)}
              />
            );
          })}
        </div>
        {children}
      </FormShell>
    </>
  );
}

const noOptions: Shape<'Option'>[] = [];

interface LeadFieldProps {
  readonly slug: string;
  readonly announced: readonly Announced[];
  readonly field: Shape<'Field'>;
  readonly path: string;
  readonly options: Shape<'Option'>[];
  readonly value: unknown;
  readonly set: (path: string, value: unknown) => void;
  readonly error: string | undefined;
  readonly filledWith: string | undefined;
}

/** Renders again only if something of this input changed: a key in one of two hundred inputs leaves the others alone. */
const LeadField = memo(function LeadField({ slug, announced, path, set, ...input }: LeadFieldProps) {
  return (
    <div className={traits[input.field.type].isWide ? classes.wide : undefined}>
      <FieldInput {...input} onChange={(value) => set(path, value)} />
      <AnnouncedMarks slug={slug} announced={announced} />
    </div>
  );
});
