/**
 * Line 36: a thief with the old password and a session, while the owner changes the password. The old password and session
 * open nothing.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Client, client, password, signIn, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const next = 'another battery staple, much longer';
const isIn = async (who: Client) => (await who.call('GET /session')).status === 200;

/** Sends the thief's requests while the password is being changed. */
async function changeAmid(tricks: (thief: Client, email: string) => readonly Promise<unknown>[]) {
  const owner = await signUp(server);
  const thief = await signIn(server, owner.email);
  const running = tricks(thief, owner.email);
  const changed = await owner.call('PUT /session/password', {
    body: { current_password: password, new_password: next },
  });
  await Promise.all(running);
  return { owner, thief, changed };
}

test.each([1, 2, 3])('a stolen session that is confirmed all the time ends with the password (round %i)', async () => {
  const { owner, thief, changed } = await changeAmid((thief) =>
    Array.from({ length: 6 }, () => thief.call('POST /session/confirm', { body: { password } })),
  );
  expect(changed.status).toBe(200);
  expect([await isIn(owner), await isIn(thief)]).toEqual([true, false]);
});

test.each([1, 2, 3])('signing in with the old password opens nothing afterwards (round %i)', async () => {
  const clients: Client[] = [];
  const { owner } = await changeAmid((_, email) =>
    Array.from({ length: 6 }, () => {
      const one = client(server);
      clients.push(one);
      return one.call('POST /session', { body: { email, password } });
    }),
  );
  expect(await Promise.all(clients.map(isIn))).toEqual(clients.map(() => false));
  expect(await isIn(owner)).toBe(true);
});

test('the save of a session that was ended makes no row again', async () => {
  const owner = await signUp(server);
  const thief = await signIn(server, owner.email);
  const { db } = server.connection;
  const count = async () =>
    (
      await sql<{
        n: number;
      }>`select count(*)::int as n from sessions where sess ->> 'memberId' = ${owner.memberId}`.execute(db)
    ).rows[0]?.n;
  // The row is deleted while the password is hashed, after the request has read the session and before it saves it.
  const confirming = thief.call('POST /session/confirm', { body: { password } });
  await sql`delete from sessions where sess ->> 'memberId' = ${owner.memberId}`.execute(db);
  await confirming;
  expect([await count(), await isIn(thief)]).toEqual([0, false]);
});

test('a session from before sessions knew the password they were begun with opens nothing', async () => {
  const owner = await signUp(server);
  const { db } = server.connection;
  await sql`update sessions set sess = (sess::jsonb - 'credential')::json where sess ->> 'memberId' = ${owner.memberId}`.execute(
    db,
  );
  expect(await isIn(owner)).toBe(false);
});
