/** The look of an account's pages: a colour, and a logo that is served as it was sent. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table accounts
  -- It stands in the style of pages, so it must be a colour.
  add column color text check (color ~ '^#[0-9a-f]{6}$');
create table account_logos (
  account_id uuid primary key references accounts (id),
  type text not null,
  image bytea not null,
  -- A hash of the image, in hexadecimal. It is part of the address, so that a new image is shown at once.
  hash text not null
);
`)
    .execute(db);
}
