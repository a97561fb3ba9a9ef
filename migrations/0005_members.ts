/**
 * Members that are invited, and members that are gone. Who is invited has no password yet. Who is removed keeps a row with
 * nothing but the name, by which the history of leads and the list of tokens still tell who it was; the e-mail address is
 * erased, and free for another.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table members
  alter column password_hash drop not null,
  alter column email drop not null,
  add column last_signed_in_at timestamptz(3),
  add column removed_at timestamptz(3),
  add check ((email is null) = (removed_at is not null));

-- At most one for each member: a new link ends the old one.
create table invitations (
  member_id uuid primary key references members,
  -- SHA-256 of the secret in the link.
  hash bytea not null unique,
  expires_at timestamptz(3) not null
);

-- All sessions of a member are ended at once.
create index sessions_member on sessions ((sess ->> 'memberId'));
`)
    .execute(db);
}
