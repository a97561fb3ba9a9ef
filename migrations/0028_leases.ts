/** Work that one process of all does at a time: `database/lease`. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table leases (
  name text primary key,
  -- The process that has it.
  holder uuid not null,
  -- By the clock of the database.
  until timestamp with time zone not null
);
`)
    .execute(db);
}
