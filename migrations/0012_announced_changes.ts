/**
 * Changes of a definition that take effect by themselves at a set time. `delta` is the effect of the change on the definition,
 * so that documents can announce it before it is made.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table announced_changes (
  campaign_id uuid not null,
  id uuid not null,
  -- The request of the Management API that makes the change.
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
-- For the search for due changes, each second.
create index announced_changes_due on announced_changes (at) where state = 'announced';
`)
    .execute(db);
}
