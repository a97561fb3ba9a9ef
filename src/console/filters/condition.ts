/** Converts the API's condition to the builder's query and back, without loss. An incomplete query gives no condition. */
import type { RuleGroupType, RuleType } from 'react-querybuilder';
import type { Shape } from '../api/client.ts';
import { takesList, takesNoValue } from './operators.ts';

export type Condition = Shape<'Condition'>;
type Comparison = Extract<Condition, { path: string }>;

export const emptyQuery: RuleGroupType = { combinator: 'and', rules: [] };

/** A query has a group at the top, whatever the condition is. */
export function queryOf(condition: Condition): RuleGroupType {
  const part = partOf(condition);
  return 'rules' in part ? part : { combinator: 'and', rules: [part] };
}

function partOf(condition: Condition): RuleGroupType | RuleType {
  if ('all' in condition) return { combinator: 'and', rules: condition.all.map(partOf) };
  if ('any' in condition) return { combinator: 'or', rules: condition.any.map(partOf) };
  if ('not' in condition) return { ...queryOf(condition.not), not: true };
  return { field: condition.path, operator: condition.op, value: condition.value ?? '' };
}

/** Undefined while something is missing: an empty group, or a rule without a value. */
export function conditionOf(query: RuleGroupType): Condition | undefined {
  const parts = query.rules.map((part) => ('rules' in part ? conditionOf(part) : comparisonOf(part)));
  const whole = parts.filter((part) => part !== undefined);
  if (whole.length === 0 || whole.length < parts.length) return undefined;
  const [only] = whole;
  const joined: Condition =
    whole.length === 1 && only ? only : query.combinator === 'or' ? { any: whole } : { all: whole };
  return query.not ? { not: joined } : joined;
}

function comparisonOf({ field, operator, value }: RuleType): Comparison | undefined {
  const op = operator as Comparison['op'];
  if (takesNoValue(operator)) return { path: field, op };
  if (takesList(operator)) return Array.isArray(value) && value.length > 0 ? { path: field, op, value } : undefined;
  return value === '' || value === null || value === undefined || Array.isArray(value)
    ? undefined
    : { path: field, op, value };
}
