/** A campaign can be archived and brought back. A deleted campaign is erased: only its row stays, so that its slug stays reserved. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table campaigns
  add column archived_at timestamptz(3),
  -- How often it was archived or brought back: each time, the document of all campaigns changes.
  add column archivals integer not null default 0,
  -- The time at which the erasure of a deleted campaign ended.
  add column erased_at timestamptz(3);
`)
    .execute(db);
}
