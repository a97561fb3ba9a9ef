/**
 * Line 7: `If-Match` tells nothing of a hidden lead: 404 comes before 412, and a lead's version is no way to find it.
 * Idempotency keys of another token come with their operation.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

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

test('on a visible lead a stale one is 412, also where the change would be out of scope or taken', async () => {
  const { id } = await v.xyz.lead(least);
  await v.xyz.lead(least, { external_id: 'taken' });
  const stale = { 'if-match': '"9"' };
  expect((await v.xyz.patch(`/leads/${id}`, { external_id: 'taken' }, stale)).status).toBe(412);
  expect((await v.xyz.delete(`/leads/${id}`, stale)).status).toBe(412);
});
