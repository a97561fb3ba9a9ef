/**
 * The audit log becomes readable. A row keeps the name of its object and the campaign that it belongs to, because both may be
 * gone when somebody reads it. Each filter of a reader has an index.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table audit_log
  add column object_name text,
  -- The campaign's slug, which never changes.
  add column campaign text;

update audit_log a set
  object_name = coalesce(a.details ->> 'name',
    case a.object_kind
      when 'token' then (select t.name from tokens t where t.id::text = a.object_id)
      when 'member' then (select m.name from members m where m.id::text = a.object_id)
    end),
  campaign = coalesce(a.details ->> 'campaign',
    case a.object_kind
      when 'campaign' then a.object_id
      when 'token' then (select c.slug from tokens t join campaigns c on c.id = t.campaign_id where t.id::text = a.object_id)
    end);

-- The id comes last: it contains the time, and pages are ordered by it.
create index audit_log_actor on audit_log (account_id, actor_id, id);
create index audit_log_action on audit_log (account_id, action, id);
create index audit_log_object on audit_log (account_id, object_kind, object_id, id);
`)
    .execute(db);
}
