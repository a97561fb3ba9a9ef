/**
 * Line 22: signing in takes the same time for everybody, is throttled by member and address, and does not reveal who is a
 * member.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../../src/database/connection.ts';
import { createSignInLimits, type SignInLimits } from '../../../src/manage/account/sign-in-limits.ts';
import { Problem } from '../../../src/problem/problem.ts';
import { client, password, signUp } from '../../support/manage.ts';
import { work } from '../../support/patience.ts';
import { startServer, type TestServer } from '../../support/server.ts';

/** Counts an attempt as signing in does. */
async function counted(limits: SignInLimits | undefined, who: string | null, address: string | null): Promise<void> {
  await limits?.takeAddress(address);
  if (who !== null) await limits?.takeMember(who);
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const attempt = (email: string, tried: string) =>
  client(server).call('POST /session', { body: { email, password: tried } });

test('an unknown address and a wrong password are answered alike, but for the request id', async () => {
  const owner = await signUp(server);
  const unknown = await attempt('nobody@example.com', password);
  const wrong = await attempt(owner.email, 'not the password');

  expect(unknown.status).toBe(401);
  expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
});

test('an unknown address costs as much work as a known one', async () => {
  const owner = await signUp(server);
  const workFor = (email: string) => work(() => attempt(email, 'not the password'), 7);
  await attempt('warm-up@example.com', 'not the password');
  // The service runs in this process.
  const [known, unknown] = [await workFor(owner.email), await workFor('somebody-else@example.com')];

  // Without the hash, an unknown address would cost a tenth of it.
  expect(unknown).toBeGreaterThan(known / 3);
  expect(known).toBeGreaterThan(unknown / 3);
});

test('after ten wrong passwords a member is not judged any more, known or not, even with the right password', async () => {
  const owner = await signUp(server);
  for (const email of [owner.email, 'never@example.com']) {
    for (let i = 0; i < 10; i += 1) expect((await attempt(email, 'wrong')).status).toBe(401);

    const { status, body, headers } = await attempt(email, password);

    expect([status, body.code]).toEqual([429, 'rate_limited']);
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  }
});

test('an address is throttled over all members; a right password gives its attempt back', async () => {
  const limits = createSignInLimits(server.connection.pool, { perMember: 100, perAddress: 3 });
  for (let i = 0; i < 10; i += 1) {
    await counted(limits, 'a@example.com', '192.0.2.1');
    await limits.forget('a@example.com', '192.0.2.1');
  }
  for (let i = 0; i < 3; i += 1) await counted(limits, `m${i}@example.com`, '192.0.2.1');

  await expect(counted(limits, 'b@example.com', '192.0.2.1')).rejects.toThrow(Problem);
  await counted(limits, 'b@example.com', '192.0.2.2');
});

test('the addresses of one IPv6 network count as one', async () => {
  const limits = createSignInLimits(server.connection.pool, { perMember: 100, perAddress: 1 });
  await counted(limits, 'a@example.com', '2001:db8::1:2:3');
  await expect(counted(limits, 'b@example.com', '2001:db8:0:0:bbbb::2')).rejects.toThrow(Problem);
  await counted(limits, 'c@example.com', '2001:db8:0:1::1');
});

test('wrong passwords are counted over all processes', async () => {
  const other = connect({ url: server.databaseUrl, connections: 1, onError: () => undefined });
  const [here, there] = [server.connection.pool, other.pool].map((pool) => createSignInLimits(pool));
  for (let i = 0; i < 5; i += 1) {
    await counted(here, 'both@example.com', '192.0.2.7');
    await counted(there, ' Both@Example.com', '192.0.2.8');
  }
  await expect(counted(here, 'both@example.com', '192.0.2.9')).rejects.toThrow(Problem);
  await expect(counted(there, 'both@example.com', '192.0.2.9')).rejects.toThrow(Problem);
  await other.pool.end();
});

test('while the database is away each process counts by itself, and goes on counting', async () => {
  const away = connect({ url: 'postgres://127.0.0.1:1/none', connections: 1, onError: () => undefined });
  const limits = createSignInLimits(away.pool, { perMember: 2, perAddress: 100 });
  await counted(limits, 'a@example.com', '192.0.2.1');
  await counted(limits, 'a@example.com', '192.0.2.1');
  await expect(counted(limits, 'a@example.com', '192.0.2.1')).rejects.toThrow(Problem);
  await away.pool.end();
});

test('the counters hold no e-mail address', async () => {
  const owner = await signUp(server);
  await attempt(owner.email, 'wrong');
  const { rows } = await server.connection.pool.query('select key from sign_in_attempts');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('@');
});
