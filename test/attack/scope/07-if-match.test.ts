/**
 * Line 7: `If-Match` reveals nothing about a hidden lead: 404 comes before 412, so versions cannot be used to find it. An
 * `Idempotency-Key` belongs to its token only, and a token that has ended gets no stored response.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { rotateSecret } from '../../../src/access/tokens.ts';
import { insertCampaign, insertToken, solarPlan } from '../../support/campaigns.ts';
import { client } from '../../support/client.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

test.each(['"1"', '"2"', 'W/"1"', '*', '"1", "2"'])('If-Match: %s on a hidden lead is 404', async (tag) => {
  const { id } = await v.nordic.lead(least);

  const changed = await v.xyz.patch(`/leads/${id}`, { status: 'won' }, { 'if-match': tag });
  const deleted = await v.xyz.delete(`/leads/${id}`, { 'if-match': tag });

  expect([changed.status, deleted.status]).toEqual([404, 404]);
  expect((await v.nordic.get(`/leads/${id}`)).body).toMatchObject({ version: 1, status: 'new' });
});

test('a stale tag of a visible lead is 412, also where the change would be out of scope or taken', async () => {
  const { id } = await v.xyz.lead(least);
  await v.xyz.lead(least, { external_id: 'taken' });
  const stale = { 'if-match': '"9"' };
  expect((await v.xyz.patch(`/leads/${id}`, { external_id: 'taken' }, stale)).status).toBe(412);
  expect((await v.xyz.delete(`/leads/${id}`, stale)).status).toBe(412);
});

/** Skips the check by the token's document, which has changed by then. */
const plainPost = (secret: string, body: unknown) =>
  fetch(`${v.server.url}/v1/campaigns/solar-test/leads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...key },
    body: JSON.stringify(body),
  });

const key = { 'idempotency-key': 'shared-by-all' };

test("another token's key replays nothing: each writes a lead of its own", async () => {
  const mine = await v.xyz.post('/leads', { fields: { ...least, notes: 'mine' } }, key);
  const theirs = await v.nordic.post('/leads', { fields: { ...least, notes: 'mine' } }, key);
  expect([mine.status, theirs.status]).toEqual([201, 201]);
  expect(theirs.headers.get('idempotency-replayed')).toBeNull();
  expect(theirs.body.fields.source).toBe('nordic-leads');
  // With the same body or another one, nothing shows that somebody else has used the key.
  const other = await v.whole.post('/leads', { fields: { ...least, source: 'nordic-leads', notes: 'other' } }, key);
  expect(other.status).toBe(201);
});

test('a broad token has its keys by campaign', async () => {
  const second = await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'second' });
  const token = v.tokens.broad;
  const body = { fields: { ...least, source: 'nordic-leads' } };
  const first = await v.broad.post('/leads', body, key);
  const there = await client(v.server, token, second.slug).post('/leads', body, key);
  expect([first.status, there.status]).toEqual([201, 201]);
  expect(there.body.id).not.toBe(first.body.id);
});

test('a token that has ended gets no stored response, and a token with a new filter gets no response with a lead that is hidden now', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  const api = v.client(token);
  const body = { fields: { ...least, notes: 'ended' } };
  const first = await api.post('/leads', body, key);
  expect((await api.post('/leads', body, key)).text).toBe(first.text);

  await sql`update tokens set paused = true, version = version + 1 where id = ${token.id}`.execute(v.db);
  expect((await v.client(token.secret).post('/leads', body, key)).status).toBe(401);
  await sql`update tokens set paused = false, permission = 'read', version = version + 1 where id = ${token.id}`.execute(
    v.db,
  );
  expect((await v.client(token.secret).post('/leads', body, key)).body.code).toBe('insufficient_permission');
  // Its filter now matches other leads, so the later life of this lead is hidden from it.
  const nordic = v.campaign.filters.find((filter) => filter.name === 'Nordic Leads')?.id;
  await sql`update tokens set permission = 'read_write', filter_id = ${nordic}, version = version + 1 where id = ${token.id}`.execute(
    v.db,
  );
  const again = await plainPost(token.secret, body);
  expect([again.status, await again.text()]).toEqual([404, expect.not.stringContaining(first.body.id)]);
  expect((await v.whole.get('/leads', { 'fields.source': 'vendor-xyz', limit: 200 })).text).toContain(first.body.id);
  expect((await v.client({ ...token }).get(`/leads/${first.body.id}`)).status).toBe(404);
});

test('a rotated secret is the same token: its repeats get their answers', async () => {
  const token = await insertToken(v.db, v.server.vault, {
    accountId: v.accountId,
    campaign: v.campaign,
    filter: 'Vendor XYZ',
  });
  const body = { fields: { ...least, notes: 'rotated' } };
  const first = await v.client(token).post('/leads', body, key);
  const secret = await v.db.transaction().execute((trx) => rotateSecret(trx, v.server.vault, token.id, 0));
  expect((await v.client(token.secret).post('/leads', body, key)).status).toBe(401);
  expect((await v.client({ ...token, secret }).post('/leads', body, key)).text).toBe(first.text);
});
