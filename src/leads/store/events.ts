/**
 * Leads as they were left by their writes: the states that events have kept, by lead and version.
 *
 * What a version of a lead changed, by the paths alone: never a value.
 */
import { sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { LeadVersion, StateAfter } from '../../campaign/sent-shape.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { guardCte, guarded, StaleGrant } from './guard.ts';

/** Those of the versions that events still tell of, in no order. For a grant of the whole campaign. Throws `StaleGrant`. */
export async function statesAfter(
  db: Database,
  grant: Grant,
  versions: readonly LeadVersion[],
): Promise<readonly StateAfter[]> {
  if (grant.scope.kind !== 'everything') throw new Error('states are read by who has the whole campaign');
  const { rows } = await sql<{ current: boolean; states: readonly StateAfter[] }>`
    with ${guardCte(grant)}
    select ${guarded} as current, coalesce((
      select jsonb_agg(jsonb_build_object('lead', e.lead_id, 'version', e.version, 'status', e.after ->> 'status',
        'external_id', e.after ->> 'external_id', 'values', coalesce(e.after -> 'values', '{}'), 'erased', e.after ? 'erased' or e.after ? 'kept'))
      from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v(lead uuid, version integer)
        join lead_events e on e.campaign_id = ${grant.campaign.id}::uuid and e.lead_id = v.lead and e.version = v.version
      where e.after is not null), '[]') as states
    from guard`.execute(db);
  const [row] = rows;
  if (!row?.current) throw new StaleGrant();
  return row.states;
}

/** Such as `status` and `fields.zip`; none where the event is gone. */
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
