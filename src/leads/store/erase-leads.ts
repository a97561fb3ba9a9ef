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
import { isDistributed } from '../../database/citus-dialect.ts';
import { recordEvents, stateJson } from './events.ts';
import { guardCte, guardHolds } from './guard.ts';
import { type Erased, inOrder, type LockedRow, type Refused, readRefusal } from './outcome.ts';
import { erasedState, idIfVisible, visible } from './scope.ts';
import { eventsQuery } from './split-writes.ts';
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
  const gone = free.length > 0 ? inOrder(await eraseLocked(trx, grant, free)) : [];
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

/** The leads are locked. */
async function eraseLocked(trx: LeadTransaction, grant: Grant, ids: readonly string[]): Promise<readonly LockedRow[]> {
  if (isDistributed(trx)) return eraseSplit(trx, grant, ids);
  return (await eraseStatement(grant, ids).execute(trx)).rows;
}

/** Exported for the test that keeps its text. */
export function eraseStatement(grant: Grant, ids: readonly string[]): RawBuilder<LockedRow> {
  const events = recordEvents(grant.actor, {
    kind: 'deleted',
    alias: 'k',
    from: sql`(select g.campaign_id, g.id, g.id as lead_id, g.version + 1 as version from gone g) k`,
    before: stateAt('before'),
    after: sql`null`,
  });
  return sql<LockedRow>`
    with ${guardCte(grant)},
    ${inputOf(ids)},
    gone as (delete from leads l using input i where ${visible(grant)} and l.id = i.lead_id returning l.*, i.ord),
    ${statesOf(grant)},
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
    ${foundRows}`;
}

const inputOf = (ids: readonly string[]) =>
  sql`input as (select (i.place - 1)::int as ord, i.lead_id from unnest(${ids}::uuid[]) with ordinality i(lead_id, place))`;

/**
 * Locks the events of the leads that go, and says what remains of each of their states. `campaignId`: the campaign as a constant, which a
 * cluster needs.
 */
const statesOf = (grant: Grant, campaignId: RawBuilder<unknown> = sql`g.campaign_id`) => sql`known as materialized (
      select e.campaign_id, e.lead_id, e.version, e.before, e.after
      from lead_events e join gone g on e.campaign_id = ${campaignId} and e.lead_id = g.id
      order by e.lead_id, e.version for update of e),
    states as (
      select k.lead_id, k.version, 'before' as side, k.before as state from known k where k.before is not null
      union all select k.lead_id, k.version, 'after', k.after from known k where k.after is not null
      union all select g.id, g.version + 1, 'before', ${stateJson('g')}
      from gone g),
    judged as materialized (
      select s.lead_id, s.version, s.side, ${erasedState(grant.campaign, sql`s.state`, sql`s.lead_id`)} as state from states s)`;

/** The rest of a state before or after the event `k`. */
const stateAt = (side: 'before' | 'after') =>
  sql`(select j.state from judged j where j.lead_id = k.lead_id and j.version = k.version and j.side = ${sql.lit(side)})`;

const foundRows = sql`select i.ord, ${guardHolds} as current, g.id is not null as found, true as matches from input i left join gone g on g.ord = i.ord`;

/** The same as {@link eraseStatement}, as statements of one node each: see `split-writes`. */
async function eraseSplit(trx: LeadTransaction, grant: Grant, ids: readonly string[]): Promise<readonly LockedRow[]> {
  const { campaign } = grant;
  const { rows } = await judgeStatement(grant, ids).execute(trx);
  const leads = rows.flatMap(({ ord, version, last }) =>
    version === null
      ? []
      : [{ lead: ids[ord] as string, version: version + 1, kind: 'deleted' as const, before: last, after: null }],
  );
  if (leads.length === 0) return rows;
  const gone = sql`${leads.map(({ lead }) => lead)}::uuid[]`;
  await sql`delete from leads where campaign_id = ${campaign.id} and id = any(${gone})`.execute(trx);
  await sql`
    update lead_events e set before = s.before, after = s.after
    from jsonb_to_recordset(${rows[0]?.known ?? '[]'}::jsonb) as s(lead_id uuid, version integer, before jsonb, after jsonb)
    where e.campaign_id = ${campaign.id} and e.lead_id = s.lead_id and e.version = s.version`.execute(trx);
  await sql`
    with answers as materialized (
      select r.token_id, r.key, g.id as lead_id from idempotency_records r join unnest(${gone}) g(id) on r.lead_ids @> array[g.id]
      where r.campaign_id = ${campaign.id} order by r.token_id, r.key for update of r)
    update idempotency_records r set body = null, erased_lead = a.lead_id
    from answers a where r.campaign_id = ${campaign.id} and r.token_id = a.token_id and r.key = a.key`.execute(trx);
  await trx.executeQuery(eventsQuery(grant, leads));
  return rows;
}

interface ErasedRow extends LockedRow {
  /** Null if the lead is not found. */
  readonly version: number | null;
  /** The rest of its last state. */
  readonly last: string | null;
  /** The rest of the states of all events; the same in each row. */
  readonly known: string | null;
}

/** Exported for the test that keeps its text. */
export function judgeStatement(grant: Grant, ids: readonly string[]): RawBuilder<ErasedRow> {
  return sql<ErasedRow>`
    with ${guardCte(grant)},
    ${inputOf(ids)},
    gone as materialized (select l.*, i.ord from input i join leads l on ${visible(grant)} and l.id = i.lead_id),
    ${statesOf(grant, sql`${grant.campaign.id}`)},
    found as (${foundRows})
    select f.*, g.version, (select j.state::text from judged j where j.lead_id = g.id and j.version = g.version + 1) as last,
      (select jsonb_agg(jsonb_build_object('lead_id', k.lead_id, 'version', k.version, 'before', ${stateAt('before')}, 'after', ${stateAt('after')}))::text
      from known k) as known
    from found f left join gone g on g.ord = f.ord`;
}
