/**
 * Fills newly assigned key columns for the leads that were there before. A column is assigned as *filling* under a new
 * epoch; then every write that began before must have ended, for it wrote without the column; then the older leads are
 * filled in batches; then the column is *ready*, under another new epoch, and only now read.
 *
 * Any number of processes may run this: a batch holds its assignment's row, and others pass it by. A process that is killed
 * leaves `filled_to` behind for the next.
 *
 * Gives the leads that were there before a rule on duplicates the keys by which it finds them, also before one that is only
 * announced. As with key columns, the rule is *filling* first, every write that began before must have ended, and then the older
 * leads follow in batches.
 *
 * Any number of processes may run this: a batch holds the rule's row, and others pass it by. A process that is killed leaves
 * behind how far it came, for the next.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import { keyedFields, matchKeysOf } from '../../campaign/duplicates.ts';
import { raiseEpoch } from '../../campaign/epoch.ts';
import type { KeyColumnName } from '../../campaign/key-columns.ts';
import { loadCampaign } from '../../campaign/load.ts';
import type { Database } from '../../database/connection.ts';
import { storedKeyValue } from './key-columns.ts';
import { waitForOlderWrites } from './transaction.ts';

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

/** Where it stands how far a rule has been filled: the row of a rule that holds, or of one that is announced. */
interface RuleFilling {
  readonly campaignId: string;
  readonly table: RawBuilder<unknown>;
  readonly state: RawBuilder<unknown>;
  readonly filledTo: RawBuilder<unknown>;
  /** The row, as long as it is to be filled for just these fields. */
  readonly row: RawBuilder<boolean>;
}

/** Fills everything that there is to fill, and returns how many rules became ready. `isStopping` ends it between batches. */
export async function fillMatchKeys(db: Database, isStopping: () => boolean = () => false): Promise<number> {
  const waiting = await findFilling(db);
  if (waiting.length === 0) return 0;
  await waitForOlderWrites(db, isStopping);
  let ready = 0;
  for (const filling of waiting) {
    const campaign = await loadCampaign(db, { id: filling.campaignId });
    let state: BatchResult = campaign ? 'more' : 'elsewhere';
    while (campaign && state === 'more' && !isStopping()) state = await fillRuleBatch(db, campaign, filling);
    if (campaign && state === 'filled' && (await markRuleReady(db, filling))) ready += 1;
  }
  return ready;
}

async function findFilling(db: Database): Promise<RuleFilling[]> {
  const rules = await db
    .selectFrom('duplicate_rules')
    .select(['campaign_id', 'fields'])
    .where('state', '=', 'filling')
    .execute();
  const announced = await db
    .selectFrom('announced_changes')
    .select(['campaign_id', 'id'])
    .where('keys', '=', 'filling')
    .where('state', '=', 'announced')
    .execute();
  return [
    ...rules.map(({ campaign_id, fields }) => ({
      campaignId: campaign_id,
      table: sql`duplicate_rules`,
      state: sql`state`,
      filledTo: sql`filled_to`,
      row: sql<boolean>`campaign_id = ${campaign_id} and state = 'filling' and fields = ${fields}::text[]`,
    })),
    ...announced.map(({ campaign_id, id }) => ({
      campaignId: campaign_id,
      table: sql`announced_changes`,
      state: sql`keys`,
      filledTo: sql`keys_filled_to`,
      row: sql<boolean>`campaign_id = ${campaign_id} and id = ${id} and keys = 'filling' and state = 'announced'`,
    })),
  ];
}

function fillRuleBatch(db: Database, campaign: Campaign, { table, filledTo, row }: RuleFilling): Promise<BatchResult> {
  return db.transaction().execute(async (trx) => {
    const held = await sql<{ filled_to: string | null }>`
      select ${filledTo} as filled_to from ${table} where ${row} for update skip locked`.execute(trx);
    const [rule] = held.rows;
    if (!rule) return 'elsewhere';
    const { rows } = await sql<{ id: string; values: Record<string, unknown> }>`
      select l.id, l.values from leads l
      where l.campaign_id = ${campaign.id} and l.id > ${rule.filled_to ?? '00000000-0000-0000-0000-000000000000'}::uuid
      order by l.id limit ${batch} for update`.execute(trx);
    const keys = rows.map(({ id, values }) => ({ id, keys: filledKeys(campaign, values) }));
    // Keys of other fields stay: a rule that was announced meanwhile looks by them.
    await sql`
      with filled as materialized (
        select l.id, coalesce(l.match_keys, '{}') - ${keyedFields(campaign)}::text[] || k.keys as keys
        from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(id uuid, keys jsonb)
          join leads l on l.campaign_id = ${campaign.id} and l.id = k.id)
      update leads l set match_keys = f.keys from filled f
      where l.campaign_id = ${campaign.id} and l.id = f.id and l.match_keys is distinct from f.keys`.execute(trx);
    const last = rows.at(-1)?.id;
    if (last !== undefined) await sql`update ${table} set ${filledTo} = ${last}::uuid where ${row}`.execute(trx);
    return rows.length === batch ? 'more' : 'filled';
  });
}

/** The keys as a write leaves them: none for what is empty. */
function filledKeys(campaign: Campaign, values: Readonly<Record<string, unknown>>): Record<string, string> {
  const keys = Object.entries(matchKeysOf(campaign, values) ?? {});
  return Object.fromEntries(keys.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The head first, as every change of a definition does: so the two cannot wait for each other. */
function markRuleReady(db: Database, { campaignId, table, state, row }: RuleFilling): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('campaign_heads').select('epoch').where('campaign_id', '=', campaignId).forUpdate().execute();
    const { numAffectedRows } = await sql`update ${table} set ${state} = 'ready' where ${row}`.execute(trx);
    if (numAffectedRows !== 1n) return false;
    await raiseEpoch(trx, campaignId);
    return true;
  });
}
