/**
 * A new password for a member who has lost theirs, made by command: whoever may run it holds the database anyway. Sessions
 * of the member end. The password is told once.
 */
import { writeAudit } from '../../access/audit.ts';
import { findWithPassword, setPassword } from '../../access/members.ts';
import { newPassword } from '../../access/password.ts';
import { endSessions } from '../../access/sessions.ts';
import type { Database } from '../../database/connection.ts';

export type Reset = { readonly password: string } | { readonly accounts: readonly string[] };

/**
 * `account`: the name of the account, where the address is a member's in several. Of none, or several, it tells the accounts that
 * there are.
 */
export function resetPassword(db: Database, email: string, account?: string): Promise<Reset> {
  return db.transaction().execute(async (trx) => {
    const members = await findWithPassword(trx, { email });
    const meant = members.filter(({ accountName }) => account === undefined || accountName === account);
    const [member] = meant;
    if (!member || meant.length > 1) return { accounts: members.map(({ accountName }) => accountName) };
    const password = newPassword();
    await setPassword(trx, member.id, password);
    await endSessions(trx, member.id);
    await writeAudit(trx, {
      accountId: member.accountId,
      actor: { kind: 'system', id: null, name: null },
      action: 'member.reset_password',
      object: { kind: 'member', id: member.id, name: member.name },
      address: null,
    });
    return { password };
  });
}
