/** A vendor in one step: option, filter and token, and the field if the campaign has no such field; all of them or nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { onOneServer } from '../../support/cluster/one-server.ts';
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

const create = (vendor: object, headers = {}) =>
  owner.call(`POST ${path}/vendors`, { body: { field: 'source', permission: 'read_write', ...vendor }, headers });
const everything = async () => {
  const [selects, filters, tokens, campaign] = await Promise.all(
    ['/selects', '/filters', '/tokens', ''].map((below) => owner.call(`GET ${path}${below}`)),
  );
  const ids = tokens?.body.data.map((token: { id: string }) => token.id);
  return [selects?.body, filters?.body, ids, campaign?.body];
};

test('option, filter and token are made in one revision, and the token works', async () => {
  const before = (await owner.call(`GET ${path}`)).body.revision;

  const { status, body } = await create({ label: 'Nordic Leads' });

  expect(status).toBe(201);
  expect(body.option).toEqual({ value: 'nordic-leads', label: 'Nordic Leads', archived: false });
  expect(body.filter).toMatchObject({
    name: 'Nordic Leads',
    condition: { path: 'fields.source', op: 'eq', value: 'nordic-leads' },
  });
  expect(body.token).toMatchObject({
    name: 'Nordic Leads',
    scope: 'filter',
    filter: { id: body.filter.id },
    summary: 'Reads and writes leads whose Source is Nordic Leads; Source is filled in.',
  });
  expect((await owner.call(`GET ${path}`)).body.revision).toBe(before + 1);
  const { body: revealed } = await owner.call(`POST /tokens/${body.token.id}/reveal`);
  const headers = { Authorization: `Bearer ${revealed.secret}`, 'Content-Type': 'application/json' };
  const made = await fetch(`${server.url}/v1/campaigns/solar-dk/leads`, {
    method: 'POST',
    headers,
    body: '{"fields":{}}',
  });
  expect([made.status, ((await made.json()) as { fields: object }).fields]).toEqual([201, { source: 'nordic-leads' }]);
});

test('a label or a filter name that is taken leaves nothing behind', async () => {
  const condition = { path: 'fields.source', op: 'eq', value: 'website' };
  await owner.call(`POST ${path}/filters`, { body: { name: 'Taken', condition } });
  const before = await everything();

  for (const label of ['Taken', 'Website']) {
    const { status, body } = await create({ label });
    expect([status, body.code, body.errors[0].pointer]).toEqual([409, 'already_exists', '/label']);
  }

  expect(await everything()).toEqual(before);
});

onOneServer('Citus has no triggers on the tables of tokens')(
  'a failure in the last step leaves nothing behind',
  async () => {
    const { pool } = server.connection;
    const before = await everything();
    // As if the database failed while the token's credential is written.
    await pool.query(`create function go_away() returns trigger language plpgsql as
    $$ begin raise exception 'away' using errcode = '57P03'; end $$`);
    await pool.query('create trigger away before insert on token_credentials execute function go_away()');
    try {
      expect((await create({ label: 'Unlucky' })).status).toBe(503);
    } finally {
      await pool.query('drop trigger away on token_credentials');
    }
    expect(await everything()).toEqual(before);
    expect((await create({ label: 'Unlucky' })).body.option.value).toBe('unlucky');
  },
);

test('an empty campaign gets the field and its select too, in one revision, and the token works', async () => {
  const { slug } = (await owner.call('POST /campaigns', { body: { name: 'Empty' } })).body;
  const { revision } = (await owner.call(`GET /campaigns/${slug}`)).body;

  const { status, body } = await owner.call(`POST /campaigns/${slug}/vendors`, {
    body: { label: 'Nordic Leads', new_field: { label: 'Source' }, permission: 'read_write' },
  });

  expect(status).toBe(201);
  expect(body.field).toMatchObject({
    key: 'source',
    label: 'Source',
    type: 'select',
    select: 'source',
    searchable: true,
  });
  expect(body.option).toEqual({ value: 'nordic-leads', label: 'Nordic Leads', archived: false });
  expect(body.token.summary).toBe('Reads and writes leads whose Source is Nordic Leads; Source is filled in.');
  expect((await owner.call(`GET /campaigns/${slug}/selects`)).body.data).toEqual([
    { key: 'source', label: 'Source', options: [body.option] },
  ]);
  expect((await owner.call(`GET /campaigns/${slug}`)).body.revision).toBe(revision + 1);
  const { secret } = (await owner.call(`POST /tokens/${body.token.id}/reveal`)).body;
  const made = await fetch(`${server.url}/v1/campaigns/${slug}/leads`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: '{"fields":{}}',
  });
  expect([made.status, ((await made.json()) as { fields: object }).fields]).toEqual([201, { source: 'nordic-leads' }]);
});

test('a spent key, a taken key of a select and a label without letters get free keys', async () => {
  const { slug } = (await owner.call('POST /campaigns', { body: { name: 'Spent' } })).body;
  const add = (label: string, field: object) =>
    owner.call(`POST /campaigns/${slug}/vendors`, { body: { label, new_field: field, permission: 'read' } });
  await add('One', { label: 'Source' });
  await owner.call(`DELETE /campaigns/${slug}/fields/source?force=true`);

  const [again, other, given] = [
    await add('Two', { label: 'Source' }),
    await add('Three', { label: '来源' }),
    await add('Four', { label: 'Source', key: 'origin', select: 'source' }),
  ];

  expect([again, other, given].map(({ body }) => [body.field.key, body.field.select])).toEqual([
    ['source_2', 'source_2'],
    ['field', 'field'],
    ['origin', 'source'],
  ]);
});

test('an option that exists is taken, an archived one is offered again, and a filter on it is shared', async () => {
  const first = await create({ label: 'Own site', option: 'website' });
  const second = await create({ label: 'Own site', option: 'website', permission: 'read' });
  await owner.call(`POST ${path}/selects/source/options`, { body: { label: 'Old' } });
  await owner.call(`DELETE ${path}/selects/source/options/old`);
  const archived = await create({ label: 'Old', option: 'old' });

  expect([first.status, second.status, archived.status]).toEqual([201, 201, 201]);
  expect(first.body.option).toEqual({ value: 'website', label: 'Website', archived: false });
  expect(first.body.token.summary).toContain('whose Source is Website');
  expect(second.body.filter.id).toBe(first.body.filter.id);
  expect(archived.body.option).toEqual({ value: 'old', label: 'Old', archived: false });
  const { data } = (await owner.call(`GET ${path}/selects`)).body;
  expect(data[0].options.filter(({ value }: { value: string }) => ['old', 'website'].includes(value))).toEqual([
    { value: 'website', label: 'Website', archived: false },
    { value: 'old', label: 'Old', archived: false },
  ]);
});

test('an end is set, and one that is over is refused and leaves nothing behind', async () => {
  const before = await everything();
  const past = await create({ label: 'Late', expires_at: '2020-01-01T00:00:00Z' });
  expect([past.status, past.body.errors[0].pointer]).toEqual([422, '/expires_at']);
  expect(await everything()).toEqual(before);

  const { body } = await create({ label: 'Late', expires_at: '2999-01-01T00:00:00Z' });
  expect(body.token.expires_at).toBe('2999-01-01T00:00:00.000Z');
});

test('no field, two of them, an unknown select and an unknown option are refused at their places', async () => {
  const refusals = [
    [{ field: undefined }, '/field', 'required'],
    [{ new_field: { label: 'Other' } }, '/new_field', 'not_allowed'],
    [{ field: undefined, new_field: { label: 'Other', select: 'nope' } }, '/new_field/select', 'not_allowed'],
    [{ option: 'nope' }, '/option', 'not_allowed'],
  ] as const;
  const before = await everything();
  for (const [vendor, pointer, code] of refusals) {
    const { status, body } = await create({ label: 'X', ...vendor });
    expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([422, pointer, code]);
  }
  expect(await everything()).toEqual(before);
});

test('a field that is no select, and a stale revision, are refused', async () => {
  const { status, body } = await create({ label: 'X', field: 'nope' });
  expect([status, body.errors[0]]).toMatchObject([422, { pointer: '/field', allowed: ['source'] }]);
  expect((await create({ label: 'X' }, { 'If-Match': '"1"' })).body.code).toBe('stale');
});
