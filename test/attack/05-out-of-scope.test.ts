/**
 * Line 5: a change that would move a visible lead out of scope is refused and writes nothing, for a pin and for what no
 * schema can say. A batch that does so comes with its operation.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { solarPlan, sourceIs } from '../support/campaigns.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  const either = {
    all: [
      sourceIs('vendor-xyz'),
      {
        any: [
          { path: 'fields.zip', op: 'starts_with', value: '50' },
          { path: 'status', op: 'eq', value: 'won' },
        ],
      },
      { not: { path: 'external_id', op: 'starts_with', value: 'secret-' } },
    ],
  } as const;
  v = await startVendors({ ...solarPlan, filters: [{ name: 'Odense', condition: either }] });
});
afterAll(() => v.stop());

const events = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from lead_events`.execute(v.db)).rows[0]?.n;

test.each([
  { fields: { zip: '8000' } },
  { fields: { zip: null } },
  { external_id: 'secret-1' },
  { status: 'won', external_id: 'secret-1' },
])('a change to %j is out of scope: 422, no version, no event', async (patch) => {
  const { id } = await v.xyz.lead({ ...least, zip: '5000' });
  const before = await events();

  const answer = await v.xyz.patch(`/leads/${id}`, patch);

  expect(answer).toMatchObject({ status: 422, body: { code: 'out_of_scope' } });
  expect(answer.text).not.toContain('secret-');
  expect((await v.xyz.get(`/leads/${id}`)).body).toMatchObject({
    version: 1,
    external_id: null,
    fields: { zip: '5000' },
  });
  expect(await events()).toBe(before);
});

test('a change that stays in scope by another way is made', async () => {
  const { id } = await v.xyz.lead({ ...least, zip: '5000' });
  const answer = await v.xyz.patch(`/leads/${id}`, { status: 'won', fields: { zip: '8000' } });
  expect(answer).toMatchObject({ status: 200, body: { version: 2 } });
});

test.each([
  { fields: { ...least, zip: '8000' } },
  { fields: least },
  { external_id: 'secret-2', fields: { ...least, zip: '5000' } },
])('a new lead %j is out of scope, and nothing is written', async (body) => {
  const before = await events();
  expect(await v.xyz.post('/leads', body)).toMatchObject({ status: 422, body: { code: 'out_of_scope' } });
  expect(await events()).toBe(before);
});

test('two changes at once that are each in scope and together are not: one of them is refused', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id } = await v.xyz.lead({ ...least, zip: '5000' }, { status: 'won' });
    const answers = await Promise.all([
      v.xyz.patch(`/leads/${id}`, { status: 'new' }),
      v.xyz.patch(`/leads/${id}`, { fields: { zip: '8000' } }),
    ]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422]);
    expect((await v.xyz.get(`/leads/${id}`)).status).toBe(200);
  }
});
