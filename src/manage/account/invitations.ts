/**
 * Invitations for the person who has the link: looking at one and accepting it. No session is needed. An unknown or used link
 * is 404, and each wrong link counts for the client's address like a wrong password.
 */
import { writeAudit } from '../../access/audit.ts';
import { findInvitation, takeInvitation } from '../../access/invitations.ts';
import { findMember, noteSignIn, setPassword } from '../../access/members.ts';
import { notFound } from '../../problem/problem.ts';
import type { ManageHandler } from '../context.ts';
import { actorOf } from '../role.ts';
import { toSession } from './sign-in.ts';

export const getInvitation: ManageHandler<'getInvitation'> = async ({ path }, { db }) => {
  const invitation = await findInvitation(db, path.secret);
  if (!invitation) throw notFound('invitation');
  const { accountName, name, email, expiresAt } = invitation;
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-store' },
    body: { account: { name: accountName }, member: { name, email }, expires_at: expiresAt.toISOString() },
  };
};

export const acceptInvitation: ManageHandler<'acceptInvitation'> = async ({ path, body }, context) => {
  const { db, limits, address, session } = context;
  await limits.takeAddress(address);
  const member = await db.transaction().execute(async (trx) => {
    const id = await takeInvitation(trx, path.secret);
    const invited = id === undefined ? undefined : await findMember(trx, id);
    if (!invited) throw notFound('invitation');
    const passwordHash = await setPassword(trx, invited.id, body.password);
    await noteSignIn(trx, { id: invited.id, passwordHash });
    await writeAudit(trx, {
      ...actorOf({ member: invited, address }),
      action: 'member.accept_invitation',
      object: { kind: 'member', id: invited.id, name: invited.name },
    });
    return findMember(trx, invited.id);
  });
  if (!member) throw notFound('invitation');
  await limits.forget(null, address);
  await session.signIn(member);
  return { status: 200, body: toSession(member, session) };
};
