/** What the removal of a status needs to know of the leads that have it, and how they are moved to another. */
import { sql } from 'kysely';
import type { Actor } from '../../access/grant.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';

/** How many leads have the status. */
export async function countByStatus(
  db: Database | DatabaseTransaction,
  campaignId: string,
  status: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from leads l where l.campaign_id = ${campaignId} and l.status = ${status}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/**
 * Moves every lead from one status to another, each with a new version and its event; returns how many were moved. Runs in
 * the transaction that removes the status and has locked the campaign's head, so no guard is needed.
 */
export async function moveStatus(
  trx: DatabaseTransaction,
  campaignId: string,
  from: string,
  to: string,
  actor: Actor,
): Promise<number> {
  const locked = sql`select l.* from leads l where l.campaign_id = ${campaignId} and l.status = ${from} order by l.id for update`;
  const { rows } = await sql<{ moved: number }>`
    with old as materialized (${locked}),
    written as (
      update leads l set status = ${to}, version = o.version + 1, updated_at = greatest(clock_timestamp(), o.updated_at)
      from old o where l.campaign_id = o.campaign_id and l.id = o.id
      returning l.*),
    event as (
      insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
      select w.campaign_id, w.id, w.version, 'updated', clock_timestamp(), ${actor.kind}, ${actor.id}::uuid,
        jsonb_build_object('status', ${from}::text, 'external_id', w.external_id, 'values', w.values),
        jsonb_build_object('status', w.status, 'external_id', w.external_id, 'values', w.values)
      from written w)
    select count(*)::int as moved from written`.execute(trx);
  return rows[0]?.moved ?? 0;
}
