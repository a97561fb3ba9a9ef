/** The form of a field, new or existing, with a preview beside the inputs. */
import { Alert } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, madeFrom, type Shape } from '../../api/client.ts';
import { Allowed } from '../../session/roles.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { AnnouncedAlert } from '../announced/announced-marks.tsx';
import { useAnnounced } from '../announced/use-announced.ts';
import type { PlannedChange } from '../changes/planned.ts';
import { isStale } from '../changes/stale.ts';
import { usePlanned } from '../changes/use-planned.tsx';
import { type Conflict, type Seen, useSaveSeen } from '../changes/use-save-seen.ts';
import { fieldsQuery, selectsQuery } from '../queries.ts';
import { FieldConflict } from './field-conflict.tsx';
import classes from './field-drawer.module.css';
import { FieldInputs } from './field-inputs.tsx';
import { FieldPicture } from './field-picture.tsx';
import {
  changesOf,
  differences,
  type FieldValues,
  fieldOf,
  newField,
  optionFaults,
  ownOptions,
  valuesOf,
} from './field-values.ts';

type Field = Shape<'Field'>;

interface FieldDrawerProps {
  readonly slug: string;
  /** Undefined for a new field. */
  readonly field: Field | undefined;
  /** The revision that was seen. */
  readonly etag: string | undefined;
  readonly onClose: () => void;
}

export function FieldDrawer({ slug, field, etag, onClose }: FieldDrawerProps) {
  const { data } = useQuery(selectsQuery(slug));
  const announced = useAnnounced(slug);
  const client = useQueryClient();
  const form = useForm<FieldValues>({
    mode: 'controlled',
    initialValues: valuesOf(field),
    validate: field ? {} : optionFaults,
  });
  const values = form.getValues();
  const mine = fieldOf(values);
  const planned = usePlanned(slug, plannedChange(field, mine, values));
  const send = ({ thing: before, etag: tag }: Seen<Field>) => {
    if (!before) {
      const body = newField(values);
      return planned.send(() => ask(api.POST('/campaigns/{slug}/fields', { params: { path: { slug } }, body })), {});
    }
    const [from, path, body] = [madeFrom(tag), { slug, key: before.key }, changesOf(before, mine)];
    const now = () => ask(api.PATCH('/campaigns/{slug}/fields/{key}', { params: { path, ...from }, body }));
    return planned.send(now, from, plannedChange(before, mine, values));
  };
  const { save, conflict, gone } = useSaveSeen({
    opened: { thing: field, etag },
    look: async () => {
      const now = await client.fetchQuery({ ...fieldsQuery(slug), staleTime: 0 });
      return { thing: now.data.data.find(({ key }) => key === field?.key), etag: now.etag };
    },
    same: (before, now) => differences(before, now).length === 0,
    send,
  });
  const selects = data?.data.data ?? [];
  const own = ownOptions(values)?.map((option) => ({ ...option, archived: false }));
  const options = own ?? selects.find((one) => one.key === values.select)?.options ?? [];

  /** Properties that only they changed take their values, so that the next save does not undo them. */
  const takeOver = ({ before, theirs }: Conflict<Field>) => {
    const untouched = differences(before, theirs).filter((name) => !differences(before, mine).includes(name));
    const now = valuesOf(theirs);
    form.setValues(Object.fromEntries(untouched.map((name) => [name, now[name]])));
  };
  return (
    <FormDialog
      drawer
      size={field ? 860 : 940}
      title={field ? `Field “${field.label}”` : 'New field'}
      onClose={onClose}
      form={form}
      action={planned.announced ? 'Announce it' : field ? 'Save the field' : 'Create the field'}
      disabled={gone || planned.waits}
      shows={isStale}
      around={(button) => <Allowed to="admin">{button}</Allowed>}
      submit={() => save(takeOver)}
      done={() =>
        planned.done(
          field ? 'Field saved. The vendors’ pages show it now.' : 'Field added. It is on the vendors’ pages now.',
        )
      }
    >
      {gone && (
        <Alert color="orange" role="alert">
          Somebody else has deleted this field. There is nothing left to save.
        </Alert>
      )}
      {conflict && !gone && (
        <FieldConflict
          {...conflict}
          mine={mine}
          take={(name) => form.setFieldValue(name, valuesOf(conflict.theirs)[name] as never)}
        />
      )}
      {field && <AnnouncedAlert slug={slug} announced={announced.of('field', field.key)} />}
      <div className={classes.sides}>
        <FieldInputs form={form} isNew={!field} selects={selects} options={options} />
        <div className={classes.picture}>
          <FieldPicture field={mine} options={options} />
        </div>
      </div>
      {planned.inputs}
    </FormDialog>
  );
}

/** The change to plan, if vendors could notice it: any change of a field, and a new required field. */
function plannedChange(field: Field | undefined, mine: Field, values: FieldValues): PlannedChange | undefined {
  if (!field) return mine.required && mine.key ? { operation: 'createField', body: newField(values) } : undefined;
  if (differences(field, mine).length === 0) return undefined;
  return { operation: 'updateField', path: { key: field.key }, body: changesOf(field, mine) };
}
