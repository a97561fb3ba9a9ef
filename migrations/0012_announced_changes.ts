/**
 * Changes of a definition that take effect by themselves at a time. `delta` is what the change does to the definition, so that
 * documents can tell of it without making it.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table announced_changes (
  campaign_id uuid not null,
  id uuid not null,
  -- The request of the Management API that makes it.
  change jsonb not null,
  delta jsonb not null,
  note text,
  at timestamp(3) with time zone not null,
  announced_at timestamp(3) with time zone not null,
  announced_by uuid,
  state text not null default 'announced' check (state in ('announced', 'done', 'failed', 'withdrawn')),
  ended_at timestamp(3) with time zone,
  revision integer,
  problem text,
  primary key (campaign_id, id)
);
-- Looked at each second, for what is due.
create index announced_changes_due on announced_changes (at) where state = 'announced';
`)
    .execute(db);
}
