/**
 * The two ends of a campaign's change feed. At the new end, committed events get their numbers; at the old end, events that were kept
 * long enough are deleted. Both lock the campaign's row in `feed_heads` first, then events by lead and version, as an erasure does, so
 * that no two of them deadlock.
 *
 * Numbering takes two statements of one transaction. The first locks the head; the second, whose snapshot is taken after the lock,
 * numbers the events that are committed by then. A single statement would have a snapshot from before the lock, and would number
 * events twice. Numbers therefore ascend in the order in which events become visible: nothing appears behind a cursor.
 */
import { type RawBuilder, sql } from 'kysely';
import { isDistributed } from '../../database/citus-dialect.ts';
import type { Database } from '../../database/connection.ts';
import { type LeadTransaction, withLeads } from './tables.ts';
import { setLocal } from './transaction.ts';

/**
 * The most events that one pass numbers, apart from events of the same millisecond. Each pass commits, so a slow one makes
 * progress too.
 */
const passSize = 500;

/** Numbers one pass of the campaign's events; returns how many. `wait: false`: returns 0 if another process is numbering them. */
export function numberEvents(
  db: Database,
  campaignId: string,
  { wait = true, limit = passSize } = {},
): Promise<number> {
  return withLeads(db)
    .transaction()
    .execute(async (trx) => {
      if (!(await lockHead(trx, campaignId, wait))) return 0;
      const number = isDistributed(trx) ? numberSplit : numberWhole;
      const numbered = await number(trx, campaignId, limit);
      // The first event by the clock has an earlier version with a later time (a clock was set back): number all of them at once.
      return numbered > 0 ? numbered : number(trx, campaignId, undefined);
    });
}

/** Numbers events as {@link numberEvents} does. Calls for a campaign that is being numbered share the running pass. */
export function createNumbering(db: Database): (campaignId: string) => Promise<unknown> {
  const running = new Map<string, Promise<unknown>>();
  return (campaignId) => {
    const pass = running.get(campaignId) ?? numberEvents(db, campaignId).finally(() => running.delete(campaignId));
    running.set(campaignId, pass);
    return pass;
  };
}

/** Numbers events of campaigns that nobody reads, so that the first reader need not wait for years of them. Returns how many. */
export async function numberIdleCampaigns(db: Database, isStopping: () => boolean): Promise<number> {
  const { rows } = await sql<{ campaign_id: string }>`
    select h.campaign_id from campaign_heads h, lateral (
      select e.at from lead_events e where e.campaign_id = h.campaign_id and e.seq is null order by e.at limit 1) waiting`.execute(
    db,
  );
  let numbered = 0;
  for (const { campaign_id } of rows) {
    let pass = passSize;
    // Less than a whole pass is left: the latest writes, which the next reader numbers.
    while (pass >= passSize && !isStopping()) {
      pass = await numberEvents(db, campaign_id, { wait: false });
      numbered += pass;
    }
  }
  return numbered;
}

/**
 * Turns `enable_seqscan` off until the end of the transaction: with statistics from before the events were numbered, the planner
 * would read all of them to find the few without a number.
 */
async function lockHead(trx: LeadTransaction, campaignId: string, wait: boolean): Promise<boolean> {
  // One statement where it can be.
  const isSplit = isDistributed(trx);
  if (isSplit) await setLocal(trx, 'enable_seqscan', 'off');
  const lock = () =>
    sql`select ${isSplit ? sql`` : sql`set_config('enable_seqscan', 'off', true)`} from feed_heads h where h.campaign_id = ${campaignId} for update ${wait ? sql`` : sql`skip locked`}`.execute(
      trx,
    );
  if ((await lock()).rows.length > 0) return true;
  await sql`
    insert into feed_heads (campaign_id, last_seq, dropped_seq) values (${campaignId}, 0, 0)
    on conflict (campaign_id) do nothing`.execute(trx);
  return (await lock()).rows.length > 0;
}

async function numberWhole(trx: LeadTransaction, campaignId: string, limit: number | undefined): Promise<number> {
  return (await numberStatement(campaignId, limit).execute(trx)).rows[0]?.numbered ?? 0;
}

/** The same as statements of one node each: see `split-writes`. */
async function numberSplit(trx: LeadTransaction, campaignId: string, limit: number | undefined): Promise<number> {
  const { rows } = await placeStatement(campaignId, limit).execute(trx);
  const last = rows.at(-1);
  if (!last) return 0;
  const column = (name: keyof PlacedRow) => rows.map((row) => row[name]);
  await sql`
    update lead_events e set seq = p.seq
    from unnest(${column('lead_id')}::uuid[], ${column('version')}::int[], ${column('seq')}::bigint[]) as p(lead_id, version, seq)
    where e.campaign_id = ${campaignId} and e.lead_id = any(${column('lead_id')}::uuid[]) and e.lead_id = p.lead_id and e.version = p.version`.execute(
    trx,
  );
  await sql`update feed_heads set last_seq = ${last.seq}::bigint where campaign_id = ${campaignId}`.execute(trx);
  return rows.length;
}

interface PlacedRow {
  readonly lead_id: string;
  readonly version: number;
  /** A decimal bigint. */
  readonly seq: string;
}

/** Locks the events of one pass and gives each its number, in that order. */
export const placeStatement = (campaignId: string, limit: number | undefined): RawBuilder<PlacedRow> => sql<PlacedRow>`
    with ${placedEvents(campaignId, limit, true)}
    select p.lead_id, p.version, p.seq from placed p order by p.seq`;

/**
 * Orders events by time, but each one behind the earlier versions of its lead: the transaction that began later may have locked the
 * row first. `limit`: numbers about so many, a prefix of that order; `undefined` for all.
 *
 * The statement finds each event by its whole primary key, which comes from a CTE, and writes "has no number" in a form that the
 * index of unnumbered events cannot serve. With statistics from before a burst, the planner expects a campaign to have one event;
 * with the campaign as a constant it would go through all events for each event that it numbers.
 */
export function numberStatement(campaignId: string, limit: number | undefined): RawBuilder<{ numbered: number }> {
  return sql`
    with ${placedEvents(campaignId, limit)},
    numbered as (
      update lead_events e set seq = p.seq
      from placed p
      where e.campaign_id = p.campaign_id and e.lead_id = p.lead_id and e.version = p.version
      returning e.seq),
    head as (
      update feed_heads h set last_seq = (select max(n.seq) from numbered n)
      where h.campaign_id = ${campaignId} and exists (select from numbered))
    select count(*)::int as numbered from numbered`;
}

/**
 * `onOneNode`: with the campaign as a constant, which a cluster needs. The leads then stand in an array: whichever index the planner
 * chooses, it goes through the campaign's events at most once.
 */
function placedEvents(campaignId: string, limit: number | undefined, onOneNode = false): RawBuilder<unknown> {
  const ofCampaign = onOneNode
    ? sql`e.campaign_id = ${campaignId} and e.lead_id = any(array(select d.lead_id from due d))`
    : sql`e.campaign_id = d.campaign_id`;
  const unnumbered = sql`e.campaign_id = ${campaignId} and e.seq is null`;
  const last =
    limit === undefined
      ? sql`'infinity'::timestamptz`
      : sql`(select max(b.at) from (select e.at from lead_events e where ${unnumbered} order by e.at limit ${sql.lit(limit)}) b)`;
  return sql`bound as materialized (select ${last} as at),
    due as materialized (
      select e.campaign_id, e.lead_id, e.version from lead_events e
      where ${unnumbered} and e.at <= (select at from bound) order by e.at),
    part as materialized (
      select e.campaign_id, e.lead_id, e.version, e.at from due d
      join lead_events e on ${ofCampaign} and e.lead_id = d.lead_id and e.version = d.version
      where coalesce(e.seq, 0) = 0 and (
        select earlier.version from lead_events earlier
        where earlier.campaign_id = ${onOneNode ? sql`${campaignId}` : sql`d.campaign_id`} and earlier.lead_id = d.lead_id and earlier.version < d.version
          and coalesce(earlier.seq, 0) = 0 and earlier.at > (select at from bound)
        order by earlier.version limit 1) is null
      order by e.lead_id, e.version for update of e),
    running as materialized (select p.*, max(p.at) over (partition by p.lead_id order by p.version) as place from part p),
    placed as materialized (
      select r.*, (select h.last_seq from feed_heads h where h.campaign_id = ${campaignId})
        + row_number() over (order by r.place, r.lead_id, r.version) as seq from running r)`;
}

const droppedPerBatch = 1_000;

/**
 * Deletes events that are older than `days`, oldest number first; returns how many. Only numbered events are deleted, so a reader who
 * keeps up misses no event. The head records how far: an older cursor is refused. `isStopping` ends it between batches.
 */
export async function dropOldEvents(db: Database, days: number, isStopping: () => boolean): Promise<number> {
  const old = sql`now() - make_interval(days => ${days})`;
  const { rows } = await sql<{ campaign_id: string }>`
    select h.campaign_id from feed_heads h cross join lateral (
      select e.at from lead_events e where e.campaign_id = h.campaign_id and e.seq > h.dropped_seq order by e.seq limit 1) first
    where first.at < ${old}`.execute(db);
  let dropped = 0;
  for (const { campaign_id } of rows) {
    let gone = droppedPerBatch;
    while (gone > 0 && !isStopping()) {
      gone = await dropBatch(db, campaign_id, old);
      dropped += gone;
    }
  }
  return dropped;
}

/** Names the leads in an array, as `placedEvents` does, because statistics may lag behind the events. */
function dropBatch(db: Database, campaignId: string, old: ReturnType<typeof sql>): Promise<number> {
  return withLeads(db)
    .transaction()
    .execute(async (trx) => {
      const held = await sql`
        select from feed_heads h where h.campaign_id = ${campaignId} for update skip locked`.execute(trx);
      if (held.rows.length === 0) return 0;
      const { rows } = await sql<{ seq: string }>`
        with part as materialized (
          select e.campaign_id, e.lead_id, e.version, e.seq, e.at from lead_events e
          where e.campaign_id = ${campaignId} and e.seq is not null order by e.seq limit ${sql.lit(droppedPerBatch)}),
        due as materialized (
          select p.* from part p
          where p.seq < coalesce((select min(y.seq) from part y where y.at >= ${old}), (select max(z.seq) + 1 from part z))),
        locked as materialized (
          select e.campaign_id, e.lead_id, e.version from lead_events e
          join due d on d.lead_id = e.lead_id and d.version = e.version
          where e.campaign_id = ${campaignId} and e.lead_id = any(array(select d.lead_id from due d))
          order by e.lead_id, e.version for update of e)
        delete from lead_events e using locked k
        where e.campaign_id = ${campaignId} and e.lead_id = any(array(select k.lead_id from locked k)) and e.lead_id = k.lead_id
          and e.version = k.version
        returning e.seq`.execute(trx);
      if (rows.length === 0) return 0;
      const last = rows
        .map(({ seq }) => BigInt(seq))
        .sort((a, b) => Number(a - b))
        .at(-1);
      await sql`update feed_heads set dropped_seq = ${last}::bigint where campaign_id = ${campaignId}`.execute(trx);
      return rows.length;
    });
}
