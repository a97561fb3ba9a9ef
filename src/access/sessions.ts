/**
 * The sessions of a member as rows: listed, ended, noted as used, and deleted when expired. A row's `sid` is half of the
 * cookie's content, so only this file and `http/manage/session-cookie` use it. All other code knows a session by its `id`.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';

export interface OpenSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
  readonly current: boolean;
}

const ofMember = (memberId: string): RawBuilder<boolean> => sql`sess ->> 'memberId' = ${memberId}`;

/** The sessions that have not expired, the newest first. `sid` is that of the request. */
export function openSessions(db: Database, memberId: string, sid: string): Promise<OpenSession[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .select(sql<string | null>`sess ->> 'userAgent'`.as('userAgent'))
    .select(sql<boolean>`sid = ${sid}`.as('current'))
    .where(ofMember(memberId))
    .where('expire', '>', sql<Date>`now()`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends every session of the member, on all devices, except the session `but`. Returns their number. */
export async function endSessions(
  trx: DatabaseTransaction,
  memberId: string,
  but?: { readonly sid: string },
): Promise<number> {
  let query = trx.deleteFrom('sessions').where(ofMember(memberId));
  if (but) query = query.where('sid', '<>', but.sid);
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Ends one session of the member. Returns false if there is no session with this id. */
export async function endSession(trx: DatabaseTransaction, memberId: string, id: string): Promise<boolean> {
  const query = trx.deleteFrom('sessions').where(ofMember(memberId)).where('id', '=', id);
  return (await query.executeTakeFirstOrThrow()).numDeletedRows > 0n;
}

/** Deletes expired sessions, which open nothing any more. Returns their number. */
export async function forgetSessions(db: Database): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('expire', '<', sql<Date>`now()`)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Notes that the session is in use. */
export async function noteSeen(db: Database, sid: string): Promise<void> {
  await db.updateTable('sessions').set({ last_seen_at: sql<Date>`now()` }).where('sid', '=', sid).execute();
}
