/**
 * What a member is told of their sessions, so that they can end one: an id that is not the cookie's, since when, and when it
 * was last used. And the zone in which a member is shown times.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table sessions
  add column id uuid not null unique default gen_random_uuid(),
  add column created_at timestamptz(3) not null default now(),
  add column last_seen_at timestamptz(3) not null default now();

alter table members add column time_zone text;
`)
    .execute(db);
}
