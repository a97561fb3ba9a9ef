/**
 * What an admin tells vendors in their documents: whom to ask, and notes in Markdown, of a campaign and of a token. Stored
 * as they were written: what must be inert is made so when a document is made.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table campaigns
  add column support_contact text,
  add column vendor_notes text;
alter table tokens add column notes text;
`)
    .execute(db);
}
