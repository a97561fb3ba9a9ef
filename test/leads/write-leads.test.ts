/** `writeLeads`: a batch, whose items each have a result of their own, in order. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Body, Client } from '../support/client.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

interface Result {
  readonly status: number;
  readonly lead?: Body;
  readonly problem?: Body;
}

const batch = (api: Client, items: readonly unknown[], rest: Record<string, unknown> = {}) =>
  api.post('/leads/batch', { ...rest, items });
const resultsOf = (answer: { body: Body }) => answer.body.results as Result[];
const statuses = (answer: { body: Body }) => resultsOf(answer).map((result) => result.status);

const counts = async () =>
  (
    await sql<{ leads: number; events: number }>`
      select (select count(*)::int from leads) as leads, (select count(*)::int from lead_events) as events`.execute(
      v.db,
    )
  ).rows[0];

test('mixed items each do what their operation does', async () => {
  const kept = await v.xyz.lead(least, { external_id: 'b-kept' });
  const gone = await v.xyz.lead(least);

  const answer = await batch(v.xyz, [
    { op: 'create', external_id: 'b-new', fields: least },
    { op: 'update', id: kept.id, status: 'won', fields: { zip: '5000' } },
    { op: 'upsert', external_id: 'b-kept', fields: { notes: 'upserted' } },
    { op: 'upsert', external_id: 'b-other', fields: least },
    { op: 'delete', id: gone.id, if_version: 1 },
  ]);

  expect(answer.status).toBe(200);
  expect(statuses(answer)).toEqual([201, 200, 200, 201, 204]);
  const [created, updated, upserted, another, deleted] = resultsOf(answer);
  expect(created?.lead).toMatchObject({ external_id: 'b-new', version: 1, fields: { source: 'vendor-xyz' } });
  expect(updated?.lead).toMatchObject({ id: kept.id, version: 2, status: 'won' });
  expect(upserted?.lead).toMatchObject({ id: kept.id, version: 3, fields: { zip: '5000', notes: 'upserted' } });
  expect(another?.lead).toMatchObject({ external_id: 'b-other', version: 1 });
  expect(deleted).toEqual({ status: 204 });
  expect((await v.xyz.get(`/leads/${gone.id}`)).status).toBe(404);
  expect((await v.xyz.get(`/leads/${kept.id}`)).body).toEqual(upserted?.lead);
});

test('one bad item refuses no other, and its problem points into it', async () => {
  const answer = await batch(v.xyz, [
    { op: 'create', fields: { ...least, email: 'nonsense', nam: 'x' } },
    { op: 'create', fields: least },
    { op: 'update', fields: { notes: '1' } },
    { op: 'create', id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80', if_version: 1, fields: least },
    { op: 'upsert', fields: least },
    { op: 'delete', id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80' },
    { op: 'delete', id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80', status: 'won' },
    { op: 'upsert', external_id: 'b-less', fields: { zip: '5000' } },
  ]);
  expect(statuses(answer)).toEqual([422, 201, 422, 422, 422, 404, 422, 422]);
  const errors = resultsOf(answer).map(({ problem }) =>
    problem?.errors?.map(({ pointer, code }) => `${pointer} ${code}`),
  );
  expect(errors[0]?.toSorted()).toEqual(['/fields/email format', '/fields/nam unknown']);
  expect(errors[2]).toEqual(['/id required']);
  expect(errors[3]).toEqual(['/id unknown', '/if_version unknown']);
  expect(errors[4]).toEqual(['/external_id required']);
  expect(errors[6]).toEqual(['/status unknown']);
  expect(errors[7]).toEqual(['/fields/name required', '/fields/email required']);
});

test('an item that is malformed is refused in its own result, with every mistake in it', async () => {
  const { id } = await v.xyz.lead(least);
  const answer = await batch(v.xyz, [
    { op: 'create', fields: least },
    {},
    { op: 'replace', id: 'x' },
    { op: 'constructor' },
    7,
    null,
    [],
    { op: 'update', id: 'x', fields: { zip: 5000 } },
    { op: 'create', external_id: 7, fields: [], nam: 'x', name: 'x' },
    { op: 'upsert', external_id: 'a\u0000b', fields: { zip: '5000' } },
    { op: 'delete', id, if_version: 0 },
    { op: 'delete', id: null, external_id: 7 },
    { op: 'create', status: 7, fields: least },
  ]);
  expect(answer.status).toBe(200);
  expect(statuses(answer)).toEqual([201, ...Array.from({ length: 12 }, () => 422)]);
  const errors = resultsOf(answer).map(({ problem }) =>
    problem?.errors?.map(({ pointer, code }) => `${pointer} ${code}`).toSorted(),
  );
  expect(errors.slice(1)).toEqual([
    ['/op required'],
    ['/id format', '/op not_allowed'],
    ['/op not_allowed'],
    [' type'],
    [' type'],
    [' type'],
    ['/fields/zip type', '/id format'],
    ['/external_id type', '/fields type', '/nam unknown', '/name unknown'],
    ['/external_id format'],
    ['/if_version minimum'],
    ['/external_id unknown', '/id required'],
    ['/status not_allowed'],
  ]);
  expect(resultsOf(answer)[4]?.problem?.errors?.[0]?.detail).toBe('The item must be an object.');
  expect(JSON.stringify(resultsOf(answer)[8]?.problem)).toContain('`name` is a field of the campaign');
  expect((await v.xyz.get(`/leads/${id}`)).status).toBe(200);
});

test('items on one lead take effect in their order', async () => {
  const { id } = await v.xyz.lead(least);
  const answer = await batch(v.xyz, [
    { op: 'update', id, fields: { notes: 'first' }, if_version: 1 },
    { op: 'update', id, fields: { notes: 'second' }, if_version: 2 },
    { op: 'update', id, fields: { notes: 'stale' }, if_version: 2 },
    { op: 'update', id, external_id: 'b-order' },
    { op: 'create', external_id: 'b-order', fields: least },
    { op: 'upsert', external_id: 'b-order', status: 'won' },
    { op: 'delete', id },
    { op: 'update', id, status: 'new' },
    { op: 'create', external_id: 'b-order', fields: least },
    { op: 'upsert', external_id: 'b-order', status: 'lost' },
  ]);
  expect(statuses(answer)).toEqual([200, 200, 412, 200, 409, 200, 204, 404, 201, 200]);
  expect(resultsOf(answer)[5]?.lead).toMatchObject({ id, version: 5, status: 'won', fields: { notes: 'second' } });
  expect(resultsOf(answer)[9]?.lead).toMatchObject({ id: resultsOf(answer)[8]?.lead?.id, version: 2 });
});

describe('atomic', () => {
  test('one refused item: nothing is written, and every result is reported', async () => {
    const { id } = await v.xyz.lead(least);
    const before = await counts();
    const answer = await batch(
      v.xyz,
      [
        { op: 'update', id, status: 'won' },
        { op: 'create', fields: least },
        { op: 'create', fields: {} },
      ],
      { atomic: true },
    );
    expect(answer).toMatchObject({ status: 422, body: { code: 'batch_refused' } });
    expect(statuses(answer)).toEqual([200, 201, 422]);
    expect(resultsOf(answer)[1]).toMatchObject({ would: 'create', lead: { fields: least } });
    expect(resultsOf(answer)[1]).toMatchObject({ lead: { id: '00000000-0000-0000-0000-000000000000', version: 0 } });
    expect(await counts()).toEqual(before);
    expect((await v.xyz.get(`/leads/${id}`)).body).toMatchObject({ status: 'new', version: 1 });
  });

  test('all right: all written', async () => {
    const items = [
      { op: 'create', fields: least },
      { op: 'create', fields: least },
    ];
    expect(statuses(await batch(v.xyz, items, { atomic: true }))).toEqual([201, 201]);
  });
});

test('a thousand creations are one statement, and a thousand and one are refused', async () => {
  const items = Array.from({ length: 1_000 }, (_, i) => ({ op: 'create', external_id: `k-${i}`, fields: least }));
  const answer = await batch(v.xyz, items);
  expect(new Set(statuses(answer))).toEqual(new Set([201]));
  expect(resultsOf(answer).map((r) => r.lead?.external_id)).toEqual(items.map((i) => i.external_id));
  const again = await batch(v.xyz, [...items, ...items.slice(0, 1)]);
  expect(again).toMatchObject({ status: 422, body: { errors: [{ pointer: '/items', code: 'max_items' }] } });
});

test('twenty batches over the same leads at once neither wait for each other for ever nor lose a change', async () => {
  const leads = await Promise.all(Array.from({ length: 20 }, (_, i) => v.xyz.lead(least, { external_id: `d-${i}` })));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, writer) =>
      batch(
        v.xyz,
        leads
          .map(({ id }, i) =>
            (i + writer) % 2
              ? { op: 'update', id, fields: { notes: `${writer}` } }
              : { op: 'upsert', external_id: `d-${i}`, fields: { notes: `${writer}` } },
          )
          .toSorted(() => (writer % 2 ? 1 : -1)),
      ),
    ),
  );
  expect(new Set(answers.flatMap(statuses))).toEqual(new Set([200]));
  const now = await Promise.all(leads.map(({ id }) => v.xyz.get(`/leads/${id}`)));
  expect(now.map((a) => a.body.version)).toEqual(leads.map(() => 21));
});

test('a hidden lead is not there for any operation', async () => {
  const hidden = await v.nordic.lead(least, { external_id: 'b-hidden' });
  const answer = await batch(v.xyz, [
    { op: 'update', id: hidden.id, status: 'won', if_version: 9 },
    { op: 'delete', id: hidden.id },
    { op: 'upsert', external_id: 'b-hidden', fields: least },
  ]);
  expect(statuses(answer)).toEqual([404, 404, 201]);
  expect((await v.nordic.get(`/leads/${hidden.id}`)).body.version).toBe(1);
});

test('an empty batch has no results; a batch that is no batch is refused as a whole', async () => {
  expect(await batch(v.xyz, [])).toMatchObject({ status: 200, body: { results: [] } });
  expect(await v.xyz.post('/leads/batch', { items: {}, item: 1 })).toMatchObject({
    status: 422,
    body: { code: 'invalid_request', errors: [{ pointer: '/item' }, { pointer: '/items', code: 'type' }] },
  });
  expect((await v.xyz.get('/leads/batch')).status).toBe(405);
});

test("an item with a wrong value gets the pin of the token, not the campaign's options", async () => {
  const answer = await batch(v.xyz, [{ op: 'create', fields: { ...least, source: 'nordic-leads' } }]);
  expect(JSON.stringify(resultsOf(answer)[0]?.problem?.errors)).not.toContain('website');
  expect(resultsOf(answer)[0]?.problem?.errors).toMatchObject([{ pointer: '/fields/source', allowed: ['vendor-xyz'] }]);
});
