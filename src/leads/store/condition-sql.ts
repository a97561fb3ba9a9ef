/**
 * Conditions as SQL. This evaluator must never differ from the one in process (`campaign/condition/evaluate.ts`); a property test compares
 * them. No null leaks: under `not` each comparison becomes two-valued. Elsewhere null counts as false in a `where`, and a bare
 * comparison lets PostgreSQL use its index.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Comparison, Condition, Scalar } from '../../campaign/condition/condition.ts';
import { resolvePath, type Target } from '../../campaign/condition/condition-path.ts';
import type { Campaign, Field } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { keyLength, readyColumn } from '../../campaign/key-columns.ts';
import { firstIdAt } from '../../ids/ids.ts';

type Bool = RawBuilder<boolean>;

/** The row that a condition is evaluated on: the stored row, or the row that a write is about to leave behind. */
export interface RowSource {
  readonly id: RawBuilder<string>;
  readonly status: RawBuilder<string>;
  readonly externalId: RawBuilder<string | null>;
  readonly values: RawBuilder<unknown>;
  /** A key column of the row. Only the stored row has them. */
  readonly column: ((name: string) => RawBuilder<unknown>) | undefined;
}

/** The stored row under the alias `l`, key columns included. */
export const storedRow: RowSource = {
  id: sql`l.id`,
  status: sql`l.status`,
  externalId: sql`l.external_id`,
  values: sql`l.values`,
  column: (name) => sql`l.${sql.ref(name)}`,
};

/** True exactly when the condition is met; otherwise false or null. */
export function conditionSql(campaign: Campaign, condition: Condition, row: RowSource): Bool {
  return compile(campaign, condition, row, false);
}

function compile(campaign: Campaign, condition: Condition, row: RowSource, negated: boolean): Bool {
  const join = (parts: readonly Condition[], word: 'and' | 'or') =>
    sql<boolean>`(${sql.join(
      parts.map((part) => compile(campaign, part, row, negated)),
      word === 'and' ? sql` and ` : sql` or `,
    )})`;
  if ('all' in condition) return join(condition.all, 'and');
  if ('any' in condition) return join(condition.any, 'or');
  if ('not' in condition) return sql`not ${compile(campaign, condition.not, row, true)}`;
  const target = resolvePath(campaign, condition.path);
  if (!target) return sql`false`;
  const comparison = compare(campaign, target, condition, row);
  return negated ? sql`coalesce(${comparison}, false)` : comparison;
}

function compare(campaign: Campaign, target: Target, { op, value }: Comparison, row: RowSource): Bool {
  if (target.kind === 'created_at') return compareTime(row.id, op, value as string);
  if (target.kind === 'field' && traits[target.field.type].stored === 'list')
    return compareList(target.field, op, value, row);
  const actual = operand(campaign, target, row, op, value);
  const cast = (scalar: Scalar) => constant(target, scalar);
  switch (op) {
    case 'is_empty':
      return sql`${actual} is null`;
    case 'is_not_empty':
      return sql`${actual} is not null`;
    case 'eq':
      return sql`${actual} = ${cast(value as Scalar)}`;
    case 'neq':
      return sql`${actual} is distinct from ${cast(value as Scalar)}`;
    case 'in':
      return sql`${actual} = any(${list(target, value as readonly Scalar[])})`;
    case 'not_in':
      return sql`coalesce(${actual} <> all(${list(target, value as readonly Scalar[])}), true)`;
    case 'contains':
      return sql`strpos(${actual}, ${value}) > 0`;
    case 'starts_with':
      return sql`starts_with(${actual}, ${value})`;
    case 'gt':
      return sql`${actual} > ${cast(value as Scalar)}`;
    case 'gte':
      return sql`${actual} >= ${cast(value as Scalar)}`;
    case 'lt':
      return sql`${actual} < ${cast(value as Scalar)}`;
    case 'lte':
      return sql`${actual} <= ${cast(value as Scalar)}`;
  }
}

/** The left side of a comparison: a column, a key column that is ready and long enough for the value, or the value in `values`. */
function operand(
  campaign: Campaign,
  target: Exclude<Target, { kind: 'created_at' }>,
  row: RowSource,
  op: Comparison['op'],
  value: Comparison['value'],
): RawBuilder<unknown> {
  if (target.kind === 'status') return row.status;
  if (target.kind === 'external_id') return row.externalId;
  const { key, type } = target.field;
  const column = row.column && fitsKeyColumn(target.field, op, value) ? readyColumn(campaign, key) : undefined;
  if (column && row.column) return row.column(column);
  if (traits[type].stored === 'number') return sql`(${row.values} ->> ${key}::text)::numeric`;
  return sql`(${row.values} ->> ${key}::text) collate "C"`;
}

/**
 * Whether the key column gives the same result as the value. It holds only the first characters of a text: enough to compare with a
 * shorter text, but not to search within the text.
 */
function fitsKeyColumn(field: Field, op: Comparison['op'], value: Comparison['value']): boolean {
  if (op === 'contains') return false;
  if (traits[field.type].stored === 'number' || value === undefined) return true;
  const texts = Array.isArray(value) ? value : [value];
  return texts.every((text) => typeof text === 'boolean' || [...String(text)].length < keyLength);
}

function constant(target: Target, value: Scalar): RawBuilder<unknown> {
  if (target.kind === 'field' && traits[target.field.type].stored === 'number') return sql`${String(value)}::numeric`;
  return sql`${String(value)}::text`;
}

function list(target: Target, values: readonly Scalar[]): RawBuilder<unknown> {
  const texts = values.map(String);
  if (target.kind === 'field' && traits[target.field.type].stored === 'number') return sql`${texts}::numeric[]`;
  return sql`${texts}::text[]`;
}

function compareList(field: Field, op: Comparison['op'], value: Comparison['value'], row: RowSource): Bool {
  const items = sql`(${row.values} -> ${field.key}::text)`;
  if (op === 'is_empty') return sql`${items} is null`;
  if (op === 'is_not_empty') return sql`${items} is not null`;
  return sql`${items} ? ${value}::text`;
}

/** `created_at` is the time inside the id, so its comparisons use the primary key. */
export function compareTime(id: RawBuilder<string>, op: Comparison['op'], value: string): Bool {
  const at = Date.parse(value);
  switch (op) {
    case 'gte':
      return sql`${id} >= ${firstIdAt(at)}::uuid`;
    case 'gt':
      return sql`${id} >= ${firstIdAt(at + 1)}::uuid`;
    case 'lt':
      return sql`${id} < ${firstIdAt(at)}::uuid`;
    default:
      return sql`${id} < ${firstIdAt(at + 1)}::uuid`;
  }
}

export interface FoldedText {
  /** Key of an e-mail field. */
  readonly key: string;
  /** The address in lower case. Addresses are ASCII, so it is in NFC. */
  readonly folded: string;
}

/**
 * A list's filter by e-mail address, which ignores case as the duplicate check does. A client whose lead was refused as a duplicate
 * finds the other lead by it. Conditions of saved filters compare by code point, so that no scope widens.
 * On `leads l`. The collation `"C"` folds only ASCII letters.
 */
export function foldedSql(campaign: Campaign, { key, folded }: FoldedText): RawBuilder<boolean> {
  const column = folded.length < keyLength ? readyColumn(campaign, key) : undefined;
  if (!column) return sql`lower((${storedRow.values} ->> ${key}::text) collate "C") = ${folded}`;
  const text = sql.ref(`l.${column}`);
  const ranges = rangesOf(folded).map(([first, last]) =>
    first === last ? sql`${text} = ${last}` : sql`(${text} >= ${first} and ${text} <= ${last})`,
  );
  return sql`(lower(${text}) = ${folded} and (${sql.join(ranges, sql` or `)}))`;
}

/** The index is searched for the first five letters in both cases: 32 ranges with few addresses in each. */
const firstLetters = /^(?:[^a-z]*[a-z]){0,5}/;

/**
 * The ranges of code points that hold every spelling of the address. Capital letters come first in that order. The domain is stored
 * in lower case.
 */
function rangesOf(folded: string): readonly (readonly [first: string, last: string])[] {
  const at = folded.lastIndexOf('@');
  const local = folded.slice(0, at);
  const [begin = ''] = firstLetters.exec(local) ?? [];
  const starts = [...begin].reduce<readonly string[]>(
    (spellings, letter) =>
      spellings.flatMap((start) => [...new Set([letter, letter.toUpperCase()])].map((either) => start + either)),
    [''],
  );
  const rest = local.slice(begin.length);
  const domain = folded.slice(at);
  return starts.map((start) => [start + rest.toUpperCase() + domain, start + rest + domain]);
}
