/**
 * Further accounts of the installation, each with its owner, made by command. The password is told once, and kept nowhere
 * but as its hash. The first account is made at the first start, see `accounts.ts`.
 */
import { sql } from 'kysely';
import { writeAudit } from '../access/audit.ts';
import { createAccount, findMemberByEmail } from '../access/members.ts';
import { newPassword } from '../access/password.ts';
import type { Database } from '../database/connection.ts';

/** `undefined` when a member has the e-mail address already, in whichever account. */
export function createFurtherAccount(
  db: Database,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<{ readonly password: string } | undefined> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table accounts in exclusive mode`.execute(trx);
    if (await findMemberByEmail(trx, email)) return undefined;
    const password = newPassword();
    const { accountId } = await createAccount(trx, { name, email, ownerName: 'Owner', password });
    await writeAudit(trx, {
      accountId,
      actor: { kind: 'system', id: null, name: null },
      action: 'account.create',
      object: { kind: 'account', id: accountId, name },
      details: { owner: email },
      address: null,
    });
    return { password };
  });
}
