/** Line 42: an answer stored for a repeat, whose token may no longer see the lead in it. Nothing is written twice. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change } from '../../support/campaigns.ts';
import type { Client } from '../../support/client.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const key = (name: string) => ({ 'idempotency-key': name });
const total = async () => (await v.whole.get('/leads/count')).body.count;

const narrow = (condition: object) =>
  change(
    v.db,
    v.campaign,
    sql`update filters set condition = ${JSON.stringify(condition)}::jsonb where name = 'Vendor XYZ' and campaign_id = ${v.campaign.id}`,
  );
const wide = { all: [{ path: 'fields.source', op: 'eq', value: 'vendor-xyz' }] };
const narrower = { all: [...wide.all, { path: 'fields.zip', op: 'eq', value: '5000' }] };

const create = (api: Client, name: string, zip: string) => api.post('/leads', { fields: { ...least, zip } }, key(name));

test('a lead that the filter hides now is 404 under its key, and one that it shows is the lead as it is now', async () => {
  const hidden = await create(v.xyz, 'hidden', '8000');
  const shown = await create(v.xyz, 'shown', '5000');
  await v.whole.patch(`/leads/${shown.body.id}`, { status: 'won' });
  expect((await create(v.xyz, 'shown', '5000')).text).toBe(shown.text);
  const before = await total();

  await narrow(narrower);

  expect(await create(v.xyz, 'hidden', '8000')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  const repeat = await create(v.xyz, 'shown', '5000');
  expect(repeat).toMatchObject({ status: 201, body: { id: shown.body.id, status: 'won', version: 2 } });
  expect(repeat.headers.get('idempotency-replayed')).toBe('true');
  expect(repeat.headers.get('etag')).toMatch(/^"2/);
  expect(await total()).toBe(before);
  await narrow(wide);
  expect((await create(v.xyz, 'hidden', '8000')).text).toBe(hidden.text);
});

test('the results of a batch are 404 for leads that are hidden now, and show the others in their present state', async () => {
  const items = [
    { op: 'create', fields: { ...least, zip: '8000' } },
    { op: 'create', fields: { ...least, zip: '5000' } },
    { op: 'create', fields: {} },
  ];
  const first = await v.xyz.post('/leads/batch', { items }, key('batch'));
  await narrow(narrower);
  const repeat = await v.xyz.post('/leads/batch', { items }, key('batch'));
  await narrow(wide);
  const results = (answer: typeof first) =>
    answer.body.results as { status: number; lead?: object; problem?: object }[];
  expect(results(first).map(({ status }) => status)).toEqual([201, 201, 422]);
  expect(results(repeat)).toMatchObject([
    { status: 404, problem: { code: 'not_found' } },
    { status: 201 },
    { status: 422 },
  ]);
  expect(results(repeat)[0]?.lead).toBeUndefined();
  expect(results(repeat)[1]?.lead).toEqual(results(first)[1]?.lead);
});

test('a field that was removed since is not in the answer under the key', async () => {
  const first = await v.xyz.post('/leads', { fields: { ...least, notes: 'called' } }, key('field'));
  expect(first.body.fields).toHaveProperty('notes');
  await change(
    v.db,
    v.campaign,
    sql`update fields set removed_at = now() where key = 'notes' and campaign_id = ${v.campaign.id}`,
  );
  const repeat = await v.xyz.post('/leads', { fields: { ...least, notes: 'called' } }, key('field'));
  expect([repeat.status, repeat.body.id]).toEqual([201, first.body.id]);
  expect(repeat.body.fields).not.toHaveProperty('notes');
});
