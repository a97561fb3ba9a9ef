/** Campaigns in the Management API: created, changed, deleted; slugs; revisions; campaigns of another account. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { newId } from '../../../src/ids/ids.ts';
import { campaignSizes } from '../../../src/leads/store/counts.ts';
import { newIdSql } from '../../support/ids.ts';
import { makeCampaign, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(() => server?.stop());

test('a new campaign has one status, which is open and the default, and revision 1', async () => {
  const { status, body, headers } = await owner.call('POST /campaigns', { body: { name: 'Sælgere & Co.' } });

  expect(status).toBe(201);
  expect(body).toMatchObject({ slug: 'saelgere-co', name: 'Sælgere & Co.', default_country: null, revision: 1 });
  expect(headers.get('ETag')).toBe('"1"');
  const statuses = await owner.call('GET /campaigns/saelgere-co/statuses');
  expect(statuses.body.data).toEqual([{ key: 'new', label: 'New', category: 'open', is_default: true }]);
  expect((await owner.call('GET /campaigns/saelgere-co')).body).toEqual(body);
  const revisions = await server.connection.db.selectFrom('revisions').select(['revision', 'changed_by']).execute();
  expect(revisions).toEqual([{ revision: 1, changed_by: owner.memberId }]);
});

test.each([
  ['Ålborg Ø', 'aalborg-oe'],
  ['Ålborg Ø', 'aalborg-oe-2'],
  ['2026', 'campaign-2026'],
  ['Zürich Straße', 'zuerich-strasse'.replace('zue', 'zu')],
  ['日本', 'campaign'],
  ['x'.repeat(100), 'x'.repeat(63)],
  ['x'.repeat(100), `${'x'.repeat(61)}-2`],
])('the name %s makes the slug %s', async (name, slug) => {
  expect((await owner.call('POST /campaigns', { body: { name } })).body.slug).toBe(slug);
});

test('a slug that another account has, or that a deleted campaign had, is taken', async () => {
  const other = await signUp(server);
  const create = (member: SignedUp) => member.call('POST /campaigns', { body: { name: 'Taken', slug: 'taken' } });
  expect((await create(owner)).status).toBe(201);

  const foreign = await create(other);
  expect([foreign.status, foreign.body.code, foreign.body.errors[0].pointer]).toEqual([409, 'already_exists', '/slug']);

  expect((await owner.call('DELETE /campaigns/taken')).status).toBe(204);
  expect((await create(owner)).body.code).toBe('already_exists');
});

test('a change names what it changes and leaves the rest; what changes nothing makes no revision', async () => {
  const path = await makeCampaign(owner, 'Changing');
  const before = (await owner.call(`GET ${path}`)).body;

  const { body } = await owner.call(`PATCH ${path}`, { body: { name: 'Changed' } });
  expect(body).toEqual({ ...before, name: 'Changed', revision: before.revision + 1 });

  const same = await owner.call(`PATCH ${path}`, { body: { name: 'Changed' } });
  expect(same.body.revision).toBe(before.revision + 1);
});

test('a change from an older revision is refused as stale, and tells the current one', async () => {
  const path = await makeCampaign(owner, 'Two admins');
  const read = await owner.call(`GET ${path}`);
  const headers = { 'If-Match': read.headers.get('ETag') ?? '' };
  expect((await owner.call(`PATCH ${path}`, { body: { name: 'First' }, headers })).status).toBe(200);

  const { status, body } = await owner.call(`PATCH ${path}`, { body: { name: 'Second' }, headers });

  expect([status, body.code, body.revision]).toEqual([409, 'stale', read.body.revision + 1]);
  expect((await owner.call(`GET ${path}`)).body.name).toBe('First');
  const odd = await owner.call(`PATCH ${path}`, { body: { name: 'x' }, headers: { 'If-Match': 'W/3' } });
  expect(odd.body.code).toBe('invalid_header');
});

test('a deleted campaign does not exist any more, and its tokens are revoked', async () => {
  const path = await makeCampaign(owner, 'Ending');
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });

  expect((await owner.call(`DELETE ${path}`)).status).toBe(204);

  expect((await owner.call(`GET ${path}`)).status).toBe(404);
  expect((await owner.call(`GET ${path}/fields`)).status).toBe(404);
  expect((await owner.call(`GET /tokens/${token.id}`)).body).toMatchObject({ state: 'revoked', campaign: 'ending' });
});

test('the campaigns of another account do not exist, whatever is asked', async () => {
  const path = await makeCampaign(owner, 'Hidden');
  const stranger = await signUp(server);
  const missing = '/campaigns/no-such-campaign';
  const filter = '00000000-0000-7000-8000-000000000000';
  const condition = { path: 'status', op: 'eq', value: 'new' };
  const requests: [string, string, unknown?][] = [
    ['GET', ''],
    ['PATCH', '', { name: 'x' }],
    ['DELETE', ''],
    ['GET', '/fields'],
    ['POST', '/fields', { key: 'k', label: 'K', type: 'text' }],
    ['PUT', '/fields/order', { keys: [] }],
    ['PATCH', '/fields/source', { label: 'x' }],
    ['DELETE', '/fields/source'],
    ['GET', '/selects'],
    ['POST', '/selects', { key: 'k', label: 'K' }],
    ['POST', '/selects/source/options', { label: 'x' }],
    ['PATCH', '/selects/source/options/website', { label: 'x' }],
    ['DELETE', '/selects/source/options/website'],
    ['GET', '/statuses'],
    ['POST', '/statuses', { key: 'k', label: 'K', category: 'open' }],
    ['PATCH', '/statuses/new', { label: 'x' }],
    ['DELETE', '/statuses/new'],
    ['GET', '/filters'],
    ['POST', '/filters', { name: 'x', condition }],
    ['POST', '/filters/preview', { condition }],
    ['GET', `/filters/${filter}`],
    ['PATCH', `/filters/${filter}`, { name: 'x' }],
    ['DELETE', `/filters/${filter}`],
    ['GET', '/tokens'],
    ['POST', '/tokens', { name: 'x', permission: 'read' }],
    ['POST', '/vendors', { label: 'x', field: 'source', permission: 'read' }],
  ];
  for (const [method, below, body] of requests) {
    const hidden = await stranger.call(`${method} ${path}${below}`, { body });
    const none = await stranger.call(`${method} ${missing}${below}`, { body });
    expect([method, below, hidden.status]).toEqual([method, below, 404]);
    expect({ ...hidden.body, instance: '' }).toEqual({ ...none.body, instance: '' });
  }
});

test('a viewer reads everything and changes nothing', async () => {
  const path = await makeCampaign(owner, 'Seen');
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  for (const below of ['', '/fields', '/selects', '/statuses', '/filters', '/tokens']) {
    expect((await viewer.call(`GET ${path}${below}`)).status).toBe(200);
  }
  const writes: [string, unknown?][] = [
    ['POST /campaigns', { name: 'x' }],
    [`PATCH ${path}`, { name: 'x' }],
    [`DELETE ${path}`],
    [`POST ${path}/fields`, { key: 'k', label: 'K', type: 'text' }],
    [`POST ${path}/selects`, { key: 'k', label: 'K' }],
    [`POST ${path}/statuses`, { key: 'k', label: 'K', category: 'open' }],
    [`POST ${path}/filters`, { name: 'x', condition: { path: 'status', op: 'eq', value: 'new' } }],
    [`POST ${path}/tokens`, { name: 'x', permission: 'read' }],
    ['POST /tokens', { name: 'x', permission: 'read' }],
    [`POST ${path}/vendors`, { label: 'x', field: 'source', permission: 'read' }],
  ];
  for (const [request, body] of writes) {
    const answer = await viewer.call(request, { body });
    expect([request, answer.status, answer.body.code]).toEqual([request, 403, 'insufficient_role']);
  }
});

test('each change leaves one audit row in the name of the member', async () => {
  const other = await signUp(server);
  const path = await makeCampaign(other, 'Audited');
  await other.call(`PATCH ${path}/fields/source`, { body: { label: 'Where from' } });

  const rows = await server.connection.db
    .selectFrom('audit_log')
    .select(['action', 'object_id', 'actor_id'])
    .where('account_id', '=', other.accountId)
    .orderBy('id')
    .execute();

  expect(rows.map((row) => row.action)).toEqual([
    'session.create',
    'campaign.create',
    'select.create',
    'field.create',
    'field.update',
  ]);
  expect(new Set(rows.map((row) => row.actor_id))).toEqual(new Set([other.memberId]));
});

test('a text that cannot be stored is refused, never a 500', async () => {
  for (const name of ['a\u0000b', '\ud800', '']) {
    const { status, body } = await owner.call('POST /campaigns', { body: JSON.stringify({ name }) });
    expect([status, body.errors[0].pointer]).toEqual([422, '/name']);
  }
  expect((await owner.call('GET /campaigns/%00')).status).toBe(400);
  expect((await owner.call('GET /tokens/not-an-id')).body.errors[0].parameter).toBe('id');
});

test('a default country is one that has phone numbers', async () => {
  const path = await makeCampaign(owner, 'Countries');
  const refused = { code: 'invalid_request', errors: [{ pointer: '/default_country', code: 'not_allowed' }] };
  for (const code of ['ZZ', 'AQ', 'XX']) {
    const body = { name: 'Nowhere', default_country: code };
    expect((await owner.call('POST /campaigns', { body })).body).toMatchObject(refused);
    expect((await owner.call(`PATCH ${path}`, { body: { default_country: code } })).body).toMatchObject(refused);
  }
  for (const code of ['SE', 'GL', null])
    expect((await owner.call(`PATCH ${path}`, { body: { default_country: code } })).body.default_country).toBe(code);
});

test('a campaign tells how many leads and tokens it has, and when the newest lead came', async () => {
  const owner = await signUp(server);
  const path = await makeCampaign(owner, 'Sizes');
  expect((await owner.call(`GET ${path}`)).body).toMatchObject({
    leads: { count: 0, exact: true },
    tokens: 0,
    last_lead_at: null,
  });
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'One', permission: 'read' } });
  await owner.call(`POST ${path}/tokens`, { body: { name: 'Two', permission: 'read' } });
  await owner.call(`DELETE /tokens/${token.id}`);
  const { body: lead } = await owner.call(`POST ${path}/leads`, { body: { fields: { source: 'website' } } });
  const told = { leads: { count: 1, exact: true }, tokens: 1, last_lead_at: lead.created_at };
  expect((await owner.call(`GET ${path}`)).body).toMatchObject(told);
  expect((await owner.call('GET /campaigns')).body.data).toEqual([expect.objectContaining(told)]);
});

test('leads are counted to a limit, and the number is never more than the leads', async () => {
  const owner = await signUp(server);
  const path = await makeCampaign(owner, 'Many');
  const { db } = server.connection;
  const { id } = await db.selectFrom('campaigns').select('id').where('slug', '=', 'many').executeTakeFirstOrThrow();
  const add = (count: number) =>
    sql`
      insert into leads (campaign_id, id, status, version, created_at, updated_at, "values")
      select ${id}::uuid, ${newIdSql}, 'new', 1, now(), now(), '{}' from generate_series(1, ${count}::int)`.execute(db);
  const told = async () => (await owner.call(`GET ${path}`)).body.leads;
  await add(2_017);
  expect(await told()).toEqual({ count: 2_017, exact: true });
  await add(7_983);
  expect(await told()).toEqual({ count: 10_000, exact: true });
  await add(1);
  expect(await told()).toEqual({ count: 10_000, exact: false });

  // With very many campaigns in the list, each count stops earlier.
  const sizes = await campaignSizes(db, [id, ...Array.from({ length: 99 }, () => newId())]);
  expect(sizes.get(id)?.leads).toEqual({ count: 2_000, exact: false });
});

test('a copy has the fields, selects, statuses and the rule of its model, and nothing else', async () => {
  const owner = await signUp(server);
  const path = await makeCampaign(owner, 'Model');
  await owner.call(`POST ${path}/statuses`, { body: { key: 'won', label: 'Won', category: 'won' } });
  await owner.call(`POST ${path}/filters`, {
    body: { name: 'F', condition: { path: 'fields.source', op: 'eq', value: 'website' } },
  });
  const rule = { fields: ['source'], match: 'any', action: 'flag', reach: 'visible' };
  await owner.call(`PUT ${path}/duplicate-rule`, { body: rule });
  const { status, body } = await owner.call('POST /campaigns', { body: { name: 'Copy', copy_of: path.split('/')[2] } });
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'Copy', default_country: 'DK', revision: 1 });
  const copy = `/campaigns/${body.slug}`;
  for (const things of ['fields', 'selects', 'statuses'])
    expect((await owner.call(`GET ${copy}/${things}`)).body).toEqual((await owner.call(`GET ${path}/${things}`)).body);
  expect((await owner.call(`GET ${copy}/duplicate-rule`)).body).toMatchObject(rule);
  expect((await owner.call(`GET ${copy}/filters`)).body.data).toEqual([]);
  const lead = await owner.call(`POST ${copy}/leads`, { body: { fields: { source: 'website' } } });
  expect(lead.status).toBe(201);
});

test('only a campaign of the account can be copied', async () => {
  const [owner, other] = [await signUp(server), await signUp(server)];
  const path = await makeCampaign(other, 'Foreign');
  for (const copy_of of [path.split('/')[2], 'no-such-campaign']) {
    const { status, body } = await owner.call('POST /campaigns', { body: { name: 'Copy', copy_of } });
    expect([status, body.errors[0].pointer]).toEqual([422, '/copy_of']);
  }
  expect((await owner.call('GET /campaigns')).body.data).toEqual([]);
});
