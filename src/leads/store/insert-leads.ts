/** Puts many leads into a campaign at once, each with its `created` event: for demo data and benchmarks, not for requests. */
import { sql } from 'kysely';
import type { Actor } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import type { NewLead } from './create-lead.ts';
import { keyColumnList, keysByColumn, keyValues } from './key-values.ts';

export async function insertLeads(
  db: Database | DatabaseTransaction,
  campaign: Campaign,
  actor: Actor,
  leads: readonly NewLead[],
): Promise<void> {
  const rows = leads.map(({ id, createdAt, status, externalId, values }) => ({
    id,
    at: new Date(createdAt).toISOString(),
    status,
    external_id: externalId,
    values,
  }));
  await sql`
    with input as (
      select i.*, ${keysByColumn(campaign)}::text[] as keys
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(id uuid, at timestamptz, status text, external_id text, values jsonb)),
    written as (
      insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, ${keyColumnList})
      select ${campaign.id}::uuid, i.id, i.status, i.external_id, 1, i.at, i.at, i.values, ${sql.join(keyValues(sql`i.values`, sql`i.keys`))}
      from input i
      returning *)
    insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
    select w.campaign_id, w.id, 1, 'created', w.created_at, ${actor.kind}, ${actor.id}::uuid, null,
      jsonb_build_object('status', w.status, 'external_id', w.external_id, 'values', w.values)
    from written w`.execute(db);
}
