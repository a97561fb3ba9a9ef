/** Changelogs keep changes as values, and show when a token is paused and when it ends. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Older entries stay as they are.
update document_changes
set told = (
  select coalesce(jsonb_agg(
    jsonb_build_object('kind', 'told', 'class', one -> 'class', 'subject', '', 'from', null, 'to', one -> 'sentence')
    order by place), '[]')
  from jsonb_array_elements(told) with ordinality as each (one, place));

alter table token_standings
  add column paused boolean not null default false,
  add column expires_at timestamptz(3);

-- Their earlier state is not known, and does not appear.
update token_standings s set paused = t.paused, expires_at = t.expires_at from tokens t where t.id = s.token_id;
`)
    .execute(db);
}
