/**
 * The texts of an admin for vendors: a support contact and notes in Markdown for a campaign, and notes for a token. They are
 * stored as written, and made inert when a document is made.
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
