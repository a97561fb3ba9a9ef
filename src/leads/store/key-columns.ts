/**
 * Key columns copy field values into columns that have an index. The expressions here compute them from a lead's values. The names of
 * fields are parameters, so that campaigns with the same columns in use have the same statements. `npm run check:keys` compares each
 * stored key with its value, and so does the end of every test of leads.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import { type KeyColumnName, keyColumnNames, keyLength, numberColumns } from '../../campaign/key-columns.ts';
import type { Database } from '../../database/connection.ts';

export const keyColumnList: RawBuilder<unknown> = sql.join(keyColumnNames.map((name) => sql.ref(name)));

/** The expressions for all key columns, in the order of {@link keyColumnList}; `null` for a column that no field has. */
export function keyValues(campaign: Campaign, values: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  return keyColumnNames.map((name) => {
    const assigned = campaign.keyColumns.find(({ column }) => column === name);
    return assigned ? keyValue(name, values, assigned.field) : sql`null`;
  });
}

/** The key columns as the assignments of an `update`. */
export function keyAssignments(campaign: Campaign, values: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(keyValues(campaign, values).map((value, i) => sql`${sql.ref(keyColumnNames[i] ?? '')} = ${value}`));
}

/** The key columns as columns of a `select`. */
export function keyColumnsOf(campaign: Campaign, values: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(keyValues(campaign, values).map((value, i) => sql`${value} as ${sql.ref(keyColumnNames[i] ?? '')}`));
}

/** The field's number, or the first characters of its text. */
function keyValue(column: string, values: RawBuilder<unknown>, field: string): RawBuilder<unknown> {
  const isNumber = (numberColumns as readonly string[]).includes(column);
  return isNumber
    ? sql`(${values} ->> ${field}::text)::numeric`
    : sql`left(${values} ->> ${field}::text, ${sql.lit(keyLength)})`;
}

/** The value that a key column must have for the stored row `l`. */
export const storedKeyValue = (column: string, field: string): RawBuilder<unknown> =>
  keyValue(column, sql`l.values`, field);

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
