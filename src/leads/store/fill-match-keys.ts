/**
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
import { loadCampaign } from '../../campaign/load.ts';
import type { Database } from '../../database/connection.ts';
import { waitForOlderWrites } from './older-writes.ts';

const batch = 2_000;

/** Where it stands how far a rule has been filled: the row of a rule that holds, or of one that is announced. */
interface Filling {
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
    while (campaign && state === 'more' && !isStopping()) state = await fillBatch(db, campaign, filling);
    if (campaign && state === 'filled' && (await markReady(db, filling))) ready += 1;
  }
  return ready;
}

async function findFilling(db: Database): Promise<Filling[]> {
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

type BatchResult = 'more' | 'filled' | 'elsewhere';

function fillBatch(db: Database, campaign: Campaign, { table, filledTo, row }: Filling): Promise<BatchResult> {
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
function markReady(db: Database, { campaignId, table, state, row }: Filling): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('campaign_heads').select('epoch').where('campaign_id', '=', campaignId).forUpdate().execute();
    const { numAffectedRows } = await sql`update ${table} set ${state} = 'ready' where ${row}`.execute(trx);
    if (numAffectedRows !== 1n) return false;
    await raiseEpoch(trx, campaignId);
    return true;
  });
}
