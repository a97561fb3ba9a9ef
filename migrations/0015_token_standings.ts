/**
 * The past states of a token, so that its changelog compares the documents that the token really had. For an existing token,
 * nobody knows the states before its present filter, so it begins with that filter.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table token_standings (
  token_id uuid not null references tokens,
  since timestamptz(3) not null,
  scope text not null,
  -- May be the id of a filter that was deleted since. Revisions still have its condition.
  filter_id uuid,
  permission text not null,
  requests_per_minute integer,
  writes_per_minute integer,
  notes text,
  primary key (token_id, since)
);
insert into token_standings (token_id, since, scope, filter_id, permission, requests_per_minute, writes_per_minute, notes)
  select id, coalesce(filter_since, created_at), scope, filter_id, permission, requests_per_minute, writes_per_minute, notes
  from tokens;
alter table tokens drop column filter_since;
`)
    .execute(db);
}
