/** A member's own sessions: listed, told apart and ended, without showing anything that could open one. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { forgetSessions } from '../../../src/access/sessions.ts';
import { type Client, client, password, type SignedUp, signIn, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  owner = await signUp(server);
});

const list = async (member: Client = owner) => (await member.call('GET /sessions')).body.data;
const isIn = async (member: Client) => (await member.call('GET /session')).status === 200;

test('every session of the member is listed, the newest first, and the one of the request is marked', async () => {
  const phone = client(server);
  const body = { email: owner.email, password };
  await phone.call('POST /session', { body, headers: { 'User-Agent': `Phone ${'x'.repeat(400)}` } });

  const sessions = await list(phone);

  expect(sessions).toEqual([
    {
      id: expect.any(String),
      created_at: expect.any(String),
      last_seen_at: expect.any(String),
      user_agent: `Phone ${'x'.repeat(294)}`,
      current: true,
    },
    expect.objectContaining({ current: false }),
  ]);
  expect((await list()).map(({ current }: { current: boolean }) => current)).toEqual([false, true]);
});

test('nothing in the list is of the cookie', async () => {
  const cookie = decodeURIComponent(owner.cookie() ?? '');
  const { sid } = await server.connection.db
    .selectFrom('sessions')
    .select('sid')
    .where(sql<string>`sess ->> 'memberId'`, '=', owner.memberId)
    .executeTakeFirstOrThrow();
  expect(cookie).toContain(sid);
  expect(JSON.stringify(await list())).not.toContain(sid);
});

test('one session is ended by its id, at once', async () => {
  const elsewhere = await signIn(server, owner.email);
  const [other] = (await list()).filter(({ current }: { current: boolean }) => !current);

  expect((await owner.call(`DELETE /sessions/${other.id}`)).status).toBe(204);

  expect(await isIn(elsewhere)).toBe(false);
  expect(await isIn(owner)).toBe(true);
  expect((await owner.call(`DELETE /sessions/${other.id}`)).status).toBe(404);
});

test('all but this one are ended together', async () => {
  const others = [await signIn(server, owner.email), await signIn(server, owner.email)];

  expect((await owner.call('DELETE /sessions')).status).toBe(204);

  expect(await Promise.all([owner, ...others].map(isIn))).toEqual([true, false, false]);
  expect(await list()).toHaveLength(1);
});

test('ending the session of the request is signing out', async () => {
  const [own] = await list();
  expect((await owner.call(`DELETE /sessions/${own.id}`)).status).toBe(204);
  expect(owner.cookie()).toBeUndefined();
  expect(await isIn(owner)).toBe(false);
});

test("another member's sessions do not exist", async () => {
  const stranger = await signUp(server);
  const [own] = await list();
  expect((await stranger.call(`DELETE /sessions/${own.id}`)).status).toBe(404);
  expect((await stranger.call('DELETE /sessions')).status).toBe(204);
  expect(await isIn(owner)).toBe(true);
});

test('a session that is used is known to be, and is the same after it was confirmed', async () => {
  const { db } = server.connection;
  const mine = sql<boolean>`sess ->> 'memberId' = ${owner.memberId}`;
  await db.updateTable('sessions').set({ last_seen_at: '2026-01-01T00:00:00Z' }).where(mine).execute();
  const other = await startServer({ databaseUrl: server.databaseUrl });
  const before = Date.now();
  try {
    const [session] = (await client(other).call('GET /sessions', { headers: { Cookie: owner.cookie() ?? '' } })).body
      .data;
    expect(Date.parse(session.last_seen_at)).toBeGreaterThanOrEqual(before);
    await owner.call('POST /session/confirm', { body: { password } });
    expect(await list()).toEqual([{ ...session, last_seen_at: expect.any(String) }]);
  } finally {
    await other.stop();
  }
});

test('ended sessions are in the audit log', async () => {
  await signIn(server, owner.email);
  await owner.call('DELETE /sessions');
  await owner.call('DELETE /sessions');
  const rows = await server.connection.db
    .selectFrom('audit_log')
    .select('details')
    .where('action', '=', 'session.end')
    .where('account_id', '=', owner.accountId)
    .execute();
  expect(rows).toEqual([{ details: { ended: 1 } }]);
});

test('a session that has expired is removed, and no other', async () => {
  const elsewhere = await signIn(server, owner.email);
  const { db } = server.connection;
  const [current] = (await list()).filter(({ current }: { current: boolean }) => current);
  await db
    .updateTable('sessions')
    .set({ expire: sql<Date>`now() - interval '1 second'` })
    .where('id', '=', current.id)
    .execute();

  expect(await forgetSessions(db)).toBe(1);

  expect(await isIn(owner)).toBe(false);
  expect(await list(elsewhere)).toEqual([expect.objectContaining({ current: true })]);
});
