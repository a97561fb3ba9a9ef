/** How the pages of an account look: a colour, and a logo that is served as it was sent. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table accounts
  -- It stands in the style of pages: nothing but a colour may.
  add column color text check (color ~ '^#[0-9a-f]{6}$');
create table account_logos (
  account_id uuid primary key references accounts (id),
  type text not null,
  image bytea not null,
  -- Of the image, in hexadecimal: a part of its address, so that a replaced one is shown at once.
  hash text not null
);
`)
    .execute(db);
}
