/** The settings that members change for themselves, and those that owners change for the account. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCampaign, password, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(() => server?.stop());

const set = (body: object, member = owner) => member.call('PATCH /session', { body });

test('name and time zone are kept, one without the other; null takes the zone away', async () => {
  expect((await set({ time_zone: 'Europe/Copenhagen' })).body.member).toMatchObject({
    name: 'Olivia Owner',
    time_zone: 'Europe/Copenhagen',
  });
  expect((await set({ name: 'Olivia' })).body.member).toMatchObject({ name: 'Olivia', time_zone: 'Europe/Copenhagen' });
  expect((await owner.call('GET /session')).body.member).toMatchObject({
    name: 'Olivia',
    time_zone: 'Europe/Copenhagen',
  });
  expect((await set({ time_zone: null })).body.member.time_zone).toBeNull();
});

test.each(['Mars/Olympus', '+01:00', '', 'UTC+1', 'x'.repeat(65)])('%j is no time zone', async (time_zone) => {
  const { status, body } = await set({ time_zone });
  expect([status, body.errors[0].pointer]).toEqual([422, '/time_zone']);
});

test('a viewer has settings too, but sets no role by them', async () => {
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  const { status } = await viewer.call('PATCH /session', { body: { time_zone: 'UTC' } });
  expect(status).toBe(200);
  const { body } = await viewer.call('PATCH /session', { body: { role: 'owner' } });
  expect(body.errors[0].pointer).toBe('/role');
});

test('the session tells until when secrets are shown without asking again', async () => {
  const until = async () => Date.parse((await owner.call('GET /session')).body.confirmed_until) - Date.now();
  expect(await until()).toBeGreaterThan(14 * 60_000);
  expect(await until()).toBeLessThanOrEqual(15 * 60_000);

  await server.connection.pool.query(
    `update sessions set sess = (sess::jsonb || '{"confirmedAt": 1000}')::json where sess ->> 'memberId' = $1`,
    [owner.memberId],
  );
  expect((await owner.call('GET /session')).body.confirmed_until).toBe('1970-01-01T00:15:01.000Z');

  const { body } = await owner.call('POST /session/confirm', { body: { password } });
  expect(Date.parse(body.confirmed_until) - Date.now()).toBeGreaterThan(14 * 60_000);
});

test('owners alone name the account, and every document has the new name from then on', async () => {
  const path = await makeCampaign(owner);
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  const license = async () => {
    const document = await fetch(`${token.docs_url}/openapi.json`);
    return ((await document.json()) as { info: { license: { name: string } } }).info.license.name;
  };
  expect(await license()).toMatch(/^By agreement with Account/);
  const admin = await signUpMember(server, owner.accountId, 'admin');
  const rename = (member: Pick<SignedUp, 'call'>) =>
    member.call('PATCH /account', { body: { name: 'Solar Partners' } });

  expect((await rename(admin)).body.code).toBe('insufficient_role');
  expect((await rename(owner)).body).toMatchObject({
    id: owner.accountId,
    name: 'Solar Partners',
    color: null,
    has_logo: false,
  });

  expect((await admin.call('GET /session')).body.account.name).toBe('Solar Partners');
  expect(await license()).toBe('By agreement with Solar Partners');
});

test('each change leaves one audit row, and a request without a change leaves no row', async () => {
  const other = await signUp(server);
  await set({ name: 'New' }, other);
  await set({ name: 'New', time_zone: null }, other);
  await other.call('PATCH /account', { body: { name: 'Other' } });
  await other.call('PATCH /account', { body: { name: 'Other' } });
  const rows = await server.connection.db
    .selectFrom('audit_log')
    .select('action')
    .where('account_id', '=', other.accountId)
    .orderBy('id')
    .execute();
  expect(rows.map(({ action }) => action)).toEqual(['session.create', 'member.update', 'account.update']);
});
