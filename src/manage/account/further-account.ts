/**
 * Creates further accounts of the installation, each with its owner, for a command. The password is shown once, and only its
 * hash is stored. The first account is created at the first start, see `accounts.ts`.
 */
import { writeAudit } from '../../access/audit.ts';
import { createAccount } from '../../access/members.ts';
import { newPassword } from '../../access/password.ts';
import type { Database } from '../../database/connection.ts';

export function createFurtherAccount(
  db: Database,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<{ readonly password: string }> {
  return db.transaction().execute(async (trx) => {
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
