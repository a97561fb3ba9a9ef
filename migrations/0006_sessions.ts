/**
 * A member's sessions, as the member sees them and can end them: with an id that is not the cookie's value, the time of the
 * sign-in, and the time of the last use. And the member's time zone.
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
