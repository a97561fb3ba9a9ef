/** Signing in and out: what a session is, how it ends, and what is refused on the way. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { client, password, type SignedUp, signIn, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(() => server?.stop());

test('a member who signs in gets their own data, and a cookie that scripts cannot read', async () => {
  const member = client(server);

  const { status, body, headers } = await member.call('POST /session', { body: { email: owner.email, password } });

  expect(status).toBe(200);
  const told = { id: owner.memberId, email: owner.email, name: 'Olivia Owner', role: 'owner', time_zone: null };
  const csv = { csv_separator: ',', csv_decimal: '.' };
  expect(body.member).toEqual({ ...told, ...csv });
  expect(headers.getSetCookie()[0]).toMatch(/^leadspec_session=.*; Path=\/manage; .*HttpOnly; SameSite=Lax$/);
  expect((await member.call('GET /session')).body).toEqual(body);
});

test('an e-mail address is known in any case', async () => {
  const { status } = await client(server).call('POST /session', {
    body: { email: owner.email.toUpperCase(), password },
  });
  expect(status).toBe(200);
});

test('a session that has been signed out opens nothing, even with its old cookie', async () => {
  const member = await signIn(server, owner.email);
  const cookie = member.cookie() ?? '';

  expect((await member.call('DELETE /session')).status).toBe(204);

  expect(member.cookie()).toBeUndefined();
  const { status, body } = await client(server).call('GET /session', { headers: { Cookie: cookie } });
  expect([status, body.code]).toEqual([401, 'not_signed_in']);
});

test('signing in begins a session under a new id', async () => {
  const member = await signIn(server, owner.email);
  const before = member.cookie() ?? '';

  await member.call('POST /session', { body: { email: owner.email, password } });

  expect(member.cookie()).not.toBe(before);
  const { status } = await client(server).call('GET /session', { headers: { Cookie: before } });
  expect(status).toBe(401);
});

test('nobody is signed in without a session: every operation but signing in is 401', async () => {
  for (const request of ['GET /campaigns', 'POST /tokens', 'DELETE /session', 'GET /nowhere', 'PUT /campaigns']) {
    const { status, body } = await client(server).call(request, request.startsWith('POST') ? { body: {} } : {});
    expect([request, status, body.code]).toEqual([request, 401, 'not_signed_in']);
  }
});

test('a changed password ends every other session of the member, and the old password is worth nothing', async () => {
  const other = await signUp(server);
  const elsewhere = await signIn(server, other.email);
  const changed = 'battery correct staple horse';

  const wrong = await other.call('PUT /session/password', {
    body: { current_password: 'not the password', new_password: changed },
  });
  expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_credentials']);
  const right = await other.call('PUT /session/password', {
    body: { current_password: password, new_password: changed },
  });

  expect(right.status).toBe(200);
  expect((await other.call('GET /session')).status).toBe(200);
  expect((await elsewhere.call('GET /session')).status).toBe(401);
  const old = await client(server).call('POST /session', { body: { email: other.email, password } });
  expect(old.status).toBe(401);
});

test('a short new password is refused by pointer', async () => {
  const { status, body } = await owner.call('PUT /session/password', {
    body: { current_password: password, new_password: 'short' },
  });
  expect([status, body.errors[0].pointer]).toEqual([422, '/new_password']);
});

test('a member that is gone, or whose role was taken, has no session any more that says otherwise', async () => {
  const other = await signUp(server);
  const { db } = server.connection;

  await db.updateTable('members').set({ role: 'viewer' }).where('id', '=', other.memberId).execute();
  expect((await other.call('POST /campaigns', { body: { name: 'Late' } })).body.code).toBe('insufficient_role');

  await db.deleteFrom('members').where('id', '=', other.memberId).execute();
  expect((await other.call('GET /session')).status).toBe(401);
});

test('a malformed body, an unknown member and a wrong media type are each told', async () => {
  const member = client(server);
  const call = (body: unknown, headers = {}) => member.call('POST /session', { body, headers });

  expect((await call('{"email":')).body.code).toBe('malformed_body');
  const { body } = await call({ email: 'a@b.dk', pasword: 'x' });
  expect(body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['/password', '/pasword']);
  expect((await call('email=a', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).not.toBe(200);
});
