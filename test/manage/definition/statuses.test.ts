/** Statuses in the Management API: one default, keys that are never used again, and removal while leads have the status. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
});
afterAll(() => server?.stop());

const create = (status: object) =>
  owner.call(`POST ${path}/statuses`, { body: { label: 'Status', category: 'open', ...status } });
const list = async () => (await owner.call(`GET ${path}/statuses`)).body.data as { key: string; is_default: boolean }[];

test('a new default takes it from the old', async () => {
  expect((await create({ key: 'contacted' })).body).toMatchObject({ key: 'contacted', is_default: false });
  expect((await create({ key: 'first', is_default: true })).body.is_default).toBe(true);
  expect((await list()).filter((status) => status.is_default).map((status) => status.key)).toEqual(['first']);

  await owner.call(`PATCH ${path}/statuses/new`, { body: { is_default: true } });
  expect((await list()).filter((status) => status.is_default).map((status) => status.key)).toEqual(['new']);
});

test('the default cannot give it up, nor be removed', async () => {
  const { status, body } = await owner.call(`PATCH ${path}/statuses/new`, { body: { is_default: false } });
  expect([status, body.errors[0].pointer]).toEqual([422, '/is_default']);
  expect((await owner.call(`DELETE ${path}/statuses/new?force=true`)).body.code).toBe('in_use');
});

test('label and category change, the key does not', async () => {
  const { body } = await owner.call(`PATCH ${path}/statuses/contacted`, { body: { label: 'Called', category: 'won' } });
  expect(body).toEqual({ key: 'contacted', label: 'Called', category: 'won', is_default: false });
  expect((await owner.call(`PATCH ${path}/statuses/contacted`, { body: { key: 'x' } })).status).toBe(422);
  expect((await owner.call(`PATCH ${path}/statuses/nope`, { body: { label: 'x' } })).status).toBe(404);
});

test('the key of a removed status is spent', async () => {
  await create({ key: 'passing' });
  expect((await owner.call(`DELETE ${path}/statuses/passing`)).status).toBe(204);
  expect((await list()).map((status) => status.key)).not.toContain('passing');
  expect((await create({ key: 'passing' })).body.code).toBe('already_exists');
  expect((await create({ key: 'new' })).body.code).toBe('already_exists');
});

test('a status that filters use is removed only when forced', async () => {
  await create({ key: 'filtered' });
  const condition = { path: 'status', op: 'in', value: ['new', 'filtered'] };
  const { body: filter } = await owner.call(`POST ${path}/filters`, { body: { name: 'Filtered', condition } });

  const refused = await owner.call(`DELETE ${path}/statuses/filtered`);
  expect([refused.status, refused.body.used_by.filters]).toEqual([409, [{ id: filter.id, name: 'Filtered' }]]);
  expect((await owner.call(`DELETE ${path}/statuses/filtered?force=true`)).status).toBe(204);
});

test('a status that leads have is removed only with `move_to`, and the leads then have the other', async () => {
  await create({ key: 'crowded' });
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'W', permission: 'read_write' } });
  const { body: revealed } = await owner.call(`POST /tokens/${token.id}/reveal`);
  const leads = `${server.url}/v1/campaigns/solar-dk/leads`;
  const headers = { Authorization: `Bearer ${revealed.secret}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ status: 'crowded', fields: {} });
  const lead = (await (await fetch(leads, { method: 'POST', headers, body })).json()) as { id: string };

  const refused = await owner.call(`DELETE ${path}/statuses/crowded`);
  expect([refused.status, refused.body.code, refused.body.leads]).toEqual([409, 'in_use', 1]);
  for (const move of ['crowded', 'nope']) {
    const wrong = await owner.call(`DELETE ${path}/statuses/crowded?move_to=${move}`);
    expect([wrong.status, wrong.body.errors[0].parameter]).toEqual([400, 'move_to']);
  }
  expect((await owner.call(`DELETE ${path}/statuses/crowded?move_to=contacted`)).status).toBe(204);

  const moved = (await (await fetch(`${leads}/${lead.id}`, { headers })).json()) as object;
  expect(moved).toMatchObject({ status: 'contacted', version: 2 });
});

test('statuses are put in order; a removed one has no place', async () => {
  const there = await makeCampaign(owner, 'In order');
  for (const key of ['open', 'gone', 'won'])
    await owner.call(`POST ${there}/statuses`, { body: { key, label: key, category: 'open' } });
  await owner.call(`DELETE ${there}/statuses/gone`);
  const order = (keys: string[]) => owner.call(`PUT ${there}/statuses/order`, { body: { keys } });

  const { body } = await order(['won', 'new', 'open']);

  expect(body.data.map(({ key }: { key: string }) => key)).toEqual(['won', 'new', 'open']);
  expect((await owner.call(`GET ${there}/statuses`)).body).toEqual(body);
  expect((await order(['won', 'new', 'open', 'gone'])).body.errors[0].pointer).toBe('/keys/3');
});
