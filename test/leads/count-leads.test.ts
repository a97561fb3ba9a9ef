/** `countLeads`: the number of what the list has, exact up to the bound, and refused where the list is. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/ids/ids.ts';
import { seedLeads } from '../../src/leads/store/insert-leads.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
  for (const zip of ['5000', '5500', '6000'])
    await v.xyz.lead({ ...least, zip }, { status: zip > '5500' ? 'won' : 'new' });
  await v.nordic.lead({ ...least, zip: '5000' });
});
afterAll(() => v.stop());

const counted = async (query: Record<string, string>) => (await v.xyz.get('/leads/count', query)).body;

test('200: the count is that of the list with the same parameters', async () => {
  expect(await counted({})).toEqual({ count: 3, exact: true });
  expect(await counted({ status: 'new' })).toEqual({ count: 2, exact: true });
  expect(await counted({ 'fields.zip.gte': '5500', 'created_at.gte': '2026-01-01T00:00:00Z' })).toMatchObject({
    count: 2,
  });
  expect(await counted({ 'updated_at.lt': '2026-01-01T00:00:00Z' })).toMatchObject({ count: 0 });
  expect((await v.broad.get('/leads/count', { 'fields.zip': '5000' })).body).toEqual({ count: 2, exact: true });
});

test('200: counting stops at 10,000 and says so', async () => {
  const leads = Array.from({ length: 10_001 }, (_, i) => ({
    id: newId(),
    createdAt: Date.now(),
    status: 'lost',
    externalId: null,
    values: { ...least, source: i === 0 ? 'nordic-leads' : 'vendor-xyz' },
  }));
  await seedLeads(v.db, v.campaign, { kind: 'system', id: null }, leads);

  expect(await counted({ status: 'lost' })).toEqual({ count: 10_000, exact: true });
  expect(await counted({})).toEqual({ count: 10_000, exact: false });
});

test('400: neither page nor order nor an unknown parameter is taken', async () => {
  const answer = await v.xyz.get('/leads/count', { limit: 1, cursor: 'x', sort: 'created_at', 'fields.notes': 'x' });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_parameter' } });
  expect(errorsOf(answer)).toEqual(['cursor unknown', 'fields.notes unknown', 'limit unknown', 'sort unknown']);
});

test('405: the methods of a lead do not exist here', async () => {
  for (const method of ['PATCH', 'DELETE', 'POST', 'PUT']) {
    const answer = await v.xyz.request(method, '/leads/count', { body: {} });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  }
});
