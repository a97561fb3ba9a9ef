/** Moves leads when their status is removed: all of them in one transaction, each with a new version and its event. */
import { sql } from 'kysely';
import type { Actor } from '../../../access/grant.ts';
import { isDistributed } from '../../../database/citus-dialect.ts';
import type { DatabaseTransaction } from '../../../database/connection.ts';
import { recordEvents, stateJson } from '../events.ts';

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
  if (isDistributed(trx)) return moveStatusSplit(trx, campaignId, { from, to, actor });
  const events = recordEvents(actor, {
    kind: 'updated',
    alias: 'w',
    from: sql`written w`,
    before: stateJson('w', { status: sql`${from}::text` }),
    after: stateJson('w'),
  });
  const locked = sql`select l.* from leads l where l.campaign_id = ${campaignId} and l.status = ${from} order by l.id for update`;
  const { rows } = await sql<{ moved: number }>`
    with old as materialized (${locked}),
    written as (
      update leads l set status = ${to}, version = o.version + 1, updated_at = greatest(clock_timestamp(), o.updated_at)
      from old o where l.campaign_id = o.campaign_id and l.id = o.id
      returning l.*),
    event as (${events})
    select count(*)::int as moved from written`.execute(trx);
  return rows[0]?.moved ?? 0;
}

/** The same as statements of one node each: see `split-writes`. */
async function moveStatusSplit(
  trx: DatabaseTransaction,
  campaignId: string,
  { from, to, actor }: { readonly from: string; readonly to: string; readonly actor: Actor },
): Promise<number> {
  const moved = sql`l.campaign_id = ${campaignId} and l.status = ${from}`;
  const { rows } = await sql<{ moved: number; now: string }>`
    with old as materialized (select l.id from leads l where ${moved} order by l.id for update)
    select count(*)::int as moved, clock_timestamp()::text as now from old`.execute(trx);
  const now = sql`${rows[0]?.now}::timestamptz`;
  const events = recordEvents(actor, {
    kind: 'updated',
    alias: 'w',
    from: sql`(select l.campaign_id, l.id, l.version + 1 as version, l.status, l.external_id, l.values from leads l where ${moved}) w`,
    at: now,
    before: stateJson('w'),
    after: stateJson('w', { status: sql`${to}::text` }),
  });
  await events.execute(trx);
  await sql`
    update leads l set status = ${to}, version = l.version + 1, updated_at = greatest(${now}, l.updated_at) where ${moved}`.execute(
    trx,
  );
  return rows[0]?.moved ?? 0;
}
