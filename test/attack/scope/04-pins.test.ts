/** Line 4: no way of writing a pinned field makes a lead of another vendor, or a lead without a vendor. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Body } from '../../support/client.ts';
import { errorsOf, least, startVendors, type Vendors } from '../../support/vendors.ts';

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
  'vendor -xyz',
  'vendor-xyz .',
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

interface Result {
  readonly status: number;
  readonly lead?: Body;
  readonly problem?: Body;
}
let names = 0;
const newName = () => `pin-${++names}`;
const put = (name: string, fields: object, query: Record<string, string> = {}) =>
  v.xyz.request('PUT', `/external-ids/${name}`, { query, body: { fields } });
const batch = async (items: readonly object[], rest: object = {}) => {
  const answer = await v.xyz.post('/leads/batch', { ...rest, items });
  return { answer, results: answer.body.results as readonly Result[] };
};
const state = async () =>
  (await sql<{ s: string }>`select coalesce(string_agg(l::text, ' ' order by id), '') as s from leads l`.execute(v.db))
    .rows[0]?.s;

describe.each(otherwise)('%j', (source) => {
  const fields = { ...least, source };

  test('an upsert of another pin is refused, whether the lead exists or not, and in a dry run', async () => {
    const name = newName();
    await v.xyz.lead(least, { external_id: name });
    const before = await state();
    for (const answer of [
      await put(name, fields),
      await put(name, { source }),
      await put(newName(), fields),
      await put(newName(), fields, { dry_run: 'true' }),
    ]) {
      expect(answer.status).toBe(422);
      expect([...new Set((answer.body.errors ?? []).map((e) => e.pointer))]).toEqual(['/fields/source']);
      expect(answer.text).not.toMatch(/nordic|old-vendor/i);
    }
    expect(await state()).toBe(before);
  });

  test('another pin is refused in every item of a batch, alone or atomic, and the other items are written as usual', async () => {
    const name = newName();
    const { id } = await v.xyz.lead(least, { external_id: name });
    const items = [
      { op: 'create', fields },
      { op: 'update', id, fields: { source } },
      { op: 'upsert', external_id: name, fields: { source } },
      { op: 'upsert', external_id: newName(), fields },
    ];
    const before = await state();
    for (const { answer, results } of [await batch(items), await batch(items, { atomic: true })]) {
      expect(results.map((result) => result.status)).toEqual([422, 422, 422, 422]);
      for (const { problem } of results)
        expect([...new Set((problem?.errors ?? []).map((e) => e.pointer))]).toEqual(['/fields/source']);
      expect(answer.text).not.toMatch(/nordic|old-vendor/i);
    }
    expect(await state()).toBe(before);
    const mixed = await batch([...items, { op: 'create', fields: least }]);
    expect(mixed.results.at(-1)?.lead?.fields.source).toBe('vendor-xyz');
  });
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test.each([
  ...otherwise.flatMap((one) => (typeof one === 'string' && one !== '' ? [[one]] : [])),
  ['vendor-xyz', 'nordic-leads'],
  ['nordic-leads', 'vendor-xyz'],
  ['vendor-xyz,nordic-leads'],
])('a form with %j is refused', async (...sources) => {
  for (const name of ['fields.source', 'fields[source]', 'fields[source][]', 'fields.source[]']) {
    const pairs = [...Object.entries(least).map(([key, value]) => [`fields.${key}`, value])];
    const raw = new URLSearchParams([...pairs, ...sources.map((one) => [name, one])] as [string, string][]).toString();
    const before = await state();
    const answers = [
      await v.xyz.request('POST', '/leads', { raw, headers: form }),
      await v.xyz.request('PUT', `/external-ids/${newName()}`, { raw, headers: form }),
    ];
    for (const answer of answers) {
      expect([name, answer.status, answer.text]).toEqual([name, 422, expect.not.stringMatching(/nordic|old-vendor/i)]);
      expect((answer.body.errors ?? []).every((e) => e.pointer?.startsWith('/fields/source'))).toBe(true);
    }
    expect(await state()).toBe(before);
  }
});

test('a form in which it is empty or missing has it filled in', async () => {
  for (const more of ['', '&fields.source=', '&fields.source=vendor-xyz', '&fields%5Bsource%5D=vendor-xyz']) {
    const raw = `fields.name=A&fields.email=a%40example.com${more}`;
    const answer = await v.xyz.request('POST', '/leads', { raw, headers: form });
    expect([more, answer.status, answer.body.fields.source]).toEqual([more, 201, 'vendor-xyz']);
  }
});

test('an upsert fills it in, and takes it when it is equal', async () => {
  for (const fields of [least, { ...least, source: 'vendor-xyz' }])
    expect((await put(newName(), fields)).body.fields.source).toBe('vendor-xyz');
});

test('a second member that spells the pin with an escape is refused as named twice', async () => {
  const raw = '{"fields":{"name":"A","email":"a@example.com","source":"vendor-xyz","sourc\\u0065":"nordic-leads"}}';
  const answer = await v.xyz.request('POST', '/leads', { raw, headers: { 'content-type': 'application/json' } });
  expect(answer.body.code).toBe('malformed_body');
});

test.each(['Source', 'sоurce', 'source ', 'source\u0000', 'fields.source', '__proto__', 'constructor'])(
  'a field that is spelt %j is not a field of this campaign',
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
