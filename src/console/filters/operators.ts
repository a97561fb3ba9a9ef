/** What can be asked of a value, by its type, in words. The server has the same table; a test holds the two together. */
import type { Shape } from '../api/client.ts';

export type PathType = Shape<'FieldType'> | 'status' | 'external_id' | 'created_at';

const equality = ['eq', 'neq', 'in', 'not_in'] as const;
const emptiness = ['is_empty', 'is_not_empty'] as const;
const order = ['gt', 'gte', 'lt', 'lte'] as const;
const search = ['contains', 'starts_with'] as const;

export type Operator = (typeof equality | typeof emptiness | typeof order | typeof search)[number];

const line = [...equality, ...search, ...emptiness];
const ordered = [...equality, ...order, ...emptiness];

export const operatorsByType: Readonly<Record<PathType, readonly Operator[]>> = {
  text: [...equality, ...search, ...order, ...emptiness],
  long_text: line,
  email: line,
  phone: line,
  url: line,
  integer: ordered,
  number: ordered,
  boolean: ['eq', 'neq', ...emptiness],
  date: ordered,
  datetime: ordered,
  select: [...equality, ...emptiness],
  multi_select: ['contains', ...emptiness],
  status: equality,
  created_at: order,
  external_id: line,
};

const words: Readonly<Record<Operator, string>> = {
  eq: 'is',
  neq: 'is not',
  in: 'is one of',
  not_in: 'is none of',
  gt: 'is above',
  gte: 'is at least',
  lt: 'is below',
  lte: 'is at most',
  contains: 'contains',
  starts_with: 'begins with',
  is_empty: 'is empty',
  is_not_empty: 'is not empty',
};

const ofTimes: Readonly<Partial<Record<Operator, string>>> = {
  gt: 'is after',
  gte: 'is on or after',
  lt: 'is before',
  lte: 'is on or before',
};

const times: readonly PathType[] = ['date', 'datetime', 'created_at'];

export const wordOf = (operator: Operator, type: PathType): string =>
  (times.includes(type) ? ofTimes[operator] : undefined) ?? words[operator];

export const takesNoValue = (operator: string): boolean => operator === 'is_empty' || operator === 'is_not_empty';
export const takesList = (operator: string): boolean => operator === 'in' || operator === 'not_in';
