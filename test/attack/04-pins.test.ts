/** Line 4: no way of writing a pinned field makes a lead of another vendor, or one of nobody. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const otherwise = [
  'nordic-leads',
  'old-vendor',
  null,
  '',
  ['vendor-xyz'],
  ['vendor-xyz', 'nordic-leads'],
  [],
  {},
  { value: 'vendor-xyz' },
  0,
  true,
  'VENDOR-XYZ',
  'Vendor XYZ',
  'ｖendor-xyz',
  'vendor-xyz ',
  ' vendor-xyz',
  'vendor‑xyz',
  'vendor-xyz\u0000',
  'vendor-xyz\u200b',
];

test.each(otherwise)('create with %j is refused, and writes nothing', async (source) => {
  const answer = await v.xyz.post('/leads', { fields: { ...least, source } });

  expect(answer.status).toBe(422);
  expect([...new Set((answer.body.errors ?? []).map((e) => e.pointer))]).toEqual(['/fields/source']);
  expect(answer.text).not.toMatch(/nordic|old-vendor/i);
});

test.each(otherwise)('a change to %j is refused, and changes nothing', async (source) => {
  const { id } = await v.xyz.lead(least);
  const answer = await v.xyz.patch(`/leads/${id}`, { fields: { source } });
  expect(answer.status).toBe(422);
  expect((await v.xyz.get(`/leads/${id}`)).body).toMatchObject({ version: 1, fields: { source: 'vendor-xyz' } });
});

test('omitted, it is filled in; sent equal, it is accepted', async () => {
  expect((await v.xyz.lead(least)).fields.source).toBe('vendor-xyz');
  expect((await v.xyz.lead({ ...least, source: 'vendor-xyz' })).fields.source).toBe('vendor-xyz');
});

test('a second member that spells the pin with an escape is refused as named twice', async () => {
  const raw = '{"fields":{"name":"A","email":"a@example.com","source":"vendor-xyz","sourc\\u0065":"nordic-leads"}}';
  const answer = await v.xyz.request('POST', '/leads', { raw, headers: { 'content-type': 'application/json' } });
  expect(answer.body.code).toBe('malformed_body');
});

test.each(['Source', 'sоurce', 'source ', 'source\u0000', 'fields.source', '__proto__', 'constructor'])(
  'a field that is spelt %j is none of this campaign',
  async (key) => {
    const raw = `{"fields":{"name":"A","email":"a@example.com",${JSON.stringify(key)}:"nordic-leads"}}`;
    const answer = await v.xyz.request('POST', '/leads', { raw, headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual([`/fields/${key} unknown`]);
  },
);

test('after all of that every lead is of the vendor who made it', async () => {
  const { rows } = await sql<{ source: string }>`select distinct values ->> 'source' as source from leads`.execute(
    v.db,
  );
  expect(rows).toEqual([{ source: 'vendor-xyz' }]);
});
