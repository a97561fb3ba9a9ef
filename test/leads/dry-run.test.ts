/** `?dry_run=true`: everything is checked, the response is that of the write, and nothing is written. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

/** Everything that a write could leave behind. */
const stored = async () =>
  (
    await sql`select (select count(*) from leads) as leads, (select coalesce(sum(version), 0) from leads) as versions,
      (select count(*) from lead_events) as events, (select count(*) from idempotency_records) as records,
      (select count(*) from lead_claims) as claims`.execute(v.db)
  ).rows[0];

const dry = (method: string, path: string, body?: unknown, headers = {}) =>
  v.xyz.request(method, path, { query: { dry_run: 'true' }, headers: { 'idempotency-key': 'dry', ...headers }, body });

const nil = { id: '00000000-0000-0000-0000-000000000000', version: 0 };
const effectOf = ({ headers }: { headers: Headers }) => headers.get('dry-run');

test('each write is answered as the write would be, says what it would do, and does nothing', async () => {
  const { id, ...there } = await v.xyz.lead(least, { external_id: 'dry-1' });
  const stored1 = { id, version: 1, created_at: there.created_at, updated_at: there.updated_at };
  const before = await stored();

  const created = await dry('POST', '/leads', { external_id: 'dry-2', fields: { ...least, phone: '20 12 34 56' } });
  expect(created).toMatchObject({
    status: 201,
    body: { ...nil, status: 'new', external_id: 'dry-2', fields: { source: 'vendor-xyz', phone: '+4520123456' } },
  });
  expect([effectOf(created), created.headers.get('location'), created.headers.get('etag')]).toEqual([
    'create',
    null,
    null,
  ]);
  const updated = await dry('PATCH', `/leads/${id}`, { status: 'won' });
  expect(updated).toMatchObject({ status: 200, body: { ...stored1, status: 'won', external_id: 'dry-1' } });
  expect([effectOf(updated), updated.headers.get('etag')]).toEqual(['update', null]);
  const same = await dry('PATCH', `/leads/${id}`, { status: 'new' });
  expect([same.status, effectOf(same), same.body]).toEqual([200, 'nothing', { id, ...there }]);
  const changed = await dry('PUT', '/external-ids/dry-1', { status: 'won' });
  expect([changed.status, effectOf(changed)]).toEqual([200, 'update']);
  expect(changed.body).toMatchObject({ ...stored1, status: 'won' });
  const made = await dry('PUT', '/external-ids/dry-3', { fields: least });
  expect([made.status, effectOf(made)]).toEqual([201, 'create']);
  expect(made.body).toMatchObject(nil);
  const erased = await dry('DELETE', `/leads/${id}`);
  expect([erased.status, effectOf(erased), erased.body]).toEqual([204, 'delete', {}]);
  const batch = await dry('POST', '/leads/batch', {
    atomic: true,
    items: [
      { op: 'create', fields: least },
      { op: 'update', id, status: 'won' },
      { op: 'update', id, status: 'lost' },
      { op: 'delete', id },
      { op: 'create', fields: {} },
    ],
  });
  expect([batch.status, effectOf(batch)]).toEqual([200, 'batch']);
  expect(batch.body).toMatchObject({
    results: [
      { status: 201, would: 'create', lead: nil },
      { status: 200, would: 'update', lead: { ...stored1, status: 'won' } },
      { status: 200, would: 'update', lead: { ...stored1, status: 'lost' } },
      { status: 204, would: 'delete' },
      { status: 422, problem: { code: 'invalid_lead' } },
    ],
  });

  expect(await stored()).toEqual(before);
  expect((await v.xyz.get(`/leads/${id}`)).body.version).toBe(1);
});

test('a write that is no dry run has no `Dry-Run`, and its results do not say what would be', async () => {
  const { id } = await v.xyz.lead(least);
  expect(effectOf(await v.xyz.request('PATCH', `/leads/${id}`, { body: { status: 'won' } }))).toBeNull();
  const batch = await v.xyz.post('/leads/batch', { items: [{ op: 'delete', id }] });
  expect([effectOf(batch), batch.body]).toEqual([null, { results: [{ status: 204 }] }]);
});

test('a refused dry run has no `Dry-Run`: only what would succeed has an effect', async () => {
  expect(effectOf(await dry('POST', '/leads', { fields: {} }))).toBeNull();
});

test('a dry run of a refused write is refused: 404, 409, 412, 422', async () => {
  const { id } = await v.xyz.lead(least, { external_id: 'dry-taken' });
  const hidden = await v.nordic.lead(least);
  expect((await dry('PATCH', `/leads/${hidden.id}`, { status: 'won' })).status).toBe(404);
  expect((await dry('DELETE', `/leads/${hidden.id}`)).status).toBe(404);
  expect((await dry('POST', '/leads', { external_id: 'dry-taken', fields: least })).status).toBe(409);
  expect((await dry('PATCH', `/leads/${id}`, { status: 'won' }, { 'if-match': '"9"' })).status).toBe(412);
  expect((await dry('POST', '/leads', { fields: {} })).status).toBe(422);
});

test.each(['yes', '2', ''])('dry_run=%s is neither true nor false: 400, and nothing is written', async (value) => {
  const before = await stored();
  const answer = await v.xyz.request('POST', '/leads', { query: { dry_run: value }, body: { fields: least } });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ parameter: 'dry_run' }] } });
  expect(await stored()).toEqual(before);
});

test('dry_run=false writes', async () => {
  const answer = await v.xyz.request('POST', '/leads', { query: { dry_run: 'false' }, body: { fields: least } });
  expect(answer.status).toBe(201);
});
