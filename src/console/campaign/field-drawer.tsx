/** A field, new or changed: its inputs, and beside them a picture of what comes of them. */
import { Alert } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { Allowed } from '../session/roles.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { told } from '../ui/told.ts';
import { FieldConflict } from './field-conflict.tsx';
import classes from './field-drawer.module.css';
import { FieldInputs } from './field-inputs.tsx';
import { FieldPicture } from './field-picture.tsx';
import { changesOf, differences, type FieldValues, fieldOf, newField, valuesOf } from './field-values.ts';
import { Impact } from './impact.tsx';
import { announce, atOnce, type PlannedChange } from './planned.ts';
import { selectsQuery, useCampaignChanged } from './queries.ts';
import { type Conflict, useSaveField } from './use-save-field.ts';
import { WhenInput } from './when-input.tsx';

type Field = Shape<'Field'>;

interface FieldDrawerProps {
  readonly slug: string;
  /** Undefined: a new one. */
  readonly field: Field | undefined;
  /** The revision that was seen. */
  readonly etag: string | undefined;
  readonly onClose: () => void;
}

export function FieldDrawer({ slug, field, etag, onClose }: FieldDrawerProps) {
  const { data } = useQuery(selectsQuery(slug));
  const changed = useCampaignChanged(slug);
  const [when, setWhen] = useState(atOnce);
  const form = useForm<FieldValues>({ mode: 'controlled', initialValues: valuesOf(field) });
  const values = form.getValues();
  const mine = fieldOf(values);
  const { save, conflict, gone } = useSaveField(slug, { field: field ?? mine, etag });
  const selects = data?.data.data ?? [];
  const options = selects.find((one) => one.key === values.select)?.options ?? [];

  /** What only they changed is theirs from now on, so that the next save does not undo it. */
  const takeOver = ({ before, theirs }: Conflict) => {
    const untouched = differences(before, theirs).filter((name) => !differences(before, mine).includes(name));
    const now = valuesOf(theirs);
    form.setValues(Object.fromEntries(untouched.map((name) => [name, now[name]])));
  };
  const change = plannedChange(field, mine, values);
  const announced = change !== undefined && when.at !== undefined;
  const create = () =>
    ask(api.POST('/campaigns/{slug}/fields', { params: { path: { slug } }, body: newField(values) }));
  return (
    <FormDialog
      drawer
      size={field ? 860 : 940}
      title={field ? `Field “${field.label}”` : 'New field'}
      onClose={onClose}
      form={form}
      action={announced ? 'Announce it' : field ? 'Save the field' : 'Create the field'}
      disabled={gone || (announced && when.at === null)}
      shows={(error) => error instanceof Problem && error.code === 'stale'}
      around={(button) => <Allowed to="admin">{button}</Allowed>}
      submit={async () => {
        if (announced) await announce(slug, change, when);
        else await (field ? save(mine, takeOver) : create());
      }}
      done={() => {
        told(
          announced
            ? 'Announced: documents tell of it.'
            : field
              ? 'Saved: documents show it from now on.'
              : 'The field is there, in every document that may show it.',
        );
        void changed();
      }}
    >
      {gone && (
        <Alert color="orange" role="alert">
          Somebody else has deleted this field: there is nothing left to save.
        </Alert>
      )}
      {conflict && !gone && (
        <FieldConflict
          {...conflict}
          mine={mine}
          take={(name) => form.setFieldValue(name, valuesOf(conflict.theirs)[name] as never)}
        />
      )}
      <div className={classes.sides}>
        <FieldInputs form={form} isNew={!field} selects={selects} options={options} />
        <div className={classes.picture}>
          <FieldPicture field={mine} options={options} />
        </div>
      </div>
      {change && (
        <>
          <Impact slug={slug} change={change} />
          <WhenInput value={when} onChange={setWhen} />
        </>
      )}
    </FormDialog>
  );
}

/** What saving would do, where a vendor could notice it: any change of a field, and a new one that is required. */
function plannedChange(field: Field | undefined, mine: Field, values: FieldValues): PlannedChange | undefined {
  if (!field) return mine.required && mine.key ? { operation: 'createField', body: newField(values) } : undefined;
  if (differences(field, mine).length === 0) return undefined;
  return { operation: 'updateField', path: { key: field.key }, body: changesOf(field, mine) };
}
