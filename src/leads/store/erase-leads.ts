/**
 * Erases leads. Their values are removed from their events and from answers that are kept for repeats. Each state keeps only the names
 * of the campaign's filters that it matched, so that every reader of the feed still learns that the lead is gone.
 *
 * Two statements in one transaction: the first locks the rows. A single statement that waited for the lock would keep its old
 * snapshot, and miss the event that the other writer has committed, with its values. Events are locked by lead and version, as in
 * `feed-ends`, so that no two writers deadlock.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { recordEvents, stateJson } from './events.ts';
import { guardCte, guardHolds } from './guard.ts';
import { type Erased, inOrder, type LockedRow, type Refused, readRefusal } from './outcome.ts';
import { erasedState, idIfVisible, visible } from './scope.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';
import { inTransaction } from './transaction.ts';
import { multirangeOf, type Versions } from './versions.ts';

export interface Erasure {
  readonly id: string;
  /** The lead must have one of these versions; `undefined`: any. */
  readonly versions: Versions | undefined;
}

export async function eraseLead(db: LeadDatabase, grant: Grant, erasure: Erasure): Promise<Erased | Refused> {
  const [outcome] = await inTransaction(db, (trx) => eraseLeads(trx, grant, [erasure]));
  if (!outcome) throw new Error('an erasure returned no outcome');
  return outcome;
}

/** The outcome of each erasure, in order. They are for different leads. */
export async function eraseLeads(
  trx: LeadTransaction,
  grant: Grant,
  erasures: readonly Erasure[],
): Promise<readonly (Erased | Refused)[]> {
  const locked = inOrder((await lockStatement(grant, erasures).execute(trx)).rows).map(readRefusal);
  const free = erasures.filter((_, i) => locked[i] === undefined).map(({ id }) => id);
  const gone = free.length > 0 ? inOrder((await eraseStatement(grant, free).execute(trx)).rows) : [];
  const erased = new Set(gone.filter((row) => row.found).map((row) => free[row.ord]));
  return erasures.map(({ id }, i) => {
    const refused = locked[i] ?? (erased.has(id) ? undefined : { why: 'not_visible' as const });
    return refused ? { refused } : { erased: id };
  });
}

/** Exported for the test that keeps its text. */
export function lockStatement(grant: Grant, erasures: readonly Erasure[]): RawBuilder<LockedRow> {
  const rows = erasures.map(({ id, versions }, ord) => ({ ord, lead_id: id, versions: multirangeOf(versions) }));
  return sql<LockedRow>`
    with ${guardCte(grant)},
    input as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(ord int, lead_id uuid, versions int8multirange)),
    old as materialized (select i.ord, l.version from input i join leads l on ${visible(grant)} and l.id = ${idIfVisible(grant, sql`i.lead_id`)} order by l.id for update of l)
    select i.ord, ${guardHolds} as current, o.ord is not null as found, i.versions is null or i.versions @> o.version::bigint as matches
    from input i left join old o on o.ord = i.ord`;
}

/** Exported for the test that keeps its text. */
export function eraseStatement(grant: Grant, ids: readonly string[]): RawBuilder<LockedRow> {
  const { campaign, actor } = grant;
  const stateAt = (side: 'before' | 'after') =>
    sql`(select j.state from judged j where j.lead_id = k.lead_id and j.version = k.version and j.side = ${sql.lit(side)})`;
  const events = recordEvents(actor, {
    kind: 'deleted',
    alias: 'k',
    from: sql`(select g.campaign_id, g.id, g.id as lead_id, g.version + 1 as version from gone g) k`,
    before: stateAt('before'),
    after: sql`null`,
  });
  return sql<LockedRow>`
    with ${guardCte(grant)},
    input as (select (i.place - 1)::int as ord, i.lead_id from unnest(${ids}::uuid[]) with ordinality i(lead_id, place)),
    gone as (delete from leads l using input i where ${visible(grant)} and l.id = i.lead_id returning l.*, i.ord),
    known as materialized (
      select e.campaign_id, e.lead_id, e.version, e.before, e.after
      from lead_events e join gone g on e.campaign_id = g.campaign_id and e.lead_id = g.id
      order by e.lead_id, e.version for update of e),
    states as (
      select k.lead_id, k.version, 'before' as side, k.before as state from known k where k.before is not null
      union all select k.lead_id, k.version, 'after', k.after from known k where k.after is not null
      union all select g.id, g.version + 1, 'before', ${stateJson('g')}
      from gone g),
    judged as materialized (
      select s.lead_id, s.version, s.side, ${erasedState(campaign, sql`s.state`, sql`s.lead_id`)} as state from states s),
    erased as (
      update lead_events e set before = ${stateAt('before')}, after = ${stateAt('after')}
      from known k where e.campaign_id = k.campaign_id and e.lead_id = k.lead_id and e.version = k.version),
    answers as materialized (
      select r.campaign_id, r.token_id, r.key, g.id as lead_id from idempotency_records r join gone g
      on r.campaign_id = g.campaign_id and r.lead_ids @> array[g.id]
      order by r.token_id, r.key for update of r),
    forgotten as (
      update idempotency_records r set body = null, erased_lead = a.lead_id
      from answers a where r.campaign_id = a.campaign_id and r.token_id = a.token_id and r.key = a.key),
    event as (${events})
    select i.ord, ${guardHolds} as current, g.id is not null as found, true as matches from input i left join gone g on g.ord = i.ord`;
}
