/**
 * Members: the people of an account, who sign in with an e-mail address and a password. In one account, an address belongs to
 * one member, whatever its case; nobody learns whether another account has it too. An invited member has no password yet.
 * Removed members are never found.
 */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import { newId } from '../ids/ids.ts';
import { hashPassword } from './password.ts';

export type Role = 'owner' | 'admin' | 'viewer';

export interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The zone in which the member sees times; null for the browser's zone. */
  readonly timeZone: string | null;
  /** The member's CSV form for spreadsheets. Separator and decimal sign differ. */
  readonly csvSeparator: ',' | ';';
  readonly csvDecimal: '.' | ',';
  readonly accountId: string;
  readonly accountName: string;
  readonly accountColor: string | null;
  readonly hasLogo: boolean;
  /** Changes with the password; `null` until there is one. A session is valid only as long as this stays the same. */
  readonly credential: string | null;
}

export interface MemberWithPassword extends Member {
  /** Null until the member accepts the invitation. */
  readonly passwordHash: string | null;
}

function members(db: Database | DatabaseTransaction) {
  return db
    .selectFrom('members')
    .innerJoin('accounts', 'accounts.id', 'members.account_id')
    .select([
      'members.id',
      'members.email',
      'members.name',
      'members.role',
      'members.time_zone as timeZone',
      'members.csv_separator as csvSeparator',
      'members.csv_decimal as csvDecimal',
      'members.account_id as accountId',
      'accounts.name as accountName',
      'accounts.color as accountColor',
      sql<boolean>`exists (select from account_logos l where l.account_id = accounts.id)`.as('hasLogo'),
      sql<string | null>`encode(sha256(convert_to(members.password_hash, 'UTF8')), 'hex')`.as('credential'),
    ])
    .where('members.email', 'is not', null)
    .where('members.removed_at', 'is', null)
    .$narrowType<{ email: string }>();
}

export function findMember(db: Database | DatabaseTransaction, id: string): Promise<Member | undefined> {
  return members(db).where('members.id', '=', id).executeTakeFirst();
}

/** Names of members by their ids, including removed members. */
export async function namesOf(db: Database, members: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(members.flatMap((id) => id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('members').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** By address: one member for each account, the latest to sign in first. By id: at most one member. */
export function findWithPassword(
  db: Database | DatabaseTransaction,
  by: { readonly email: string } | { readonly id: string },
): Promise<MemberWithPassword[]> {
  const which =
    'id' in by ? sql<boolean>`members.id = ${by.id}` : sql<boolean>`lower(members.email) = lower(${by.email})`;
  return members(db)
    .select('members.password_hash as passwordHash')
    .where(which)
    .orderBy('members.last_signed_in_at', (order) => order.desc().nullsLast())
    .orderBy('members.id')
    .execute();
}

/** Whether the installation has any member. */
export async function hasMembers(db: Database | DatabaseTransaction): Promise<boolean> {
  return (await members(db).limit(1).executeTakeFirst()) !== undefined;
}

export interface NewAccount {
  /** A fixed id, if the account needs one. */
  readonly id?: string;
  readonly name: string;
  readonly email: string;
  readonly ownerName: string;
  readonly password: string;
}

/** Creates an account with its first owner. Returns their ids. */
export async function createAccount(
  trx: DatabaseTransaction,
  account: NewAccount,
): Promise<{ accountId: string; memberId: string }> {
  const [accountId, memberId, now] = [account.id ?? newId(), newId(), new Date()];
  await trx.insertInto('accounts').values({ id: accountId, name: account.name, created_at: now }).execute();
  await trx
    .insertInto('members')
    .values({
      id: memberId,
      account_id: accountId,
      email: account.email,
      name: account.ownerName,
      role: 'owner',
      password_hash: await hashPassword(account.password),
      created_at: now,
    })
    .execute();
  return { accountId, memberId };
}

/** Sets the password, and ends an open invitation. Returns the stored hash. */
export async function setPassword(trx: DatabaseTransaction, memberId: string, password: string): Promise<string> {
  const passwordHash = await hashPassword(password);
  await trx.updateTable('members').set({ password_hash: passwordHash }).where('id', '=', memberId).execute();
  await trx.deleteFrom('invitations').where('member_id', '=', memberId).execute();
  return passwordHash;
}

/**
 * Notes the time of a sign-in, by the database's clock. Returns false if the password has changed since it was checked. A
 * change of the password locks the member's row.
 */
export async function noteSignIn(trx: DatabaseTransaction, { id, passwordHash }: Judged): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('members')
    .set({ last_signed_in_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('password_hash', '=', passwordHash)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

type Judged = Pick<MemberWithPassword, 'id' | 'passwordHash'>;
