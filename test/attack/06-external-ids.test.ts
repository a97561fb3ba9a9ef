/**
 * Line 6: the external id of a hidden lead neither blocks nor shows. Upsert and duplicate rules come with their operations;
 * history and feed are in a file of their own.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

test('two vendors have a lead each under the same external id', async () => {
  const first = await v.nordic.lead(least, { external_id: 'A-1' });
  const second = await v.xyz.lead(least, { external_id: 'A-1' });

  expect((await v.nordic.get('/leads', { external_id: 'A-1' })).body.data.map((l) => l.id)).toEqual([first.id]);
  expect((await v.xyz.get('/leads', { external_id: 'A-1' })).body.data.map((l) => l.id)).toEqual([second.id]);
  expect((await v.broad.get('/leads', { external_id: 'A-1' })).body.data).toHaveLength(2);
});

test('a change takes the external id of a hidden lead, and not that of a visible one', async () => {
  await v.nordic.lead(least, { external_id: 'B-1' });
  await v.xyz.lead(least, { external_id: 'B-2' });
  const { id } = await v.xyz.lead(least);

  expect((await v.xyz.patch(`/leads/${id}`, { external_id: 'B-1' })).status).toBe(200);
  expect(await v.xyz.patch(`/leads/${id}`, { external_id: 'B-2' })).toMatchObject({
    status: 409,
    body: { code: 'external_id_taken' },
  });
});

test('who sees both is refused a third', async () => {
  const fields = { ...least, source: 'nordic-leads' };
  await v.nordic.lead(least, { external_id: 'C-1' });
  expect((await v.whole.post('/leads', { external_id: 'C-1', fields })).status).toBe(409);
});

test('setting the external id that the lead has already is no conflict', async () => {
  const { id } = await v.xyz.lead(least, { external_id: 'D-1' });
  expect((await v.xyz.patch(`/leads/${id}`, { external_id: 'D-1' })).body.version).toBe(1);
});
