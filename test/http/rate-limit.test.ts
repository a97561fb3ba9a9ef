/**
 * The limits as a client sees them: the headers of every response, 429 with `Retry-After`, and separate limits for each
 * client.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { perMinute } from '../../src/limits/per-minute.ts';
import type { TestToken } from '../support/campaigns.ts';
import { solarPlan } from '../support/campaigns.ts';
import type { Answer } from '../support/client.ts';
import { testInOneWindow } from '../support/one-window.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(solarPlan, { perMinute: { ...perMinute, badTokens: 5 } });
});
afterAll(() => v.stop());

const fields = ({ headers }: Answer) => [headers.get('ratelimit-policy'), headers.get('ratelimit')];
const left = (answer: Answer, name = 'requests') =>
  Number(new RegExp(`"${name}";r=(\\d+)`).exec(answer.headers.get('ratelimit') ?? '')?.[1]);

const setLimit = (token: TestToken, limits: ReturnType<typeof sql>) =>
  sql`update tokens set ${limits}, version = version + 1 where id = ${token.id}`.execute(v.db);

testInOneWindow(
  'without limits of its own a token has those of the installation, one of the account ten times as much',
  async () => {
    const usual = { requestsPerMinute: null, writesPerMinute: null };
    const scoped = v.client(await v.token({ ...usual, filter: 'Vendor XYZ' }));
    const reading = v.client(await v.token({ ...usual, permission: 'read' }));
    const broad = v.client(await v.token({ ...usual, broad: true }));

    const [first, second] = [await scoped.get('/leads'), await scoped.get('/')];

    expect(fields(first)).toEqual([
      '"requests";q=600;w=60, "writes";q=6000;w=60',
      expect.stringMatching(/^"requests";r=599;t=\d+$/),
    ]);
    expect(left(second)).toBe(598);
    expect(fields(await reading.get('/leads'))[0]).toBe('"requests";q=600;w=60');
    expect(fields(await broad.get('/v1/campaigns'))[0]).toBe('"requests";q=6000;w=60, "writes";q=60000;w=60');
  },
);

testInOneWindow('refusals count and tell it as well: 400, 404, 405, 406, 422', async () => {
  const api = v.client(await v.token({ requestsPerMinute: 100 }));
  const answers = [
    await api.get('/leads', { limit: 'many' }),
    await api.get('/nowhere'),
    await api.request('PUT', '/leads'),
    await api.get('/leads', undefined, { accept: 'text/html' }),
    await api.post('/leads', { fields: {} }),
    await api.request('GET', '/v1/campaigns/not-mine/leads'),
    await api.request('GET', '/v1/nowhere'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 404, 405, 406, 422, 404, 404]);
  expect(answers.map((answer) => left(answer))).toEqual([99, 98, 97, 96, 95, 94, 93]);
});

testInOneWindow(
  'over its limit a token is refused wherever it asks, and told when to come back; another token is not',
  async () => {
    const api = v.client(await v.token({ requestsPerMinute: 3 }));
    for (let i = 0; i < 3; i += 1) expect((await api.get('/leads')).status).toBe(200);

    for (const [method, path] of [
      ['GET', '/leads'],
      ['POST', '/leads'],
      ['PUT', '/leads'],
      ['GET', '/nowhere'],
      ['GET', '/v1/campaigns'],
      ['GET', '/v1/campaigns/not-mine/leads'],
    ] as const) {
      const { status, body, headers } = await api.request(method, path);
      expect([method, path, status, body.code]).toEqual([method, path, 429, 'rate_limited']);
      const seconds = Number(headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect(headers.get('ratelimit')).toBe(`"requests";r=0;t=${seconds}`);
    }
    expect((await v.whole.get('/leads')).status).toBe(200);
  },
);

testInOneWindow(
  'a limit that is raised is raised for the next request, and 0 takes it away with its fields',
  async () => {
    const token = await v.token({ requestsPerMinute: 2, writesPerMinute: 0 });
    const api = v.client(token);
    for (let i = 0; i < 2; i += 1) expect((await api.get('/leads')).status).toBe(200);
    expect((await api.get('/leads')).status).toBe(429);

    await setLimit(token, sql`requests_per_minute = 4`);
    const raised = await api.get('/leads');
    expect([raised.status, left(raised)]).toEqual([200, 1]);

    await setLimit(token, sql`requests_per_minute = 0`);
    for (let i = 0; i < 5; i += 1) {
      const headers = { authorization: `Bearer ${token.secret}` };
      const answer = await fetch(`${v.server.url}/v1/campaigns/solar-test/leads`, { headers });
      expect(answer.status).toBe(200);
    }
    const answer = await fetch(`${v.server.url}/v1/campaigns/solar-test/leads`, {
      headers: { authorization: `Bearer ${token.secret}` },
    });
    expect([answer.headers.get('ratelimit'), answer.headers.get('ratelimit-policy')]).toEqual([null, null]);
  },
);

testInOneWindow(
  'a limit that is lowered holds for the next request, which no more is told to be left than there is',
  async () => {
    const token = await v.token({ filter: 'Vendor XYZ', requestsPerMinute: null, writesPerMinute: null });
    const api = v.client(token);
    const batch = (count: number) =>
      api.post('/leads/batch', { items: Array.from({ length: count }, () => ({ op: 'create', fields: least })) });
    expect((await batch(1)).status).toBe(200);
    await setLimit(token, sql`requests_per_minute = 30, writes_per_minute = 50`);
    const refused = await batch(60);
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
    expect(fields(refused)[0]).toBe('"requests";q=30;w=60, "writes";q=50;w=60');
    expect(left(refused)).toBeLessThanOrEqual(30);
    expect(left(refused, 'writes')).toBeLessThanOrEqual(50);
    expect((await batch(40)).status).toBe(200);
  },
);

testInOneWindow('written leads are counted, refused ones and reading are not', async () => {
  const api = v.client(await v.token({ filter: 'Vendor XYZ', writesPerMinute: 4 }));
  const { id } = await api.lead({ ...least });
  expect((await api.post('/leads', { fields: { name: 'A' } })).status).toBe(422);
  expect(
    (await api.patch(`/leads/${id.replace(/.$/, (c) => (c === '0' ? '1' : '0'))}`, { status: 'won' })).status,
  ).toBe(404);
  expect((await api.patch(`/leads/${id}`, { status: 'won' }, { 'if-match': '"7"' })).status).toBe(412);
  const changed = await api.patch(`/leads/${id}`, { status: 'won' });
  expect([changed.status, left(changed, 'writes')]).toEqual([200, 2]);
  expect((await api.delete(`/leads/${id}`)).status).toBe(204);
  const last = await api.lead({ ...least });

  const refused = await api.patch(`/leads/${last.id}`, { status: 'won' });

  expect([refused.status, refused.body.code, left(refused, 'writes')]).toEqual([429, 'rate_limited', 0]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await api.get(`/leads/${last.id}`)).body).toMatchObject({ version: 1, status: 'new' });
});

test('a token that may only read learns of that, not of a limit of writes', async () => {
  const api = v.client(await v.token({ permission: 'read', writesPerMinute: 1 }));
  for (let i = 0; i < 3; i += 1)
    expect((await api.post('/leads', { fields: least })).body.code).toBe('insufficient_permission');
});

testInOneWindow('bad tokens are throttled by address, and a good one from the same address is not', async () => {
  const bad = [v.client(undefined), v.client('lsp_garbage'), v.client(`lsp_${'a'.repeat(49)}`)];
  const answers: Answer[] = [];
  for (let i = 0; i < 7; i += 1) answers.push(await (bad[i % 3] as typeof v.xyz).get(i % 2 ? '/leads' : '/nowhere'));

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
  expect(answers.map((answer) => left(answer, 'bad-tokens'))).toEqual([4, 3, 2, 1, 0, 0, 0]);
  expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"bad-tokens";q=5;w=60');
  expect(Number(answers[6]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await v.xyz.get('/leads')).status).toBe(200);
});

test('limits are held while the table of the limits cannot be read, and no request fails for it', async () => {
  const api = v.client(await v.token({ requestsPerMinute: 30 }));
  await v.db.transaction().execute(async (trx) => {
    await sql`lock table rate_shares in access exclusive mode`.execute(trx);
    const statuses: number[] = [];
    for (let i = 0; i < 35; i += 1) statuses.push((await api.get('/leads')).status);
    // A window may end in the middle of the requests.
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(30);
    expect(new Set(statuses).size).toBeLessThanOrEqual(2);
  });
});
