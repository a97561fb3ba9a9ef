/**
 * Line 5: a change that would move a visible lead out of scope is refused and writes nothing, for pins and for conditions
 * that no schema can express, alone and as one of a thousand items of a batch.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { solarPlan, sourceIs } from '../../support/campaigns.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

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

describe('a batch whose item 500 of 1,000 moves a lead out of scope', () => {
  const batchOf = async (atomic: boolean) => {
    const { id } = await v.xyz.lead({ ...least, zip: '5000' });
    const items: object[] = Array.from({ length: 1_000 }, () => ({ op: 'create', fields: { ...least, zip: '5000' } }));
    items[499] = { op: 'update', id, fields: { zip: '8000' } };
    const before = await events();
    const answer = await v.xyz.post('/leads/batch', { atomic, items });
    const results = answer.body.results as { status: number; problem?: { code: string } }[];
    return { id, answer, results, written: ((await events()) ?? 0) - (before ?? 0) };
  };

  test('the item alone is refused, and the 999 others are written', async () => {
    const { id, answer, results, written } = await batchOf(false);
    expect(answer.status).toBe(200);
    expect(results[499]).toMatchObject({ status: 422, problem: { code: 'out_of_scope' } });
    expect(results.filter((result) => result.status === 201)).toHaveLength(999);
    expect(written).toBe(999);
    expect((await v.xyz.get(`/leads/${id}`)).body.version).toBe(1);
  });

  test('atomic: nothing is written at all', async () => {
    const { id, answer, results, written } = await batchOf(true);
    expect(answer).toMatchObject({ status: 422, body: { code: 'batch_refused' } });
    expect(results[499]).toMatchObject({ status: 422, problem: { code: 'out_of_scope' } });
    expect(written).toBe(0);
    expect((await v.xyz.get(`/leads/${id}`)).body.version).toBe(1);
  });
});

test('an upsert that would move a lead out of scope, or create one there, is refused', async () => {
  const put = (name: string, fields: object) => v.xyz.request('PUT', `/external-ids/${name}`, { body: { fields } });
  expect((await put('scope-1', { ...least, zip: '5000' })).status).toBe(201);
  const before = await events();
  expect(await put('scope-1', { zip: '8000' })).toMatchObject({ status: 422, body: { code: 'out_of_scope' } });
  expect(await put('scope-2', { ...least, zip: '8000' })).toMatchObject({
    status: 422,
    body: { code: 'out_of_scope' },
  });
  expect(await put('secret-1', { ...least, zip: '5000' })).toMatchObject({
    status: 422,
    body: { code: 'out_of_scope' },
  });
  expect(await events()).toBe(before);
});
