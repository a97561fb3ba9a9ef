/**
 * Gives a campaign's events their numbers, after they are committed. Two statements of one transaction: the first locks the
 * campaign's row in `feed_heads`; the second, whose snapshot is from after the lock, numbers what is committed by then. In one
 * statement the snapshot would be from before the lock, and events would be numbered twice.
 *
 * So numbers ascend in the order in which they become visible: nothing appears behind a cursor.
 *
 * Deletes events that are older than they are kept, in small batches, oldest number first. The head tells how far: a cursor
 * from before is too old. Only numbered events go, so none is missed by a reader who keeps up.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../database/connection.ts';
import { type LeadTransaction, withLeads } from './tables.ts';

/** Events that one pass numbers at most, apart from those of the same millisecond. Each pass commits: a slow one gets forward too. */
const passSize = 500;

/** Numbers one pass of the campaign's events; returns how many. `wait: false`: 0 when another process is about it. */
export function numberEvents(db: Database, campaignId: string, { wait = true, most = passSize } = {}): Promise<number> {
  return withLeads(db)
    .transaction()
    .execute(async (trx) => {
      if (!(await lockHead(trx, campaignId, wait))) return 0;
      const numbered = await run(trx, numberStatement(campaignId, most));
      // Whatever came first by the clock has a version before it that came later (a clock was set back): all of it at once.
      return numbered > 0 ? numbered : run(trx, numberStatement(campaignId, undefined));
    });
}

/** Numbers events as {@link numberEvents} does; calls for one campaign that come while it runs share what it does. */
export function createNumbering(db: Database): (campaignId: string) => Promise<unknown> {
  const running = new Map<string, Promise<unknown>>();
  return (campaignId) => {
    const known = running.get(campaignId);
    if (known) return known;
    const run = numberEvents(db, campaignId).finally(() => running.delete(campaignId));
    running.set(campaignId, run);
    return run;
  };
}

/** Numbers what nobody has asked for, so that no campaign's first reader finds years of it. Returns how many. */
export async function numberIdleCampaigns(db: Database, isStopping: () => boolean): Promise<number> {
  const { rows } = await sql<{ campaign_id: string }>`
    select h.campaign_id from campaign_heads h, lateral (
      select e.at from lead_events e where e.campaign_id = h.campaign_id and e.seq is null order by e.at limit 1) waiting`.execute(
    db,
  );
  let numbered = 0;
  for (const { campaign_id } of rows) {
    let pass = passSize;
    // What is less than a pass is the writers' latest: whoever reads numbers that.
    while (pass >= passSize && !isStopping()) {
      pass = await numberEvents(db, campaign_id, { wait: false });
      numbered += pass;
    }
  }
  return numbered;
}

/**
 * `enable_seqscan` is off to the end of the transaction: by figures from before a campaign's events were numbered, the planner
 * would read all of them for the few that are not.
 */
async function lockHead(trx: LeadTransaction, campaignId: string, wait: boolean): Promise<boolean> {
  const lock = () =>
    sql`select set_config('enable_seqscan', 'off', true) from feed_heads h where h.campaign_id = ${campaignId} for update ${wait ? sql`` : sql`skip locked`}`.execute(
      trx,
    );
  if ((await lock()).rows.length > 0) return true;
  await sql`
    insert into feed_heads (campaign_id, last_seq, dropped_seq) values (${campaignId}, 0, 0)
    on conflict (campaign_id) do nothing`.execute(trx);
  return (await lock()).rows.length > 0;
}

async function run(trx: LeadTransaction, statement: RawBuilder<{ numbered: number }>): Promise<number> {
  return (await statement.execute(trx)).rows[0]?.numbered ?? 0;
}

/**
 * The order: by time, but each event behind the earlier versions of its lead, for a transaction that began later may have
 * been the first to lock the row. `most`: about so many, a prefix of that order; `undefined` for all.
 *
 * The rows are locked by lead and version, as an erasure locks them: so the two cannot wait for each other.
 *
 * Every event is found by its whole primary key, all of which comes from a CTE, and "has no number" is written so that the
 * index of events without a number cannot serve it. By statistics from before a burst the planner takes a campaign's events
 * for one row: given the campaign as a constant, it would go through all of them for each event that is numbered.
 */
export function numberStatement(campaignId: string, most: number | undefined): RawBuilder<{ numbered: number }> {
  const unnumbered = sql`e.campaign_id = ${campaignId} and e.seq is null`;
  const last =
    most === undefined
      ? sql`'infinity'::timestamptz`
      : sql`(select max(b.at) from (select e.at from lead_events e where ${unnumbered} order by e.at limit ${sql.lit(most)}) b)`;
  return sql`
    with bound as materialized (select ${last} as at),
    due as materialized (
      select e.campaign_id, e.lead_id, e.version from lead_events e
      where ${unnumbered} and e.at <= (select at from bound) order by e.at),
    part as materialized (
      select e.campaign_id, e.lead_id, e.version, e.at from due d
      join lead_events e on e.campaign_id = d.campaign_id and e.lead_id = d.lead_id and e.version = d.version
      where coalesce(e.seq, 0) = 0 and (
        select earlier.version from lead_events earlier
        where earlier.campaign_id = d.campaign_id and earlier.lead_id = d.lead_id and earlier.version < d.version
          and coalesce(earlier.seq, 0) = 0 and earlier.at > (select at from bound)
        order by earlier.version limit 1) is null
      order by e.lead_id, e.version for update of e),
    running as materialized (select p.*, max(p.at) over (partition by p.lead_id order by p.version) as place from part p),
    placed as materialized (
      select r.*, (select h.last_seq from feed_heads h where h.campaign_id = ${campaignId})
        + row_number() over (order by r.place, r.lead_id, r.version) as seq from running r),
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

const droppedPerBatch = 1_000;

/** Deletes what is older than `days`; returns how many. `isStopping` ends it between batches. */
export async function dropOldEvents(db: Database, days: number, isStopping: () => boolean): Promise<number> {
  const old = sql`clock_timestamp() - make_interval(days => ${days})`;
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

/**
 * The events are found by their whole primary key, as numbering finds them, whatever the statistics know of the campaign.
 *
 * The head first, then the events by lead and version, as numbering and erasure lock them: nobody waits in a circle.
 */
function dropBatch(db: Database, campaignId: string, old: ReturnType<typeof sql>): Promise<number> {
  return withLeads(db)
    .transaction()
    .execute(async (trx) => {
      const held = await sql`
        select from feed_heads h where h.campaign_id = ${campaignId} for update skip locked`.execute(trx);
      if (held.rows.length === 0) return 0;
      const { rows } = await sql<{ dropped: number }>`
        with part as materialized (
          select e.campaign_id, e.lead_id, e.version, e.seq, e.at from lead_events e
          where e.campaign_id = ${campaignId} and e.seq is not null order by e.seq limit ${sql.lit(droppedPerBatch)}),
        due as materialized (
          select p.* from part p
          where p.seq < coalesce((select min(y.seq) from part y where y.at >= ${old}), (select max(z.seq) + 1 from part z))),
        locked as materialized (
          select e.campaign_id, e.lead_id, e.version from lead_events e
          join due d on d.campaign_id = e.campaign_id and d.lead_id = e.lead_id and d.version = e.version order by e.lead_id, e.version for update of e),
        dropped as (
          delete from lead_events e using locked k
          where e.campaign_id = k.campaign_id and e.lead_id = k.lead_id and e.version = k.version returning e.seq),
        head as (
          update feed_heads h set dropped_seq = (select max(d.seq) from dropped d)
          where h.campaign_id = ${campaignId} and exists (select from dropped))
        select count(*)::int as dropped from dropped`.execute(trx);
      return rows[0]?.dropped ?? 0;
    });
}
