/**
 * The twelve field types: how each is stored, compared and limited. Everything that depends on a field's type
 * (conditions, key columns, schemas, normalising) starts from this table.
 */

export const fieldTypes = [
  'text',
  'long_text',
  'email',
  'phone',
  'url',
  'integer',
  'number',
  'boolean',
  'date',
  'datetime',
  'select',
  'multi_select',
] as const;

export type FieldType = (typeof fieldTypes)[number];

/** A stored value; empty ones are not stored. */
export type FieldValue = string | number | boolean | readonly string[];

export const operators = [
  'eq',
  'neq',
  'in',
  'not_in',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'starts_with',
  'is_empty',
  'is_not_empty',
] as const;

export type Operator = (typeof operators)[number];

const equality = ['eq', 'neq', 'in', 'not_in', 'is_empty', 'is_not_empty'] as const;
const order = ['gt', 'gte', 'lt', 'lte'] as const;
const search = ['contains', 'starts_with'] as const;

export interface TypeTraits {
  /** How a value is stored in `values`: dates, times and options are text in a form that sorts as it reads. */
  readonly stored: 'text' | 'number' | 'boolean' | 'list';
  readonly operators: readonly Operator[];
  /** Which kind of key column can hold a copy; none for what is too long or has many values. */
  readonly keyColumn: 'text' | 'number' | undefined;
  /** Longest text in characters (code points), where the type sets one. */
  readonly maxLength: number | undefined;
  /** Whether `min` and `max` may be set: of numbers alone, for a schema cannot bound a date. */
  readonly bounds: boolean;
}

const line: TypeTraits = {
  stored: 'text',
  operators: [...equality, ...search],
  keyColumn: 'text',
  maxLength: undefined,
  bounds: false,
};

export const traits: Readonly<Record<FieldType, TypeTraits>> = {
  text: { ...line, operators: [...equality, ...order, ...search], maxLength: 1_000 },
  long_text: { ...line, keyColumn: undefined, maxLength: 10_000 },
  email: { ...line, maxLength: 254 },
  phone: { ...line, maxLength: 40 },
  url: { ...line, maxLength: 2_000 },
  integer: { ...line, stored: 'number', operators: [...equality, ...order], keyColumn: 'number', bounds: true },
  number: { ...line, stored: 'number', operators: [...equality, ...order], keyColumn: 'number', bounds: true },
  boolean: { ...line, stored: 'boolean', operators: ['eq', 'neq', 'is_empty', 'is_not_empty'] },
  date: { ...line, operators: [...equality, ...order] },
  datetime: { ...line, operators: [...equality, ...order] },
  select: { ...line, operators: [...equality] },
  multi_select: { ...line, stored: 'list', operators: ['contains', 'is_empty', 'is_not_empty'], keyColumn: undefined },
};

/** Keys of fields, selects and statuses: never changed, never used again. */
export const keyPattern = /^[a-z][a-z0-9_]{0,62}$/;

/** Values of options. */
export const optionPattern = /^[a-z0-9][a-z0-9_-]{0,62}$/;
