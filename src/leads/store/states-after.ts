/** Leads as they were left by their writes: the states that events have kept, by lead and version. */
import { sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { LeadVersion, StateAfter } from '../../campaign/sent-shape.ts';
import type { Database } from '../../database/connection.ts';
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
