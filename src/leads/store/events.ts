/**
 * Events as rows of `lead_events`: recording them, and reading the states of given versions. Every write that changes a lead records
 * an event in its own statement, without a number (`feed-ends` gives it one).
 */
import { type RawBuilder, sql } from 'kysely';
import type { Actor, Grant } from '../../access/grant.ts';
import type { LeadVersion, StateAfter } from '../../campaign/sent-shape.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { currentRow, guardCte, guardHolds } from './guard.ts';

export interface RecordedEvents {
  readonly kind: 'created' | 'updated' | 'deleted';
  /** Alias of the rows that were written, with `campaign_id`, `id` and `version`. */
  readonly alias: string;
  /** The rows under that alias, as they follow `from`. */
  readonly from: RawBuilder<unknown>;
  readonly before: RawBuilder<unknown>;
  readonly after: RawBuilder<unknown>;
  /** The time of the event; left out: now. */
  readonly at?: RawBuilder<unknown>;
}

/** One event for each row that a write has changed, as an `insert` of that write's statement. */
export function recordEvents(
  actor: Actor,
  { kind, alias, from, before, after, at = sql`clock_timestamp()` }: RecordedEvents,
): RawBuilder<unknown> {
  const column = (name: string) => sql.raw(`${alias}.${name}`);
  return sql`
      insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
      select ${column('campaign_id')}, ${column('id')}, ${column('version')}, ${sql.lit(kind)}, ${at}, ${actor.kind}, ${actor.id}::uuid,
        ${before}, ${after}
      from ${from}`;
}

/** The state of a lead as events keep it, from the columns of `alias`. `status` and `values` may come from elsewhere. */
export function stateJson(
  alias: string,
  {
    status = sql.raw(`${alias}.status`),
    values = sql.raw(`${alias}.values`),
  }: { readonly status?: RawBuilder<unknown>; readonly values?: RawBuilder<unknown> } = {},
): RawBuilder<unknown> {
  return sql`jsonb_build_object('status', ${status}, 'external_id', ${sql.raw(`${alias}.external_id`)}, 'values', ${values})`;
}

/**
 * The states that these versions left behind, in no order; versions without an event are left out. The grant must be for the
 * whole campaign.
 */
export async function statesAfter(
  db: Database,
  grant: Grant,
  versions: readonly LeadVersion[],
): Promise<readonly StateAfter[]> {
  if (grant.scope.kind !== 'everything') throw new Error('only a grant for the whole campaign may read states');
  const { rows } = await sql<{ current: boolean; states: readonly StateAfter[] }>`
    with ${guardCte(grant)}
    select ${guardHolds} as current, coalesce((
      select jsonb_agg(jsonb_build_object('lead', e.lead_id, 'version', e.version, 'status', e.after ->> 'status',
        'external_id', e.after ->> 'external_id', 'values', coalesce(e.after -> 'values', '{}'), 'erased', e.after ? 'erased' or e.after ? 'kept'))
      from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v(lead uuid, version integer)
        join lead_events e on e.campaign_id = ${grant.campaign.id}::uuid and e.lead_id = v.lead and e.version = v.version
      where e.after is not null), '[]') as states
    from guard`.execute(db);
  return currentRow(rows).states;
}

/** The paths that a version changed, such as `status` and `fields.zip`, without values. Empty if the event was deleted. */
export async function changedPaths(
  db: Database | DatabaseTransaction,
  campaignId: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ path: string }>`
    with e as (
      select coalesce(before, '{}') as before, coalesce(after, '{}') as after from lead_events
      where campaign_id = ${campaignId} and lead_id = ${id}::uuid and version = ${version})
    select p.path from e cross join lateral (
      select k as path from unnest(array['status', 'external_id']) k where e.before -> k is distinct from e.after -> k
      union all
      select 'fields.' || k from (
        select jsonb_object_keys(coalesce(e.before -> 'values', '{}') || coalesce(e.after -> 'values', '{}')) as k) keys
      where e.before -> 'values' -> k is distinct from e.after -> 'values' -> k) p
    order by p.path`.execute(db);
  return rows.map(({ path }) => path);
}
