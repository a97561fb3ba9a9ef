/**
 * Sets a new password for a member who has lost theirs, for a command: whoever can run it can read the database anyway. Ends
 * the member's sessions. The password is shown once.
 */
import { writeAudit } from '../../access/audit.ts';
import { findWithPassword, setPassword } from '../../access/members.ts';
import { newPassword } from '../../access/password.ts';
import { endSessions } from '../../access/sessions.ts';
import type { Database } from '../../database/connection.ts';

export type Reset = { readonly password: string } | { readonly accounts: readonly string[] };

/**
 * `account`: the name of the account, needed if members of several accounts have the address. If no member or several members
 * match, returns the names of the accounts that have such a member.
 */
export function resetPassword(db: Database, email: string, account?: string): Promise<Reset> {
  return db.transaction().execute(async (trx) => {
    const members = await findWithPassword(trx, { email });
    const matching = members.filter(({ accountName }) => account === undefined || accountName === account);
    const [member] = matching;
    if (!member || matching.length > 1) return { accounts: members.map(({ accountName }) => accountName) };
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
