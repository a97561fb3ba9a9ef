/**
 * Deletes events that are older than they are kept, in small batches, oldest number first. The head tells how far: a cursor
 * from before is too old. Only numbered events go, so none is missed by a reader who keeps up.
 */
import { sql } from 'kysely';
import type { Database } from '../../database/connection.ts';
import { withLeads } from './tables.ts';

const batch = 1_000;

/** Deletes what is older than `days`; returns how many. `isStopping` ends it between batches. */
export async function dropOldEvents(db: Database, days: number, isStopping: () => boolean): Promise<number> {
  const old = sql`clock_timestamp() - make_interval(days => ${days})`;
  const { rows } = await sql<{ campaign_id: string }>`
    select h.campaign_id from feed_heads h cross join lateral (
      select e.at from lead_events e where e.campaign_id = h.campaign_id and e.seq > h.dropped_seq order by e.seq limit 1) first
    where first.at < ${old}`.execute(db);
  let dropped = 0;
  for (const { campaign_id } of rows) {
    let gone = batch;
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
          where e.campaign_id = ${campaignId} and e.seq is not null order by e.seq limit ${sql.lit(batch)}),
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
