/**
 * Signing in and out, and confirming that it is still you. May refuse with 401 `wrong_credentials`, the same whether the
 * address or the password was wrong, and with 429 before a password is judged at all.
 */
import { writeAudit } from '../access/audit.ts';
import { findMemberByEmail, type Member, type MemberWithPassword, noteSignIn, setPassword } from '../access/members.ts';
import { verifyPassword } from '../access/password.ts';
import { endSessions } from '../access/sessions.ts';
import { refuse } from '../problem/problem.ts';
import type { ManageContext, ManageHandler, SessionControls, Shape } from './context.ts';
import { actorOf, confirmedUntil } from './role.ts';

export const challenge = { 'WWW-Authenticate': 'Session realm="leadspec"' };

export function toSession(member: Member, session: SessionControls): Shape<'Session'> {
  const { id, email, name, role, timeZone: time_zone, accountId, accountName } = member;
  const { accountColor: color, hasLogo: has_logo } = member;
  return {
    member: { id, email, name, role, time_zone },
    account: { id: accountId, name: accountName, color, has_logo },
    confirmed_until: new Date(confirmedUntil(session)).toISOString(),
  };
}

/** The member with this address and password. Throws 401 or 429. */
async function judge(context: ManageContext, email: string, password: string): Promise<MemberWithPassword> {
  const { db, limits, address } = context;
  await limits.take(email, address);
  const member = await findMemberByEmail(db, email.trim());
  const right = await verifyPassword(member?.passwordHash ?? undefined, password);
  if (!member || !right) {
    throw refuse('wrong_credentials', 'The e-mail address or the password is wrong.', { headers: challenge });
  }
  await limits.forget(email, address);
  return member;
}

export const createSession: ManageHandler<'createSession'> = async ({ body }, context) => {
  const member = await judge(context, body.email, body.password);
  await context.db.transaction().execute(async (trx) => {
    await noteSignIn(trx, member.id);
    await writeAudit(trx, {
      ...actorOf({ member, address: context.address }),
      action: 'session.create',
      object: { kind: 'member', id: member.id, name: member.name },
    });
  });
  await context.session.signIn(member.id);
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
  await judge(context, context.member.email, body.password);
  context.session.confirm();
  return { status: 200, body: toSession(context.member, context.session) };
};

export const changePassword: ManageHandler<'changePassword'> = async ({ body }, context) => {
  const { db, member, session } = context;
  await judge(context, member.email, body.current_password);
  await db.transaction().execute(async (trx) => {
    await setPassword(trx, member.id, body.new_password);
    // Whoever had stolen a session is out.
    await endSessions(trx, member.id);
    await writeAudit(trx, {
      ...actorOf(context),
      action: 'session.change_password',
      object: { kind: 'member', id: member.id, name: member.name },
    });
  });
  await session.signIn(member.id);
  return { status: 200, body: toSession(member, session) };
};
