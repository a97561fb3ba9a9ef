/** `listRequests`: the requests of a token and their answers, for that token alone, and without the values that it sent. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createRequestLog, forgetRequests, type LoggedRequest, shapesLookedAt } from '../../src/access/request-log.ts';
import { newId } from '../../src/ids/ids.ts';
import { insertCampaign, solarPlan } from '../support/campaigns.ts';
import { type Body, type Client, client } from '../support/client.ts';
import { eventually } from '../support/process.ts';
import { startServer } from '../support/server.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

async function requestsOf(api: Client, query: Record<string, string | number> = {}): Promise<readonly Body[]> {
  const answer = await api.get('/requests', query);
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.anything()]);
  return answer.body.data;
}

const fresh = async (options: Parameters<Vendors['token']>[0] = { filter: 'Vendor XYZ' }) => {
  const token = await v.token(options);
  return { token, api: v.client(token) };
};

const told = (entries: readonly Body[]) => entries.map(({ operation, status, code }) => [operation, status, code]);

const logged = (over: Partial<LoggedRequest> = {}): LoggedRequest => ({
  token: { id: newId(), accountId: v.accountId, campaignId: v.campaign.id },
  slug: v.campaign.slug,
  id: newId(),
  operation: 'getCampaign',
  status: 200,
  code: null,
  errors: [],
  requestId: newId(),
  durationMs: 1,
  ...over,
});

const stored = async (tokenId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(1 + more_count), 0)::int as count from token_requests where token_id = ${tokenId}::uuid`.execute(
    v.db,
  );
  return rows[0]?.count ?? 0;
};

test('200: the list has operation, status and code of each request, newest first, with the id that its response had', async () => {
  const { api } = await fresh();
  const before = Date.now();
  const created = await api.post('/leads', { fields: least });
  await api.get('/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80');
  await api.get('/nothing');
  await api.request('PUT', '/leads');

  const entries = await requestsOf(api);

  expect(told(entries)).toEqual([
    [null, 405, 'method_not_allowed'],
    [null, 404, 'not_found'],
    ['getLead', 404, 'not_found'],
    ['createLead', 201, null],
  ]);
  const last = entries.at(-1);
  expect(last?.request_id).toBe(created.headers.get('x-request-id'));
  expect(last?.errors).toEqual([]);
  expect(Date.parse(last?.at ?? '')).toBeGreaterThanOrEqual(before);
  expect(Date.parse(last?.at ?? '') + Number(last?.duration_ms)).toBeLessThanOrEqual(Date.now() + 1);
  expect(told(await requestsOf(api))[0]).toEqual(['listRequests', 200, null]);
});

test('200: wrong input has code and place, and the list keeps no name or value that the document does not have', async () => {
  const { token, api } = await fresh();
  const fields = {
    ...least,
    email: 'secret-value',
    'anna@example.com': 1,
    '40123456': 1,
    interests: ['hidden-interest'],
  };
  const refused = await api.post('/leads', { fields, 'bo@example.com': 1 });
  expect(refused.status).toBe(422);
  await api.get('/leads', { limit: 0, 'eva@example.com': 1 });

  const [list, create] = await requestsOf(api);

  expect(errorsOf({ body: create ?? {} })).toEqual([
    '/* unknown',
    '/fields/* unknown',
    '/fields/* unknown',
    '/fields/email format',
    '/fields/interests/0 not_allowed',
  ]);
  expect(errorsOf({ body: list ?? {} })).toEqual(['* unknown', 'limit minimum']);
  const { rows } = await sql<{ text: string }>`
    select string_agg(r::text, ' ') as text from token_requests r where token_id = ${token.id}::uuid`.execute(v.db);
  expect(rows[0]?.text).not.toMatch(/example\.com|secret-value|hidden-interest|40123456/);
});

test('200: the list keeps twenty of many errors', async () => {
  const { api } = await fresh();
  const query = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`unknown_${i}`, 1]));
  expect((await api.get('/leads', query)).body.errors).toHaveLength(30);
  expect((await requestsOf(api))[0]?.errors).toHaveLength(20);
});

test('200: the mistakes in the items of a batch are listed, also where the batch was answered 200', async () => {
  const { api } = await fresh({ filter: 'Vendor XYZ' });
  const items = [
    { op: 'create', fields: least },
    { op: 'create', fields: { ...least, email: 'nonsense', 'anna@example.com': 1 } },
    { op: 'delete', id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80' },
  ];
  await api.post('/leads/batch', { items });
  await api.post('/leads/batch', { items, atomic: true });
  const errors = [
    { pointer: '/items/1/fields/*', code: 'unknown' },
    { pointer: '/items/1/fields/email', code: 'format' },
    { pointer: '/items/2', code: 'not_found' },
  ];
  const logged = await requestsOf(api);
  expect(logged.map(({ status, code }) => [status, code])).toEqual([
    [422, 'batch_refused'],
    [200, null],
  ]);
  for (const one of logged) expect(one.errors).toEqual(errors);
});

test('200: each token sees its own alone, a broad one those of this campaign alone', async () => {
  const [one, other, broad] = [await fresh(), await fresh(), await fresh({ broad: true })];
  await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'requests-beside' });
  const beside = client(v.server, broad.token, 'requests-beside');
  await one.api.get('/leads');
  await other.api.get('/leads/count');
  await broad.api.get('/');
  await beside.get('/leads');

  expect(told(await requestsOf(one.api))).toEqual([['listLeads', 200, null]]);
  expect(told(await requestsOf(other.api))).toEqual([['countLeads', 200, null]]);
  expect(told(await requestsOf(broad.api))).toEqual([['getCampaign', 200, null]]);
  expect(told(await requestsOf(beside))).toEqual([['listLeads', 200, null]]);
});

test('200: a campaign that the token does not reach leaves no entry, nor does an address that is no campaign', async () => {
  const { token, api } = await fresh();
  await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'requests-unreached' });
  for (const slug of ['requests-unreached', 'nothing', 'a%00b']) await client(v.server, token, slug).get('/leads');
  expect(await requestsOf(api)).toEqual([]);
  await requestsOf(api);
  expect(await stored(token.id)).toBe(1);
});

test('200: a token that may only read sees its refused writes, and one over its limit its 429', async () => {
  const reader = await fresh({ filter: 'Vendor XYZ', permission: 'read' });
  await reader.api.post('/leads', { fields: least });
  expect(told(await requestsOf(reader.api))).toEqual([['createLead', 403, 'insufficient_permission']]);

  const limited = await fresh({ filter: 'Vendor XYZ', requestsPerMinute: 1 });
  const statuses = [];
  for (let i = 0; i < 3; i += 1) statuses.push((await limited.api.get('/leads')).status);
  expect(statuses).toContain(429);
  await sql`update tokens set requests_per_minute = 1000, version = version + 1 where id = ${limited.token.id}`.execute(
    v.db,
  );
  expect(told(await requestsOf(limited.api))).toContainEqual(['listLeads', 429, 'rate_limited']);
});

test('200: pages meet without a gap', async () => {
  const { api } = await fresh();
  for (let i = 0; i < 5; i += 1) await api.get('/leads', { limit: i + 1 });
  const ids: unknown[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 2, ...(cursor !== null && { cursor }) };
    const { body }: { body: Body } = await api.get('/requests', query);
    ids.push(...body.data.filter(({ operation }) => operation === 'listLeads').map(({ request_id }) => request_id));
    cursor = body.next_cursor;
  } while (cursor !== null);
  expect(new Set(ids).size).toBe(5);
  expect(ids).toHaveLength(5);
});

test('200: requests on another process appear by themselves, though that process gets no further request', async () => {
  const second = await startServer({ databaseUrl: v.server.databaseUrl });
  const { token, api } = await fresh();
  await client(second, token, v.campaign.slug).get('/leads/count');
  await eventually(async () => (await requestsOf(api)).some(({ operation }) => operation === 'countLeads'));
  await second.stop();
});

test('200: entries older than 7 days are neither shown nor kept', async () => {
  const { token, api } = await fresh();
  await api.get('/leads');
  await requestsOf(api);
  await sql`update token_requests set at = now() - interval '169 hours' where token_id = ${token.id}::uuid`.execute(
    v.db,
  );
  expect(told(await requestsOf(api))).toEqual([['listRequests', 200, null]]);
  expect(await forgetRequests(v.db, () => false)).toBe(1);
  expect(await stored(token.id)).toBe(1);
});

test('400: a cursor of another token or of another list, and a parameter that there is not', async () => {
  const [one, other] = [await fresh(), await fresh()];
  for (const { api } of [one, other]) for (let i = 0; i < 3; i += 1) await api.get('/leads');
  const { next_cursor } = (await other.api.get('/requests', { limit: 1 })).body;
  expect(typeof next_cursor).toBe('string');
  for (const cursor of [String(next_cursor), 'x'])
    expect(await one.api.get('/requests', { cursor })).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
  expect(errorsOf(await one.api.get('/requests', { limit: 201, token: 'x' }))).toEqual([
    'limit maximum',
    'token unknown',
  ]);
});

test('401: a request without a valid token leaves no entry', async () => {
  const { token, api } = await fresh();
  await api.get('/leads');
  await requestsOf(api);
  await sql`update tokens set paused = true, version = version + 1 where id = ${token.id}`.execute(v.db);
  expect((await api.get('/requests')).status).toBe(401);
  await sql`update tokens set paused = false, version = version + 1 where id = ${token.id}`.execute(v.db);
  expect(told(await requestsOf(api))).toEqual([
    ['listRequests', 200, null],
    ['listLeads', 200, null],
  ]);
});

test('requests that do not fit into memory are dropped and counted, and the rest is written at the end', async () => {
  let dropped = 0;
  const log = createRequestLog(v.db, { onDrop: (count) => (dropped += count), intervalMs: 60_000, maxWaiting: 3 });
  const one = logged();
  for (let i = 0; i < 5; i += 1) log.note({ ...one, id: newId() });
  expect(await stored(one.token.id)).toBe(0);
  await log.stop();
  expect([dropped, await stored(one.token.id)]).toEqual([2, 3]);
});

test('many are written as they come, without waiting for the clock', async () => {
  const log = createRequestLog(v.db, { onDrop: () => undefined, intervalMs: 60_000 });
  const [plain, refused] = [logged(), logged({ status: 404, code: 'not_found' })];
  for (let i = 0; i < 2_050; i += 1) log.note({ ...plain, id: newId() });
  await eventually(async () => (await stored(plain.token.id)) === 2_000);
  for (let i = 0; i < 450; i += 1) log.note({ ...refused, id: newId() });
  await eventually(async () => (await stored(refused.token.id)) >= 350);
  await log.stop();
  expect([await stored(plain.token.id), await stored(refused.token.id)]).toEqual([2_050, 450]);
});

test('the shapes of one second are kept up to the number that a preview looks at, for each token and campaign', async () => {
  const log = createRequestLog(v.db, { onDrop: () => undefined, intervalMs: 20 });
  const asked = (token: string, campaign: string) =>
    Array.from({ length: 2 * shapesLookedAt }, () => log.takesShape(token, campaign)).filter(Boolean).length;
  expect([asked('one', 'solar'), asked('one', 'heat'), asked('two', 'solar')]).toEqual(Array(3).fill(shapesLookedAt));
  expect(log.takesShape('one', 'solar')).toBe(false);
  await eventually(() => Promise.resolve(log.takesShape('one', 'solar')));
  await log.stop();
});

test('a batch that the database cannot take is dropped and counted, and the next one is written', async () => {
  let dropped = 0;
  const log = createRequestLog(v.db, { onDrop: (count) => (dropped += count), intervalMs: 60_000 });
  const one = logged();
  log.note({ ...one, code: '\0', status: 400 });
  await log.flush();
  log.note(one);
  await log.stop();
  expect([dropped, await stored(one.token.id)]).toEqual([1, 1]);
});
