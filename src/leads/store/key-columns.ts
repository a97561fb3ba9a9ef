/**
 * Key columns copy field values into columns that have an index. The expressions here compute them from a lead's values; their text
 * is the same for every campaign, because the assignment of fields to columns is a parameter. `npm run check:keys` compares each
 * stored key with its value, and so does the end of every test of leads.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import {
  type KeyColumnName,
  keyColumnNames,
  keyLength,
  numberColumns,
  textColumns,
} from '../../campaign/key-columns.ts';
import type { Database } from '../../database/connection.ts';

export const keyColumnList: RawBuilder<unknown> = sql.join(keyColumnNames.map((name) => sql.ref(name)));

/**
 * The keys of the assigned fields, in the order of the columns; `null` if a column is not assigned. It is the parameter of
 * {@link keyValues}.
 */
export function keysParameter(campaign: Campaign): RawBuilder<unknown> {
  const keys = keyColumnNames.map((name) => campaign.keyColumns.find((c) => c.column === name)?.field ?? null);
  return sql`${keys}::text[] as keys`;
}

/** The expressions for all key columns, in the order of {@link keyColumnList}; `keys` is a `text[]` expression. */
export function keyValues(values: RawBuilder<unknown>, keys: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  return [
    ...textColumns.map((_, i) => sql`left(${values} ->> ${keys}[${sql.lit(i + 1)}], ${sql.lit(keyLength)})`),
    ...numberColumns.map((_, i) => sql`(${values} ->> ${keys}[${sql.lit(textColumns.length + i + 1)}])::numeric`),
  ];
}

/** The same as the assignments of an `update`. */
export function keyAssignments(values: RawBuilder<unknown>, keys: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(keyValues(values, keys).map((value, i) => sql`${sql.ref(keyColumnNames[i] ?? '')} = ${value}`));
}

/** The value that a key column must have for the stored row `l`: the field's number, or the first characters of its text. */
export function storedKeyValue(column: string, field: string): RawBuilder<unknown> {
  const isNumber = (numberColumns as readonly string[]).includes(column);
  return isNumber
    ? sql`(l.values ->> ${field}::text)::numeric`
    : sql`left(l.values ->> ${field}::text, ${sql.lit(keyLength)})`;
}

export interface KeyMismatch {
  readonly campaignId: string;
  readonly column: string;
  readonly field: string;
  readonly leads: number;
}

/** The ready columns with wrong values, and the number of such leads; empty if all is well. */
export async function checkKeyColumns(db: Database): Promise<readonly KeyMismatch[]> {
  const columns = await db
    .selectFrom('key_columns')
    .select(['campaign_id', 'column_name', 'field_key'])
    .where('state', '=', 'ready')
    .execute();
  const mismatches: KeyMismatch[] = [];
  for (const { campaign_id: campaignId, column_name: column, field_key: field } of columns) {
    const value = storedKeyValue(column, field);
    const { rows } = await sql<{ leads: number }>`
      select count(*)::int as leads from leads l
      where l.campaign_id = ${campaignId} and l.${sql.ref(column as KeyColumnName)} is distinct from ${value}`.execute(
      db,
    );
    const leads = rows[0]?.leads ?? 0;
    if (leads > 0) mismatches.push({ campaignId, column, field, leads });
  }
  return mismatches;
}
