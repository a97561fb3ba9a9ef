/** Invitations: a link that is shown once, works once within seven days, and opens nothing when it is stolen from a dump. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createSignInLimits, type SignInLimits } from '../../../src/manage/account/sign-in-limits.ts';
import { Problem } from '../../../src/problem/problem.ts';
import { client, password, type SignedUp, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

/** Counts an attempt as signing in does. */
async function attempt(limits: SignInLimits | undefined, who: string | null, address: string | null): Promise<void> {
  await limits?.takeAddress(address);
  if (who !== null) await limits?.takeMember(who);
}

let server: TestServer;
let owner: SignedUp;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(() => server?.stop());

let people = 0;
const invite = async () => {
  people += 1;
  const email = `anna-${people}@example.com`;
  const answer = await owner.call('POST /members', { body: { name: 'Anna Admin', email, role: 'admin' } });
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([201, 'no-store']);
  return { ...answer.body, email, secret: answer.body.invitation_url.split('/').pop() as string };
};
const look = (secret: string) => client(server).call(`GET /invitations/${secret}`);
const accept = (secret: string, as = client(server), chosen = password) =>
  as.call(`POST /invitations/${secret}/accept`, { body: { password: chosen } });

test('the link leads to the console, holds for seven days, and tells whom it invites to what', async () => {
  const { secret, email, invitation_url, invitation_expires_at } = await invite();

  expect(invitation_url).toBe(`${server.url}/console/invitations/${secret}`);
  const days = (Date.parse(invitation_expires_at) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(6.9);
  expect(days).toBeLessThan(7.1);
  expect((await look(secret)).body).toEqual({
    account: { name: expect.stringMatching(/^Account/) },
    member: { name: 'Anna Admin', email },
    expires_at: invitation_expires_at,
  });
});

test('a member who accepts has a password and is signed in, and the link is used up', async () => {
  const { secret, email, id } = await invite();
  expect((await client(server).call('POST /session', { body: { email, password } })).status).toBe(401);
  const member = client(server);

  const before = Date.now();
  const { status, body } = await accept(secret, member);

  expect(status).toBe(200);
  expect(body.member).toMatchObject({ id, email, role: 'admin' });
  expect((await member.call('GET /session')).body).toEqual(body);
  expect((await client(server).call('POST /session', { body: { email, password } })).status).toBe(200);
  expect((await accept(secret)).status).toBe(404);
  expect((await look(secret)).status).toBe(404);
  const listed = (await owner.call('GET /members')).body.data.find((one: { id: string }) => one.id === id);
  expect(listed).toMatchObject({ state: 'active', invitation_expires_at: null });
  expect(Date.parse(listed.last_signed_in_at)).toBeGreaterThanOrEqual(before);
});

test('one of two who accept at once is let in', async () => {
  const { secret } = await invite();
  const statuses = (await Promise.all([accept(secret), accept(secret)])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 404]);
});

test('a new link ends the old one; a member who has accepted gets no link', async () => {
  const { id, secret } = await invite();

  const { body } = await owner.call(`POST /members/${id}/invitation`);

  const renewed = body.invitation_url.split('/').pop();
  expect(renewed).not.toBe(secret);
  expect((await look(secret)).status).toBe(404);
  expect((await accept(renewed)).status).toBe(200);
  const again = await owner.call(`POST /members/${id}/invitation`);
  expect([again.status, again.body.code]).toEqual([422, 'invalid_request']);
});

test('a link that has expired, whose member was removed, or that never was, is nothing', async () => {
  const expired = await invite();
  await sql`update invitations set expires_at = now() where member_id = ${expired.id}`.execute(server.connection.db);
  const removed = await invite();
  await owner.call(`DELETE /members/${removed.id}`);

  for (const secret of [expired.secret, removed.secret, 'nonsense', encodeURIComponent('æ/ø?')]) {
    for (const { status, body } of [await look(secret), await accept(secret)])
      expect([status, body.code]).toEqual([404, 'not_found']);
  }
  const listed = (await owner.call('GET /members')).body.data;
  expect(listed.find((one: { id: string }) => one.id === expired.id).state).toBe('invited');
});

test('a short password is refused by pointer, and the link stays', async () => {
  const { secret } = await invite();
  const { status, body } = await accept(secret, client(server), 'short');
  expect([status, body.errors[0].pointer]).toEqual([422, '/password']);
  expect((await accept(secret)).status).toBe(200);
});

test('a dump of the database holds no link', async () => {
  const { secret } = await invite();
  const { rows } = await server.connection.pool.query('select * from invitations');
  expect(rows.length).toBeGreaterThan(0);
  for (const { hash } of rows) {
    for (const form of ['hex', 'base64url'] as const) expect((await look(hash.toString(form))).status).toBe(404);
  }
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('wrong links are throttled by address, as wrong passwords are', async () => {
  const limits = createSignInLimits(server.connection.pool, { perMember: 1, perAddress: 3 });
  for (let i = 0; i < 3; i += 1) await attempt(limits, null, '192.0.2.44');
  await expect(attempt(limits, null, '192.0.2.44')).rejects.toThrow(Problem);
  await expect(attempt(limits, 'a@example.com', '192.0.2.44')).rejects.toThrow(Problem);

  const used = await startServer({ databaseUrl: server.databaseUrl });
  try {
    let status = 0;
    for (let i = 0; i < 60 && status !== 429; i += 1) {
      ({ status } = await client(used).call('POST /invitations/wrong/accept', { body: { password } }));
    }
    expect(status).toBe(429);
  } finally {
    await used.stop();
  }
});
