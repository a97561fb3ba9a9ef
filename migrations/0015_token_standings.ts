/**
 * What a token was at any time, so that its changelog compares the documents that it really had. Of those that are there, what
 * they were before they got their present filter nobody knows: they begin with that.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table token_standings (
  token_id uuid not null references tokens,
  since timestamptz(3) not null,
  scope text not null,
  -- Also of a filter that was deleted since: revisions tell what it was.
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
