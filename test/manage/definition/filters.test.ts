/** Filters in the Management API: conditions read part by part, names, previews, and deletion with tokens. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp, signUpMember, sourceIs } from '../../support/manage.ts';
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

const create = (name: string, condition: unknown) => owner.call(`POST ${path}/filters`, { body: { name, condition } });
const epoch = async () =>
  (await server.connection.db.selectFrom('campaign_heads').select('epoch').executeTakeFirstOrThrow()).epoch;

test('a filter is made, shown and listed with its condition', async () => {
  const { status, body } = await create('Vendor XYZ', sourceIs('vendor-xyz'));

  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(String),
    name: 'Vendor XYZ',
    condition: sourceIs('vendor-xyz'),
    summary: 'Source is Vendor XYZ',
    tokens: [],
  });
  const shown = await owner.call(`GET ${path}/filters/${body.id}`);
  expect(shown.body).toEqual(body);
  expect(shown.headers.get('ETag')).toMatch(/^"\d+"$/);
  expect((await owner.call(`GET ${path}/filters`)).body.data).toEqual([body]);
});

test('days and times are shown as such, in the words of the console', async () => {
  const condition = { path: 'created_at', op: 'gte', value: '2026-01-01T00:00:00.000Z' };
  const { body } = await create('This year', condition);
  expect(body.summary).toBe('Created is on or after 2026-01-01T00:00:00.000Z');
  await owner.call(`DELETE ${path}/filters/${body.id}`);
});

test('every wrong part of a condition is reported by its pointer', async () => {
  const condition = {
    all: [
      { path: 'fields.nope', op: 'eq', value: 1 },
      { path: 'fields.source', op: 'gt', value: 'x' },
      { any: [{ path: 'status', op: 'eq', value: 'nope' }] },
    ],
  };
  const { status, body } = await create('Wrong', condition);

  expect(status).toBe(422);
  expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
    '/condition/all/0/path',
    '/condition/all/1/op',
    '/condition/all/2/any/0/value',
  ]);
  expect(body.errors[2].allowed).toEqual(['new']);
});

test('a condition that is too deep, or missing, is refused', async () => {
  let deep: unknown = sourceIs('website');
  for (let i = 0; i < 3_000; i += 1) deep = { not: deep };
  expect((await create('Deep', deep)).status).toBe(422);
  for (const condition of [null, [], 'x', {}]) expect((await create('None', condition)).status).toBe(422);
});

test('a name is unique in the campaign', async () => {
  const { status, body } = await create('Vendor XYZ', sourceIs('website'));
  expect([status, body.code, body.errors[0].pointer]).toEqual([409, 'already_exists', '/name']);
  const { body: other } = await create('Other', sourceIs('website'));
  const renamed = await owner.call(`PATCH ${path}/filters/${other.id}`, { body: { name: 'Vendor XYZ' } });
  expect(renamed.body.code).toBe('already_exists');
});

test('a changed condition raises the epoch, so that no lead statement passes with the old one', async () => {
  const { body: filter } = await create('Changing', sourceIs('website'));
  const before = await epoch();

  const condition = sourceIs('vendor-xyz');
  const changed = await owner.call(`PATCH ${path}/filters/${filter.id}`, { body: { condition } });

  expect(changed.body).toEqual({ ...filter, condition, summary: 'Source is Vendor XYZ' });
  expect(Number(await epoch())).toBe(Number(before) + 1);
  await owner.call(`PATCH ${path}/filters/${filter.id}`, { body: { condition } });
  expect(Number(await epoch())).toBe(Number(before) + 1);
});

test('a filter is deleted only when forced while tokens are tied to it, and they then match nothing', async () => {
  const { body: filter } = await create('Tied', sourceIs('vendor-xyz'));
  const tie = { name: 'Tied token', permission: 'read', filter_id: filter.id };
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: tie });
  const version = () =>
    server.connection.db.selectFrom('tokens').select('version').where('id', '=', token.id).executeTakeFirstOrThrow();
  const before = await version();

  const refused = await owner.call(`DELETE ${path}/filters/${filter.id}`);
  expect([refused.status, refused.body.code]).toEqual([409, 'in_use']);
  expect(refused.body.used_by).toEqual({ filters: [], tokens: [{ id: token.id, name: 'Tied token' }] });

  expect((await owner.call(`DELETE ${path}/filters/${filter.id}?force=true`)).status).toBe(204);
  const { body } = await owner.call(`GET /tokens/${token.id}`);
  expect(body).toMatchObject({ scope: 'filter', filter: null, summary: 'Matches nothing: its filter is gone.' });
  expect((await version()).version).toBe(before.version + 1);
  const { body: revealed } = await owner.call(`POST /tokens/${token.id}/reveal`);
  const headers = { Authorization: `Bearer ${revealed.secret}` };
  const list = await fetch(`${server.url}/v1/campaigns/solar-dk/leads`, { headers });
  expect(((await list.json()) as { data: unknown[] }).data).toEqual([]);
});

test('a preview counts and shows what a condition matches, for viewers too, and saves nothing', async () => {
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'W', permission: 'read_write' } });
  const { body: revealed } = await owner.call(`POST /tokens/${token.id}/reveal`);
  for (const source of ['vendor-xyz', 'vendor-xyz', 'website']) {
    const headers = { Authorization: `Bearer ${revealed.secret}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ fields: { source } });
    await fetch(`${server.url}/v1/campaigns/solar-dk/leads`, { method: 'POST', headers, body });
  }
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  const before = (await owner.call(`GET ${path}/filters`)).body;

  const { status, body } = await viewer.call(`POST ${path}/filters/preview`, {
    body: { condition: sourceIs('vendor-xyz') },
  });

  expect([status, body.matching, body.exact]).toEqual([200, 2, true]);
  expect(body.sample.map((lead: { fields: object }) => lead.fields)).toEqual([
    { source: 'vendor-xyz' },
    { source: 'vendor-xyz' },
  ]);
  expect((await owner.call(`GET ${path}/filters`)).body).toEqual(before);
  const wrong = await viewer.call(`POST ${path}/filters/preview`, { body: { condition: sourceIs('nope') } });
  expect(wrong.body.errors[0].pointer).toBe('/condition/value');
});
