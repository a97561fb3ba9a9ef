/**
 * Fills newly assigned key columns for the leads that were there before. A column is assigned as *filling* under a new
 * epoch; then every write that began before must have ended, for it wrote without the column; then the older leads are
 * filled in batches; then the column is *ready*, under another new epoch, and only now read.
 *
 * Any number of processes may run this: a batch holds its assignment's row, and others pass it by. A process that is killed
 * leaves `filled_to` behind for the next.
 */
import { sql } from 'kysely';
import { raiseEpoch } from '../../campaign/epoch.ts';
import type { KeyColumnName } from '../../campaign/key-columns.ts';
import type { Database } from '../../database/connection.ts';
import { storedKeyValue } from './key-values.ts';
import { waitForOlderWrites } from './older-writes.ts';

const batch = 2_000;

interface Filling {
  readonly campaign_id: string;
  readonly column_name: KeyColumnName;
  readonly field_key: string;
}

/** Fills everything that there is to fill, and returns how many columns became ready. `isStopping` ends it between batches. */
export async function fillKeyColumns(db: Database, isStopping: () => boolean = () => false): Promise<number> {
  const waiting = await db
    .selectFrom('key_columns')
    .select(['campaign_id', 'column_name', 'field_key'])
    .where('state', '=', 'filling')
    .execute();
  if (waiting.length === 0) return 0;
  await waitForOlderWrites(db, isStopping);
  let ready = 0;
  for (const column of waiting as Filling[]) {
    let state: BatchResult = 'more';
    while (state === 'more' && !isStopping()) state = await fillBatch(db, column);
    if (state === 'filled' && (await markReady(db, column))) ready += 1;
  }
  return ready;
}

type BatchResult = 'more' | 'filled' | 'elsewhere';

function fillBatch(db: Database, column: Filling): Promise<BatchResult> {
  const { campaign_id, column_name, field_key } = column;
  return db.transaction().execute(async (trx) => {
    const held = await sql<{ filled_to: string | null }>`
      select filled_to from key_columns where campaign_id = ${campaign_id} and column_name = ${column_name}
        and field_key = ${field_key} and state = 'filling' for update skip locked`.execute(trx);
    const [row] = held.rows;
    if (!row) return 'elsewhere';
    const value = storedKeyValue(column_name, field_key);
    const filled = await sql<{ last: string | null; seen: number }>`
      with part as materialized (
        select l.id from leads l where l.campaign_id = ${campaign_id} and l.id > ${row.filled_to ?? '00000000-0000-0000-0000-000000000000'}::uuid
        order by l.id limit ${batch} for update),
      filled as (
        update leads l set ${sql.ref(column_name)} = ${value} from part s
        where l.campaign_id = ${campaign_id} and l.id = s.id and l.${sql.ref(column_name)} is distinct from ${value})
      select (select s.id from part s order by s.id desc limit 1) as last, (select count(*)::int from part) as seen`.execute(
      trx,
    );
    const last = filled.rows[0]?.last ?? null;
    if (last !== null) {
      await trx
        .updateTable('key_columns')
        .set({ filled_to: last })
        .where('campaign_id', '=', campaign_id)
        .where('column_name', '=', column_name)
        .execute();
    }
    return (filled.rows[0]?.seen ?? 0) === batch ? 'more' : 'filled';
  });
}

/** The head first, as every change of a definition does: so the two cannot wait for each other. */
function markReady(db: Database, { campaign_id, column_name, field_key }: Filling): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('campaign_heads').select('epoch').where('campaign_id', '=', campaign_id).forUpdate().execute();
    const { numUpdatedRows } = await trx
      .updateTable('key_columns')
      .set({ state: 'ready' })
      .where('campaign_id', '=', campaign_id)
      .where('column_name', '=', column_name)
      .where('field_key', '=', field_key)
      .where('state', '=', 'filling')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await raiseEpoch(trx, campaign_id);
    return true;
  });
}
