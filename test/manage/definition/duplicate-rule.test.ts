/** The duplicate check in the Management API: at most one for a campaign, and which fields it may compare. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fillMatchKeys } from '../../../src/leads/store/campaign-wide/fill-keys.ts';
import { makeCampaign, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
  for (const key of ['email', 'phone'])
    await owner.call(`POST ${path}/fields`, { body: { key, label: key, type: key } });
  await owner.call(`POST ${path}/fields`, {
    body: { key: 'many', label: 'Many', type: 'multi_select', select: 'source' },
  });
});
afterAll(() => server?.stop());

const none = { fields: [], match: 'any', within_days: null, action: 'reject', reach: 'visible', state: 'ready' };
const rule = { fields: ['email'], match: 'any', within_days: 30, action: 'flag', reach: 'campaign' };
const put = (body: object, headers = {}) => owner.call(`PUT ${path}/duplicate-rule`, { body, headers });
const get = async () => (await owner.call(`GET ${path}/duplicate-rule`)).body;

test('the check is off at first; it is set, filled, changed and turned off', async () => {
  expect(await get()).toEqual(none);
  expect(await put(rule)).toMatchObject({ status: 200, body: { ...rule, state: 'filling' } });
  await fillMatchKeys(server.connection.db);
  expect(await get()).toEqual({ ...rule, state: 'ready' });
  expect((await put({ ...rule, action: 'reject' })).body).toEqual({ ...rule, action: 'reject', state: 'ready' });
  expect((await put({ ...rule, fields: ['email', 'phone'] })).body.state).toBe('filling');
  expect((await put({ ...rule, fields: [] })).body).toEqual(none);
  expect(await get()).toEqual(none);
});

test('fields that cannot be compared are refused, with those that can', async () => {
  const { status, body } = await put({ ...rule, fields: ['email', 'nothing', 'many'], within_days: 0 });
  expect(status).toBe(422);
  expect(body.errors.map((e: { pointer: string }) => e.pointer)).toEqual(['/within_days']);
  const second = await put({ ...rule, fields: ['email', 'nothing', 'many'] });
  expect(second.body.errors).toMatchObject([
    { pointer: '/fields/1', allowed: ['source', 'email', 'phone'] },
    { pointer: '/fields/2', code: 'not_allowed' },
  ]);
});

test('a change from an older revision is refused, and a viewer changes nothing', async () => {
  expect((await put(rule, { 'if-match': '"1"' })).body.code).toBe('stale');
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await viewer.call(`PUT ${path}/duplicate-rule`, { body: rule })).status).toBe(403);
  expect((await viewer.call(`GET ${path}/duplicate-rule`)).status).toBe(200);
});

test('a field that is compared is removed only when forced, and leaves the rule', async () => {
  await put({ ...rule, fields: ['email', 'phone'] });
  expect((await owner.call(`DELETE ${path}/fields/phone`)).body.code).toBe('in_use');
  expect((await owner.call(`DELETE ${path}/fields/phone?force=true`)).status).toBe(204);
  expect((await get()).fields).toEqual(['email']);
});
