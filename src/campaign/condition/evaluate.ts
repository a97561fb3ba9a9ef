/**
 * Evaluates conditions in this process. It must always agree with the evaluator in SQL (`leads/store/condition-sql.ts`):
 * two-valued logic; `eq`, `in`, `gt` … are false for an empty value, `neq` and `not_in` are true; texts are compared by code
 * point.
 */

import type { Campaign, FieldValue, LeadState } from '../definition.ts';
import type { Comparison, Condition, Scalar } from './condition.ts';
import { resolvePath } from './condition-path.ts';

/** Whether the lead matches the condition. A path that the campaign never had matches no lead. */
export function holds(campaign: Campaign, condition: Condition, lead: LeadState): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(campaign, part, lead));
  if ('any' in condition) return condition.any.some((part) => holds(campaign, part, lead));
  if ('not' in condition) return !holds(campaign, condition.not, lead);
  return compare(campaign, condition, lead);
}

function compare(campaign: Campaign, { path, op, value }: Comparison, lead: LeadState): boolean {
  const actual = read(campaign, path, lead);
  if (actual === undefined) return false;
  switch (op) {
    case 'is_empty':
      return actual === null;
    case 'is_not_empty':
      return actual !== null;
    case 'neq':
      return actual !== value;
    case 'not_in':
      return actual === null || !(value as readonly Scalar[]).includes(actual as Scalar);
    default:
  }
  if (actual === null) return false;
  switch (op) {
    case 'eq':
      return actual === value;
    case 'in':
      return (value as readonly Scalar[]).includes(actual as Scalar);
    case 'contains':
      return (actual as string | readonly string[]).includes(value as string);
    case 'starts_with':
      return (actual as string).startsWith(value as string);
    case 'gt':
      return order(actual, value) > 0;
    case 'gte':
      return order(actual, value) >= 0;
    case 'lt':
      return order(actual, value) < 0;
    case 'lte':
      return order(actual, value) <= 0;
  }
}

/** The value at the path: `null` if it is empty, `undefined` if the campaign has no such path. */
function read(campaign: Campaign, path: string, lead: LeadState): FieldValue | null | undefined {
  const target = resolvePath(campaign, path);
  if (!target) return undefined;
  if (target.kind !== 'field') return lead[target.kind];
  return Object.hasOwn(lead.values, target.field.key) ? (lead.values[target.field.key] ?? null) : null;
}

/** Compares numbers, or texts by code point: UTF-8 bytes sort like code points, but UTF-16 units above U+FFFF do not. */
function order(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
