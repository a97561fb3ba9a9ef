/**
 * Signing in and out, and confirming the password. Refuses with 401 `wrong_credentials`, without saying whether the address
 * or the password was wrong, and with 429 before it checks a password.
 */
import { writeAudit } from '../../access/audit.ts';
import {
  findMember,
  findWithPassword,
  type Member,
  type MemberWithPassword,
  noteSignIn,
  setPassword,
} from '../../access/members.ts';
import { verifyPassword } from '../../access/password.ts';
import { endSessions } from '../../access/sessions.ts';
import { refuse } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler, SessionControls, Shape } from '../context.ts';
import { actorOf, confirmedUntil } from '../role.ts';

export const challenge = { 'WWW-Authenticate': 'Session realm="leadspec"' };

export function toSession(member: Member, session: SessionControls): Shape<'Session'> {
  const { id, email, name, role, timeZone: time_zone, accountId, accountName } = member;
  const { csvSeparator: csv_separator, csvDecimal: csv_decimal } = member;
  const { accountColor: color, hasLogo: has_logo } = member;
  return {
    member: { id, email, name, role, time_zone, csv_separator, csv_decimal },
    account: { id: accountId, name: accountName, color, has_logo },
    confirmed_until: new Date(confirmedUntil(session)).toISOString(),
  };
}

/**
 * The member whose password it is. If several members match, the one who signed in last. Throws 401 or 429. Checks all
 * passwords at the same time, so that the duration does not show how many members have the address.
 */
async function judge(
  { db, limits, address }: ManageContext,
  member: { readonly email: string; readonly id?: string },
  password: string,
): Promise<MemberWithPassword> {
  const { email, id } = member;
  await limits.takeAddress(address);
  const members = await findWithPassword(db, id === undefined ? { email: email.trim() } : { id });
  // Counts attempts by member id, not by the sent text: the database and JavaScript fold letters differently.
  const who =
    members.length > 0
      ? members
          .map((member) => member.id)
          .sort()
          .join(' ')
      : email;
  await limits.takeMember(who);
  const hashes = members.length > 0 ? members.map(({ passwordHash }) => passwordHash ?? undefined) : [undefined];
  const right = await Promise.all(hashes.map((hash) => verifyPassword(hash, password)));
  const found = members[right.indexOf(true)];
  if (!found) throw wrongCredentials();
  await limits.forget(who, address);
  return found;
}

const wrongCredentials = () =>
  refuse('wrong_credentials', 'The e-mail address or the password is wrong.', { headers: challenge });

export const createSession: ManageHandler<'createSession'> = async ({ body }, context) => {
  const { email, password } = body;
  const member = await judge(context, { email }, password);
  await context.db.transaction().execute(async (trx) => {
    if (!(await noteSignIn(trx, member))) throw wrongCredentials();
    await writeAudit(trx, {
      ...actorOf({ member, address: context.address }),
      action: 'session.create',
      object: { kind: 'member', id: member.id, name: member.name },
    });
  });
  await context.session.signIn(member);
  return { status: 200, body: toSession(member, context.session) };
};

export const getSession: ManageHandler<'getSession'> = async (_, { member, session }) => ({
  status: 200,
  body: toSession(member, session),
});

export const deleteSession: ManageHandler<'deleteSession'> = async (_, { session }) => {
  await session.signOut();
  return { status: 204 };
};

export const confirmSession: ManageHandler<'confirmSession'> = async ({ body }, context) => {
  await judge(context, context.member, body.password);
  context.session.confirm();
  return { status: 200, body: toSession(context.member, context.session) };
};

export const changePassword: ManageHandler<'changePassword'> = async ({ body }, context) => {
  const { db, member, session } = context;
  const judged = await judge(context, member, body.current_password);
  const changed = await db.transaction().execute(async (trx) => {
    if (!(await noteSignIn(trx, judged))) throw wrongCredentials();
    await setPassword(trx, member.id, body.new_password);
    // Ends every session, also that of somebody who stole one.
    await endSessions(trx, member.id);
    await writeAudit(trx, {
      ...actorOf(context),
      action: 'session.change_password',
      object: { kind: 'member', id: member.id, name: member.name },
    });
    return findMember(trx, member.id);
  });
  if (!changed) throw wrongCredentials();
  await session.signIn(changed);
  return { status: 200, body: toSession(member, session) };
};
