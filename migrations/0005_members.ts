/**
 * Members that are invited, and members that are removed. An invited member has no password yet. A removed member's row keeps
 * only the name, because the history of leads and the list of tokens still show it. The e-mail address is erased, and can be
 * used again.
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

-- For ending all sessions of a member at once.
create index sessions_member on sessions ((sess ->> 'memberId'));
`)
    .execute(db);
}
