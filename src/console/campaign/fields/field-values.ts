/**
 * A field in its form: numbers may be empty, texts blank. The functions make the API's field of it, with only the
 * properties of its type, and compare two versions.
 */
import type { Shape } from '../../api/client.ts';
import { type PastedOption, readOptions } from '../options/read-options.ts';
import { traits } from './field-types.ts';

type Field = Shape<'Field'>;

export interface FieldValues extends Record<string, unknown> {
  type: Shape<'FieldType'>;
  key: string;
  label: string;
  select: string | null;
  /** New options for a new field, as lines of text. Null if the field uses an existing select. */
  options: string | null;
  description: string;
  required: boolean;
  searchable: boolean;
  min: number | '';
  max: number | '';
  max_length: number | '';
  pattern: string;
  default: unknown;
}

export const valuesOf = (field: Field | undefined): FieldValues => ({
  type: field?.type ?? 'text',
  key: field?.key ?? '',
  label: field?.label ?? '',
  select: field?.select ?? null,
  options: null,
  description: field?.description ?? '',
  required: field?.required ?? false,
  searchable: field?.searchable ?? false,
  min: field?.min ?? '',
  max: field?.max ?? '',
  max_length: field?.max_length ?? '',
  pattern: field?.pattern ?? '',
  default: field?.default ?? null,
});

/** The field that the values make. It has every property; empty ones are `null`. */
export function fieldOf(values: FieldValues): Field {
  const { type, key, label, required, select } = values;
  const { options: holds, number, longest, takesPattern, isFilterable } = traits[type];
  return {
    type,
    key,
    label: label.trim(),
    required,
    searchable: values.searchable && isFilterable,
    search_state: null,
    select: holds ? select : null,
    description: values.description.trim() || null,
    min: number ? orNull(values.min) : null,
    max: number ? orNull(values.max) : null,
    max_length: longest === undefined ? null : orNull(values.max_length),
    pattern: takesPattern ? values.pattern || null : null,
    default: (Array.isArray(values.default) && values.default.length === 0 ? null : values.default) as Field['default'],
  };
}

const orNull = (value: number | ''): number | null => (value === '' ? null : value);

/** The body for a new field, without empty properties. */
export function newField(values: FieldValues): Shape<'FieldCreate'> {
  const { search_state: _, ...field } = fieldOf(values);
  const { key, label, type, select, ...rest } = field;
  const own = ownOptions(values);
  return {
    ...{ key, label, type, ...(own ? { options: [...own] } : select !== null && { select }) },
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
  };
}

/** The new options of a new field. Undefined if it uses an existing select. */
export const ownOptions = ({ type, options }: FieldValues): readonly PastedOption[] | undefined =>
  traits[type].options && options !== null ? readOptions(options, []).options : undefined;

/** The error of the options in the form of a new field. */
export const optionFaults = {
  options: (_: unknown, values: FieldValues) =>
    ownOptions(values)?.length === 0 ? 'Write at least one option, each on a line.' : null,
  select: (select: string | null, { type, options }: FieldValues) =>
    traits[type].options && options === null && select === null ? 'Choose a select, or write new options.' : null,
};

/** The properties of a field that can be changed. */
export const changeable = [
  'label',
  'description',
  'required',
  'searchable',
  'min',
  'max',
  'max_length',
  'pattern',
  'default',
] as const;
export type Changeable = (typeof changeable)[number];

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const differences = (a: Field, b: Field): readonly Changeable[] =>
  changeable.filter((name) => !equal(a[name], b[name]));

/** The body that changes one version into the other. */
export const changesOf = (from: Field, to: Field): Shape<'FieldUpdate'> =>
  Object.fromEntries(differences(from, to).map((name) => [name, to[name]]));
