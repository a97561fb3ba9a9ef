/** A field while it is edited: numbers that may be empty, texts that may be blank; and as the API takes them. */
import type { Shape } from '../api/client.ts';
import { hasLength, isNumeric } from './field-types.ts';

export interface FieldValues extends Record<string, unknown> {
  type: Shape<'FieldType'>;
  key: string;
  label: string;
  select: string | null;
  description: string;
  required: boolean;
  searchable: boolean;
  min: number | '';
  max: number | '';
  max_length: number | '';
  pattern: string;
}

export const valuesOf = (field: Shape<'Field'> | undefined): FieldValues => ({
  type: field?.type ?? 'text',
  key: field?.key ?? '',
  label: field?.label ?? '',
  select: field?.select ?? null,
  description: field?.description ?? '',
  required: field?.required ?? false,
  searchable: field?.searchable ?? false,
  min: field?.min ?? '',
  max: field?.max ?? '',
  max_length: field?.max_length ?? '',
  pattern: field?.pattern ?? '',
});

interface Limits {
  description?: string | null;
  min?: number | null;
  max?: number | null;
  max_length?: number | null;
  pattern?: string | null;
}

/** Only what the type has. `clears`: what is empty is said to be so, to take it from a field that is there. */
export function limitsOf(values: FieldValues, clears: boolean): Limits {
  const { type, description, pattern } = values;
  const limits: Limits = { description: description.trim() || null };
  if (isNumeric(type)) Object.assign(limits, { min: orNull(values.min), max: orNull(values.max) });
  if (hasLength(type)) limits.max_length = orNull(values.max_length);
  if (type === 'text') limits.pattern = pattern || null;
  return clears ? limits : (Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== null)) as Limits);
}

const orNull = (value: number | ''): number | null => (value === '' ? null : value);
