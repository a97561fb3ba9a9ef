/** A vendor in one step: option, filter and token, all three or nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp } from '../support/manage.ts';
import { startServer, type TestServer } from '../support/server.ts';

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

test('a failure in the last step leaves nothing behind', async () => {
  const { pool } = server.connection;
  const before = await everything();
  // As if the database went away when the token's credential is written.
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
});

test('a field that is no select, and a stale revision, are refused', async () => {
  const { status, body } = await create({ label: 'X', field: 'nope' });
  expect([status, body.errors[0]]).toMatchObject([422, { pointer: '/field', allowed: ['source'] }]);
  expect((await create({ label: 'X' }, { 'If-Match': '"1"' })).body.code).toBe('stale');
});
