/** The dependents of a part of the definition, asked before a change: whatever a refusal would name, and the number of leads. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { makeCampaign, type SignedUp, signUp, signUpMember, sourceIs } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
let filter: { id: string; name: string };
let token: { id: string };
const add = (to: string, body: object) => owner.call(`POST ${path}/${to}`, { body });
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
  await add('fields', { key: 'note', label: 'Note', type: 'long_text' });
  await add('fields', { key: 'zip', label: 'Zip', type: 'text' });
  await add('fields', { key: 'also', label: 'Also', type: 'multi_select', select: 'source' });
  await add('statuses', { key: 'lost', label: 'Lost', category: 'lost' });
  await owner.call(`PUT ${path}/duplicate-rule`, {
    body: { fields: ['zip'], match: 'all', action: 'flag', reach: 'campaign' },
  });
  const condition = { all: [sourceIs('vendor-xyz'), { path: 'status', op: 'not_in', value: ['lost'] }] };
  filter = (await add('filters', { name: 'Vendor XYZ', condition })).body;
  await add('filters', { name: 'Websites', condition: sourceIs('website') });
  token = (await add('tokens', { name: 'Tied', permission: 'read', filter_id: filter.id })).body;
  const revoked = (await add('tokens', { name: 'Revoked', permission: 'read', filter_id: filter.id })).body;
  await owner.call(`DELETE /tokens/${revoked.id}`);
  await add('leads', { fields: { source: 'vendor-xyz', note: 'hello', zip: '5000' } });
  await add('leads', { fields: { also: ['vendor-xyz', 'website'] } });
  await add('leads', { fields: { source: 'website' }, status: 'lost' });
});
afterAll(() => server?.stop());

const ask = async (query: string) => (await owner.call(`GET ${path}/dependents?${query}`)).body;
const some = (count: number) => ({ count, exact: true });
const tied = () => [{ id: token.id, name: 'Tied', state: 'active' }];
const named = () => [{ id: filter.id, name: filter.name }];

test('a field has filters that name it, their tokens, leads with a value in it, and the duplicate check', async () => {
  const { filters, ...rest } = await ask('field=source');
  expect(filters.map(({ name }: { name: string }) => name)).toEqual(['Vendor XYZ', 'Websites']);
  expect(rest).toEqual({ leads: some(2), tokens: tied(), duplicate_rule: false });
  expect(await ask('field=note')).toEqual({ leads: some(1), filters: [], tokens: [], duplicate_rule: false });
  expect(await ask('field=zip')).toMatchObject({ leads: some(1), duplicate_rule: true });
  expect(await ask('field=also')).toMatchObject({ leads: some(1) });
});

test('an option, a status and a filter have theirs', async () => {
  const option = await ask('select=source&option=vendor-xyz');
  expect(option).toEqual({ leads: some(2), filters: named(), tokens: tied(), duplicate_rule: false });
  const status = await ask('status=lost');
  expect(status).toEqual({ leads: some(1), filters: named(), tokens: tied(), duplicate_rule: false });
  expect(await ask(`filter=${filter.id}`)).toEqual({
    leads: null,
    filters: [],
    tokens: tied(),
    duplicate_rule: false,
  });
});

test('the list names what a refusal names', async () => {
  for (const [query, request] of [
    ['field=source', `DELETE ${path}/fields/source`],
    ['select=source&option=vendor-xyz', `DELETE ${path}/selects/source/options/vendor-xyz`],
    ['status=lost', `DELETE ${path}/statuses/lost`],
    [`filter=${filter.id}`, `DELETE ${path}/filters/${filter.id}`],
  ] as const) {
    const told = await ask(query);
    const { body } = await owner.call(request);
    expect(body.code).toBe('in_use');
    expect(told.filters).toEqual(body.used_by.filters);
    expect(told.tokens).toMatchObject(body.used_by.tokens);
  }
});

test('an option of a select that no field has concerns no lead', async () => {
  await add('selects', { key: 'unused', label: 'Unused', options: [{ label: 'One' }] });
  expect(await ask('select=unused&option=one')).toEqual({
    leads: some(0),
    filters: [],
    tokens: [],
    duplicate_rule: false,
  });
});

test.each([
  ['', 'field'],
  ['select=source', 'option'],
  ['option=website', 'field'],
  ['field=source&status=new', 'status'],
  ['field=source&option=website', 'option'],
  ['filter=nothing', 'filter'],
  ['token=x', 'token'],
])('%j is refused, and %s named', async (query, parameter) => {
  const { status, body } = await owner.call(`GET ${path}/dependents?${query}`);
  expect([status, body.errors[0].parameter]).toEqual([400, parameter]);
});

test('a missing thing is 404, and so is the campaign of another account; viewers may ask', async () => {
  const none = '00000000-0000-7000-8000-000000000000';
  for (const query of ['field=x', 'select=source&option=x', 'select=x&option=x', 'status=x', `filter=${none}`])
    expect([query, (await owner.call(`GET ${path}/dependents?${query}`)).status]).toEqual([query, 404]);
  const stranger = await signUp(server);
  expect((await stranger.call(`GET ${path}/dependents?status=new`)).status).toBe(404);
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await viewer.call(`GET ${path}/dependents?status=new`)).status).toBe(200);
});

test('a large campaign is not read through: counting and looking have bounds', async () => {
  path = await makeCampaign(owner, 'Large');
  await add('fields', { key: 'note', label: 'Note', type: 'long_text' });
  await sql`
    insert into leads (campaign_id, id, status, version, created_at, updated_at, values)
    select c.id, ('01930000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'new', 1, now(), now(),
      case when n < 100 then '{"note":"an old one"}' when n > 100500 then '{"note":"a new one"}' else '{}' end::jsonb
    from campaigns c, generate_series(1, 101000) n where c.slug = 'large'`.execute(server.connection.db);
  expect((await ask('field=note')).leads).toEqual({ count: 500, exact: false });
  expect((await ask('status=new')).leads).toEqual({ count: 10_000, exact: false });
});
