/**
 * Describes a condition in plain words: "Source is Vendor XYZ and Status is not Lost". For the console, never for a vendor.
 */

import { type Campaign, findSelect } from '../definition.ts';
import type { FieldTypeEntry } from '../field-types/entry.ts';
import { traits } from '../field-types.ts';
import type { Comparison, Condition } from './condition.ts';
import { resolvePath } from './condition-path.ts';

const words: Readonly<Record<Comparison['op'], string>> = {
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

/** The words for comparing days and times, the same as in the console's builder. */
const orderWords: Readonly<Record<FieldTypeEntry['comparedAs'], Partial<typeof words>>> = {
  value: {},
  day: { gt: 'is after', gte: 'is on or after', lt: 'is before', lte: 'is on or before' },
  clock: { gt: 'is after', gte: 'is at or after', lt: 'is before', lte: 'is at or before' },
};

export function describeCondition(campaign: Campaign, condition: Condition, nested = false): string {
  const join = (parts: readonly Condition[], word: string) => {
    const text = parts.map((part) => describeCondition(campaign, part, parts.length > 1)).join(` ${word} `);
    return nested && parts.length > 1 ? `(${text})` : text;
  };
  if ('all' in condition) return join(condition.all, 'and');
  if ('any' in condition) return join(condition.any, 'or');
  if ('not' in condition) return `not (${describeCondition(campaign, condition.not)})`;
  return describeComparison(campaign, condition);
}

function describeComparison(campaign: Campaign, { path, op, value }: Comparison): string {
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const labels = values.map((one) => labelOf(campaign, path, one)).join(', ');
  const word = orderWords[comparedAs(campaign, path)][op] ?? words[op];
  return [labelOfPath(campaign, path), word, labels].filter(Boolean).join(' ');
}

function comparedAs(campaign: Campaign, path: string): FieldTypeEntry['comparedAs'] {
  const target = resolvePath(campaign, path);
  if (target?.kind === 'field') return traits[target.field.type].comparedAs;
  return target?.kind === 'created_at' ? 'day' : 'value';
}

/** The label of a path for people. */
export function labelOfPath(campaign: Campaign, path: string): string {
  const target = resolvePath(campaign, path);
  if (!target) return path;
  if (target.kind === 'field') return target.field.label;
  return { status: 'Status', created_at: 'Created', external_id: 'External id' }[target.kind];
}

/** The label of an option or a status for people, or otherwise the value itself. */
export function labelOf(campaign: Campaign, path: string, value: unknown): string {
  const target = resolvePath(campaign, path);
  if (target?.kind === 'status') return campaign.statuses.find((s) => s.key === value)?.label ?? String(value);
  const options = target?.kind === 'field' ? (findSelect(campaign, target.field.select)?.options ?? []) : [];
  return (
    options.find((o) => o.value === value)?.label ??
    (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))
  );
}
