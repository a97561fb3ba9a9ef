/** What a version of a lead changed, by the paths alone: never a value. */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';

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
