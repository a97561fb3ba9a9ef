/** `?dry_run=true`: everything is checked, the answer says what would be, and nothing is written. */
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

test('each write tells what it would do, and does nothing', async () => {
  const { id } = await v.xyz.lead(least, { external_id: 'dry-1' });
  const before = await stored();

  const created = await dry('POST', '/leads', { external_id: 'dry-2', fields: { ...least, phone: '20 12 34 56' } });
  expect(created).toMatchObject({
    status: 200,
    body: {
      dry_run: true,
      would: 'create',
      lead: { status: 'new', external_id: 'dry-2', fields: { source: 'vendor-xyz', phone: '+4520123456' } },
    },
  });
  expect(created.headers.get('location')).toBeNull();
  expect((await dry('PATCH', `/leads/${id}`, { status: 'won' })).body).toMatchObject({
    would: 'update',
    lead: { status: 'won', external_id: 'dry-1' },
  });
  expect((await dry('PATCH', `/leads/${id}`, { status: 'new' })).body).toMatchObject({ would: 'nothing' });
  expect((await dry('PUT', '/external-ids/dry-1', { status: 'won' })).body).toMatchObject({ would: 'update' });
  expect((await dry('PUT', '/external-ids/dry-3', { fields: least })).body).toMatchObject({ would: 'create' });
  expect((await dry('DELETE', `/leads/${id}`)).body).toEqual({ dry_run: true, would: 'delete', lead: null });
  const batch = await dry('POST', '/leads/batch', {
    atomic: true,
    items: [
      { op: 'create', fields: least },
      { op: 'update', id, status: 'won' },
      { op: 'delete', id },
      { op: 'create', fields: {} },
    ],
  });
  expect(batch).toMatchObject({
    status: 200,
    body: {
      dry_run: true,
      results: [
        { status: 201, would: 'create' },
        { status: 200, would: 'update' },
        { status: 204, would: 'delete', lead: null },
        { status: 422, problem: { code: 'invalid_lead' } },
      ],
    },
  });

  expect(await stored()).toEqual(before);
  expect((await v.xyz.get(`/leads/${id}`)).body.version).toBe(1);
});

test('what would be refused is refused: 404, 409, 412, 422', async () => {
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
