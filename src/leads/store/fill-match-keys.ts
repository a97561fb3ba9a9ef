/**
 * Gives the leads that were there before a rule on duplicates the keys by which it finds them. As with key columns, the
 * rule is *filling* first, every write that began before must have ended, and then the older leads follow in batches.
 *
 * Any number of processes may run this: a batch holds the rule's row, and others pass it by. A process that is killed
 * leaves `filled_to` behind for the next.
 */
import { sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import { matchKeysOf } from '../../campaign/duplicates.ts';
import { raiseEpoch } from '../../campaign/epoch.ts';
import { loadCampaign } from '../../campaign/load.ts';
import type { Database } from '../../database/connection.ts';
import { waitForOlderWrites } from './older-writes.ts';

const batch = 2_000;

/** Fills everything that there is to fill, and returns how many rules became ready. `isStopping` ends it between batches. */
export async function fillMatchKeys(db: Database, isStopping: () => boolean = () => false): Promise<number> {
  const waiting = await db.selectFrom('duplicate_rules').select('campaign_id').where('state', '=', 'filling').execute();
  if (waiting.length === 0) return 0;
  await waitForOlderWrites(db, isStopping);
  let ready = 0;
  for (const { campaign_id: id } of waiting) {
    const campaign = await loadCampaign(db, { id });
    let state: BatchResult = campaign?.duplicateRule?.state === 'filling' ? 'more' : 'elsewhere';
    while (campaign && state === 'more' && !isStopping()) state = await fillBatch(db, campaign);
    if (campaign && state === 'filled' && (await markReady(db, campaign))) ready += 1;
  }
  return ready;
}

type BatchResult = 'more' | 'filled' | 'elsewhere';

function fillBatch(db: Database, campaign: Campaign): Promise<BatchResult> {
  const fields = campaign.duplicateRule?.fields ?? [];
  return db.transaction().execute(async (trx) => {
    const held = await sql<{ filled_to: string | null }>`
      select filled_to from duplicate_rules where campaign_id = ${campaign.id} and state = 'filling' and fields = ${fields}::text[]
      for update skip locked`.execute(trx);
    const [rule] = held.rows;
    if (!rule) return 'elsewhere';
    const { rows } = await sql<{ id: string; values: Record<string, unknown> }>`
      select l.id, l.values from leads l
      where l.campaign_id = ${campaign.id} and l.id > ${rule.filled_to ?? '00000000-0000-0000-0000-000000000000'}::uuid
      order by l.id limit ${batch} for update`.execute(trx);
    const keys = rows.map(({ id, values }) => ({ id, keys: filledKeys(campaign, values) }));
    await sql`
      update leads l set match_keys = k.keys from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(id uuid, keys jsonb)
      where l.campaign_id = ${campaign.id} and l.id = k.id and l.match_keys is distinct from k.keys`.execute(trx);
    const last = rows.at(-1)?.id;
    if (last !== undefined)
      await trx
        .updateTable('duplicate_rules')
        .set({ filled_to: last })
        .where('campaign_id', '=', campaign.id)
        .execute();
    return rows.length === batch ? 'more' : 'filled';
  });
}

/** The keys as a write leaves them: none for what is empty. */
function filledKeys(campaign: Campaign, values: Readonly<Record<string, unknown>>): Record<string, string> {
  const keys = Object.entries(matchKeysOf(campaign, values) ?? {});
  return Object.fromEntries(keys.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The head first, as every change of a definition does: so the two cannot wait for each other. */
function markReady(db: Database, { id, duplicateRule }: Campaign): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('campaign_heads').select('epoch').where('campaign_id', '=', id).forUpdate().execute();
    const { numAffectedRows } = await sql`
      update duplicate_rules set state = 'ready'
      where campaign_id = ${id} and state = 'filling' and fields = ${duplicateRule?.fields ?? []}::text[]`.execute(trx);
    if (numAffectedRows !== 1n) return false;
    await raiseEpoch(trx, id);
    return true;
  });
}
