/**
 * The first account and its owner, made at a start that finds nobody who could sign in; and further accounts, made by
 * command. A password that was made here is told once, and kept nowhere but as its hash.
 */
import { sql } from 'kysely';
import { writeAudit } from '../access/audit.ts';
import { createAccount, findMemberByEmail, hasMembers } from '../access/members.ts';
import { newPassword } from '../access/password.ts';
import type { Config } from '../config.ts';
import type { Database, DatabaseTransaction } from '../database/connection.ts';

export interface NewOwner {
  readonly accountId: string;
  readonly memberId: string;
  readonly email: string;
  /** Only when it was made just now, and not taken from the settings: nobody can be told it later. */
  readonly password?: string;
}

/** `undefined` when there are members already. Starts that meet take turns: one of them makes the owner. */
export function ensureFirstOwner(db: Database, config: Pick<Config, 'admin' | 'demo'>): Promise<NewOwner | undefined> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table accounts in share row exclusive mode`.execute(trx);
    if (await hasMembers(trx)) return undefined;
    const { email = 'owner@example.com', password } = config.admin;
    return makeOwner(trx, { name: config.demo ? 'Demo' : 'Leadspec', email, password });
  });
}

/** Another account with its owner; `undefined` when a member has the e-mail address already. */
export function createFurtherAccount(
  db: Database,
  account: { readonly name: string; readonly email: string },
): Promise<NewOwner | undefined> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table accounts in share row exclusive mode`.execute(trx);
    if (await findMemberByEmail(trx, account.email)) return undefined;
    return makeOwner(trx, { ...account, password: undefined });
  });
}

async function makeOwner(
  trx: DatabaseTransaction,
  { name, email, password }: { name: string; email: string; password: string | undefined },
): Promise<NewOwner> {
  const made = password === undefined ? newPassword() : undefined;
  const secret = password ?? made ?? '';
  const ids = await createAccount(trx, { name, email, ownerName: 'Owner', password: secret });
  await writeAudit(trx, {
    accountId: ids.accountId,
    actor: { kind: 'system', id: null, name: null },
    action: 'account.create',
    object: { kind: 'account', id: ids.accountId },
    details: { name, owner: email },
    address: null,
  });
  return { ...ids, email, ...(made !== undefined && { password: made }) };
}
