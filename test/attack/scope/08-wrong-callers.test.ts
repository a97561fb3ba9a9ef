/** Line 8: a token can do no more than it was made for, and a session cookie is not a token. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { insertCampaign, solarPlan } from '../../support/campaigns.ts';
import { client } from '../../support/client.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
  await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'second' });
});
afterAll(() => v.stop());

const state = async () =>
  (await sql<{ leads: string }>`select string_agg(l::text, ' ' order by id) as leads from leads l`.execute(v.db))
    .rows[0]?.leads;

test.each([{ broad: true }, { filter: 'Vendor XYZ' }, {}])(
  'a token %j that may only read writes nothing',
  async (kind) => {
    const { id } = await v.xyz.lead(least);
    const reader = v.client(await v.token({ ...kind, permission: 'read' }));
    const before = await state();

    const missing = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
    const answers = [
      await reader.post('/leads', { fields: least }),
      await reader.patch(`/leads/${id}`, { status: 'won' }),
      await reader.delete(`/leads/${id}`),
      await reader.patch(`/leads/${missing}`, { status: 'won' }),
      await reader.request('PUT', '/external-ids/read-only', { body: { fields: least } }),
      await reader.post('/leads/batch', { items: [{ op: 'delete', id }] }),
      await reader.post('/leads/batch', { items: [] }),
      await reader.request('POST', '/leads', { query: { dry_run: 'true' }, body: { fields: least } }),
      await reader.post('/leads', { fields: least }, { 'idempotency-key': 'read-only' }),
      await reader.request('POST', '/leads', {
        raw: 'fields.name=A',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ];

    for (const answer of answers)
      expect(answer).toMatchObject({ status: 403, body: { code: 'insufficient_permission' } });
    expect(await state()).toBe(before);
    expect((await reader.get(`/leads/${id}`)).status).toBe(200);
  },
);

test('a scoped token lists its one campaign, and no document of another', async () => {
  const { body } = await v.xyz.get('/v1/campaigns');
  expect(body.data.map((c) => c.slug)).toEqual(['solar-test']);
  expect((await v.xyz.get('/v1/openapi.json', { campaign: 'second' })).status).toBe(404);
  expect((await v.xyz.get('/v1/campaigns/second/leads')).status).toBe(404);
});

test('a broad token lists every campaign of its account, and reaches each', async () => {
  const { body } = await v.broad.get('/v1/campaigns');
  expect(body.data.map((c) => c.slug).sort()).toEqual(['second', 'solar-test']);
  expect((await client(v.server, v.tokens.broad, 'second').get('/leads')).status).toBe(200);
});

test.each(['leadspec.sid=s%3Aabc.def', 'connect.sid=s%3Aabc', 'token=TOKEN', 'authorization=Bearer TOKEN'])(
  'the cookie %s is not accepted instead of a token',
  async (cookie) => {
    const nobody = v.client(undefined);
    const headers = { cookie: cookie.replace('TOKEN', v.tokens.broad.secret) };
    for (const path of ['/', '/leads', '/v1/campaigns', '/v1/openapi.json'])
      expect(await nobody.get(path, undefined, headers)).toMatchObject({
        status: 401,
        body: { code: 'token_missing' },
      });
  },
);

test('the address of the documentation is no token', async () => {
  expect((await v.client(v.tokens.xyz.docsId).get('/leads')).body.code).toBe('invalid_token');
});

test.each([
  '/leads/count',
  '/leads/changes',
  '/leads/export',
  '/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80/history',
  '/leads/batch',
  '/external-ids/x',
])('%s of another campaign gets the same answer as a campaign that does not exist', async (path) => {
  const second = client(v.server, v.tokens.xyz.secret, 'second');
  const nowhere = client(v.server, v.tokens.xyz.secret, 'no-such-campaign');
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    const answers = [await second.request(method, path), await nowhere.request(method, path)];
    expect(new Set(answers.map(({ status, body: { code } }) => `${status} ${code}`)).size).toBe(1);
    expect([404, 405]).toContain(answers[0]?.status);
  }
});

test.each(['leads', 'tokens', 'duplicate-rule', 'filters'])(
  'the Management API answers 401 to a token at %s',
  async (thing) => {
    const { status } = await fetch(`${v.server.url}/manage/v1/campaigns/solar-test/${thing}`, {
      headers: { authorization: `Bearer ${v.tokens.broad.secret}` },
    });
    expect(status).toBe(401);
  },
);
