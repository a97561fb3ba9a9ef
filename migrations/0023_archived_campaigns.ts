/** A campaign can be archived and brought back, and a deleted one is erased: its row alone stays, so that its slug stays spent. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table campaigns
  add column archived_at timestamptz(3),
  -- How often it was archived or brought back: each time the document of all campaigns is another one.
  add column archivals integer not null default 0,
  -- When the last of a deleted campaign was erased.
  add column erased_at timestamptz(3);
`)
    .execute(db);
}
