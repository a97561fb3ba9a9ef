/**
 * A new password for a member who has lost theirs, made by command: whoever may run it holds the database anyway. Sessions
 * of the member end. The password is told once.
 */
import { writeAudit } from '../access/audit.ts';
import { findMemberByEmail, setPassword } from '../access/members.ts';
import { newPassword } from '../access/password.ts';
import { endSessions } from '../access/sessions.ts';
import type { Database } from '../database/connection.ts';

/** `undefined` when no member has the e-mail address. */
export function resetPassword(db: Database, email: string): Promise<{ readonly password: string } | undefined> {
  return db.transaction().execute(async (trx) => {
    const member = await findMemberByEmail(trx, email);
    if (!member) return undefined;
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
