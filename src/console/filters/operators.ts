/** The operators that a condition may use, by what it compares, in words. The server has the same table; a test compares the two. */
import {
  type FieldType,
  type FieldTypeEntry,
  fieldTypes,
  type Operator,
  orderOperators,
  textOperators,
  traits,
} from '../campaign/fields/field-types.ts';

export type PathType = FieldType | 'status' | 'external_id' | 'created_at';
export type { Operator };

const ofFields = Object.fromEntries(fieldTypes.map((type) => [type, traits[type].operators])) as Readonly<
  Record<FieldType, readonly Operator[]>
>;

export const operatorsByType: Readonly<Record<PathType, readonly Operator[]>> = {
  ...ofFields,
  status: ['eq', 'neq', 'in', 'not_in'],
  created_at: orderOperators,
  external_id: textOperators,
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

const orderWords: Readonly<Record<FieldTypeEntry['comparedAs'], Readonly<Partial<Record<Operator, string>>>>> = {
  value: {},
  day: { gt: 'is after', gte: 'is on or after', lt: 'is before', lte: 'is on or before' },
  clock: { gt: 'is after', gte: 'is at or after', lt: 'is before', lte: 'is at or before' },
};

const comparedAs = (type: PathType): FieldTypeEntry['comparedAs'] =>
  isFieldType(type) ? traits[type].comparedAs : type === 'created_at' ? 'day' : 'value';

export const isFieldType = (type: PathType): type is FieldType => type in traits;

export const wordOf = (operator: Operator, type: PathType): string =>
  orderWords[comparedAs(type)][operator] ?? words[operator];

export const takesNoValue = (operator: string): boolean => operator === 'is_empty' || operator === 'is_not_empty';
export const takesList = (operator: string): boolean => operator === 'in' || operator === 'not_in';
