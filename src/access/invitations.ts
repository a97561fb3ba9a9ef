/**
 * Invitations: links with which new members set their first password. Only a hash of the link's secret is stored. A link
 * works once, for seven days. A member has at most one, and a new one ends the old.
 */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';

const validDays = 7;

export interface Invitation {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly accountName: string;
  readonly expiresAt: Date;
}

/** 256 random bits need no salt and no slow hash. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Returns the secret of the new link. */
export async function invite(trx: DatabaseTransaction, memberId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await sql`
    insert into invitations (member_id, hash, expires_at)
    values (${memberId}, ${hashOf(secret)}, now() + make_interval(days => ${validDays}))
    on conflict (member_id) do update set hash = excluded.hash, expires_at = excluded.expires_at`.execute(trx);
  return secret;
}

/** `undefined` if the link is unknown, used, replaced, withdrawn or expired, without telling which. */
export function findInvitation(db: Database | DatabaseTransaction, secret: string): Promise<Invitation | undefined> {
  return db
    .selectFrom('invitations')
    .innerJoin('members', 'members.id', 'invitations.member_id')
    .innerJoin('accounts', 'accounts.id', 'members.account_id')
    .select([
      'members.id as memberId',
      'members.name',
      'members.email',
      'accounts.name as accountName',
      'invitations.expires_at as expiresAt',
    ])
    .where('invitations.hash', '=', hashOf(secret))
    .where('invitations.expires_at', '>', sql<Date>`now()`)
    .where('members.email', 'is not', null)
    .$narrowType<{ email: string }>()
    .executeTakeFirst();
}

/** Uses the invitation up, so that nobody else can. Returns the member's id, or `undefined` as above. */
export async function takeInvitation(trx: DatabaseTransaction, secret: string): Promise<string | undefined> {
  const taken = await trx
    .deleteFrom('invitations')
    .where('hash', '=', hashOf(secret))
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('member_id')
    .executeTakeFirst();
  return taken?.member_id;
}
