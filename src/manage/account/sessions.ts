/**
 * The sessions of the signed-in member: their devices, since when they exist, and how to end them. To end the sessions of
 * another member, an owner removes that member.
 */
import { writeAudit } from '../../access/audit.ts';
import { endSession, endSessions, openSessions } from '../../access/sessions.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { notFound } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler } from '../context.ts';
import { actorOf } from '../role.ts';

export const listSessions: ManageHandler<'listSessions'> = async (_, { db, member, session }) => {
  const sessions = await openSessions(db, member.id, session.sid);
  const data = sessions.map(({ id, createdAt, lastSeenAt, userAgent, current }) => ({
    id,
    created_at: createdAt.toISOString(),
    last_seen_at: lastSeenAt.toISOString(),
    user_agent: userAgent,
    current,
  }));
  return { status: 200, body: { data } };
};

export const endOtherSessions: ManageHandler<'endOtherSessions'> = async (_, context) => {
  const { db, member, session } = context;
  await db.transaction().execute(async (trx) => {
    const ended = await endSessions(trx, member.id, { sid: session.sid });
    if (ended > 0) await record(trx, context, ended);
  });
  return { status: 204 };
};

export const endSessionById: ManageHandler<'endSession'> = async ({ path }, context) => {
  const { db, member, session } = context;
  const open = await openSessions(db, member.id, session.sid);
  await db.transaction().execute(async (trx) => {
    if (!(await endSession(trx, member.id, path.id))) throw notFound('session');
    await record(trx, context, 1);
  });
  // The member ended the current session, so the browser must drop the cookie, as after signing out.
  if (open.some(({ id, current }) => current && id === path.id.toLowerCase())) await session.signOut();
  return { status: 204 };
};

function record(trx: DatabaseTransaction, context: ManageContext, ended: number): Promise<void> {
  const { id, name } = context.member;
  const object = { kind: 'member', id, name } as const;
  return writeAudit(trx, { ...actorOf(context), action: 'session.end', object, details: { ended } });
}
