/**
 * Fills keys into leads that are older than what needs the keys: key columns of fields, and the match keys of a rule on
 * duplicates. The steps are the same for both: the assignment or rule is stored as *filling*; all writes that began before must
 * end, because they wrote no key; the older leads are filled in batches; then the state becomes *ready* under a new epoch, and
 * only from then on is the key read.
 *
 * Several processes may run this. A batch locks the row of its assignment or rule, and other processes skip that row. If a
 * process is killed, the next one continues behind the last filled lead.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../../campaign/definition.ts';
import { keyedFields, matchKeysOf } from '../../../campaign/duplicates.ts';
import { raiseEpoch } from '../../../campaign/epoch.ts';
import type { KeyColumnName } from '../../../campaign/key-columns.ts';
import { loadCampaign } from '../../../campaign/load.ts';
import type { Database, DatabaseTransaction } from '../../../database/connection.ts';
import { storedKeyValue } from '../key-columns.ts';
import { waitForOlderWrites } from '../transaction.ts';

const leadsPerBatch = 2_000;
const leastId = '00000000-0000-0000-0000-000000000000';

/** One assignment or rule whose keys are missing in older leads. */
interface Filling {
  readonly campaignId: string;
  /** The table, and its columns for the state and for the last filled lead. */
  readonly table: RawBuilder<unknown>;
  readonly state: RawBuilder<unknown>;
  readonly filledTo: RawBuilder<unknown>;
  /** Finds the row, as long as it still asks for these keys. */
  readonly row: RawBuilder<boolean>;
  /** Prepares the filling of batches; `undefined` when the campaign is gone. */
  readonly prepare: (db: Database) => Promise<FillBatch | undefined>;
}

/** Fills the next leads by id, after the lead `after`. */
type FillBatch = (
  trx: DatabaseTransaction,
  after: string,
) => Promise<{ readonly seen: number; readonly last: string | null }>;

/** Fills all key columns that wait for it; returns how many became ready. `isStopping` ends it between batches. */
export const fillKeyColumns = async (db: Database, isStopping: () => boolean = () => false): Promise<number> =>
  fillAll(db, await waitingColumns(db), isStopping);

/** Fills the match keys for all rules that wait for them; returns how many became ready. `isStopping` ends it between batches. */
export const fillMatchKeys = async (db: Database, isStopping: () => boolean = () => false): Promise<number> =>
  fillAll(db, await waitingRules(db), isStopping);

async function fillAll(db: Database, waiting: readonly Filling[], isStopping: () => boolean): Promise<number> {
  if (waiting.length === 0) return 0;
  await waitForOlderWrites(db, isStopping);
  let ready = 0;
  for (const filling of waiting) {
    const fillBatch = await filling.prepare(db);
    let result: BatchResult = fillBatch ? 'more' : 'elsewhere';
    while (fillBatch && result === 'more' && !isStopping()) result = await runBatch(db, filling, fillBatch);
    if (result === 'filled' && (await markReady(db, filling))) ready += 1;
  }
  return ready;
}

/** `elsewhere`: another process fills these keys, or they are no longer asked for. */
type BatchResult = 'more' | 'filled' | 'elsewhere';

function runBatch(db: Database, { table, filledTo, row }: Filling, fillBatch: FillBatch): Promise<BatchResult> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ filled_to: string | null }>`
      select ${filledTo} as filled_to from ${table} where ${row} for update skip locked`.execute(trx);
    const [locked] = rows;
    if (!locked) return 'elsewhere';
    const { seen, last } = await fillBatch(trx, locked.filled_to ?? leastId);
    if (last !== null) await sql`update ${table} set ${filledTo} = ${last}::uuid where ${row}`.execute(trx);
    return seen === leadsPerBatch ? 'more' : 'filled';
  });
}

/** Locks the campaign's head first, as every change of a definition does, so that the two cannot deadlock. */
function markReady(db: Database, { campaignId, table, state, row }: Filling): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('campaign_heads').select('epoch').where('campaign_id', '=', campaignId).forUpdate().execute();
    const { numAffectedRows } = await sql`update ${table} set ${state} = 'ready' where ${row}`.execute(trx);
    if (numAffectedRows !== 1n) return false;
    await raiseEpoch(trx, campaignId);
    return true;
  });
}

async function waitingColumns(db: Database): Promise<Filling[]> {
  const columns = await db
    .selectFrom('key_columns')
    .select(['campaign_id', 'column_name', 'field_key'])
    .where('state', '=', 'filling')
    .execute();
  return columns.map(({ campaign_id, column_name, field_key }) => ({
    campaignId: campaign_id,
    table: sql`key_columns`,
    state: sql`state`,
    filledTo: sql`filled_to`,
    row: sql<boolean>`campaign_id = ${campaign_id} and column_name = ${column_name} and field_key = ${field_key} and state = 'filling'`,
    prepare: async () => (trx, after) => fillColumn(trx, campaign_id, column_name as KeyColumnName, field_key, after),
  }));
}

async function fillColumn(
  trx: DatabaseTransaction,
  campaignId: string,
  column: KeyColumnName,
  field: string,
  after: string,
) {
  const value = storedKeyValue(column, field);
  const { rows } = await sql<{ id: string }>`
    select l.id from leads l where l.campaign_id = ${campaignId} and l.id > ${after}::uuid
    order by l.id limit ${leadsPerBatch} for update`.execute(trx);
  const last = rows.at(-1)?.id ?? null;
  await sql`
    update leads l set ${sql.ref(column)} = ${value}
    where l.campaign_id = ${campaignId} and l.id > ${after}::uuid and l.id <= ${last}::uuid and l.${sql.ref(column)} is distinct from ${value}`.execute(
    trx,
  );
  return { seen: rows.length, last };
}

/** Rules that apply, and announced rules: both need the keys. */
async function waitingRules(db: Database): Promise<Filling[]> {
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
      prepare: prepareMatchKeys(campaign_id),
    })),
    ...announced.map(({ campaign_id, id }) => ({
      campaignId: campaign_id,
      table: sql`announced_changes`,
      state: sql`keys`,
      filledTo: sql`keys_filled_to`,
      row: sql<boolean>`campaign_id = ${campaign_id} and id = ${id} and keys = 'filling' and state = 'announced'`,
      prepare: prepareMatchKeys(campaign_id),
    })),
  ];
}

const prepareMatchKeys = (campaignId: string) => async (db: Database) => {
  const campaign = await loadCampaign(db, { id: campaignId });
  return campaign && ((trx: DatabaseTransaction, after: string) => fillKeysOfRule(trx, campaign, after));
};

async function fillKeysOfRule(trx: DatabaseTransaction, campaign: Campaign, after: string) {
  const { rows } = await sql<{ id: string; values: Record<string, unknown> }>`
    select l.id, l.values from leads l
    where l.campaign_id = ${campaign.id} and l.id > ${after}::uuid
    order by l.id limit ${leadsPerBatch} for update`.execute(trx);
  const keys = rows.map(({ id, values }) => ({ id, keys: presentKeys(campaign, values) }));
  // Keys of other fields stay: a rule that was announced in the meantime uses them.
  await sql`
    with filled as materialized (
      select l.id, coalesce(l.match_keys, '{}') - ${keyedFields(campaign)}::text[] || k.keys as keys
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(id uuid, keys jsonb)
        join leads l on l.campaign_id = ${campaign.id} and l.id = k.id)
    update leads l set match_keys = f.keys from filled f
    where l.campaign_id = ${campaign.id} and l.id = f.id and l.match_keys is distinct from f.keys`.execute(trx);
  return { seen: rows.length, last: rows.at(-1)?.id ?? null };
}

/** The keys as a write stores them: empty values have no key. */
function presentKeys(campaign: Campaign, values: Readonly<Record<string, unknown>>): Record<string, string> {
  const keys = Object.entries(matchKeysOf(campaign, values) ?? {});
  return Object.fromEntries(keys.filter((entry): entry is [string, string] => entry[1] !== null));
}
