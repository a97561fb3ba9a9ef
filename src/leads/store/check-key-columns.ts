/** Compares every key column with the value that it copies: `npm run check:keys`, and the end of every test of leads. */
import { sql } from 'kysely';
import type { KeyColumnName } from '../../campaign/key-columns.ts';
import type { Database } from '../../database/connection.ts';
import { storedKeyValue } from './key-values.ts';

export interface KeyMismatch {
  readonly campaignId: string;
  readonly column: string;
  readonly field: string;
  readonly leads: number;
}

/** What differs, per column that is ready; nothing when all is well. */
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
