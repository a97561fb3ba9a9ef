/** The 404 for a mistyped address names the nearest address that the caller may use. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Member;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

test.each([
  ['/lead', 'There is no `/lead`. Did you mean `/leads`?'],
  ['/leads/bulk', undefined],
  ['/external-id/A-1', 'There is no `/external-id/A-1`. Did you mean `/external-ids/A-1`?'],
  ['/leads/changes/x', 'There is no `/leads/changes/x`. Did you mean `/leads/changes`?'],
  ['/batch', 'There is no `/batch`. Did you mean `/leads/batch`?'],
  ['/leads//history', 'There is no `/leads//history`.'],
  ['/nothing/like/it', 'There is no `/nothing/like/it`.'],
  ['/v1/campaign', 'There is no `/campaign`. Did you mean `/campaigns`?'],
  ['/v1/leads', 'There is no `/leads`. Did you mean `/campaigns/{slug}/leads`?'],
  [
    '/v1/campaign/solar-test/leads',
    'There is no `/campaign/solar-test/leads`. Did you mean `/campaigns/solar-test/leads`?',
  ],
])('%s', async (path, detail) => {
  const { status, body } = await v.xyz.get(path);
  if (detail === undefined) expect(status).toBe(400);
  else expect([status, body.detail]).toEqual([404, detail]);
});

test('a reading token gets no suggestion that it may not use', async () => {
  const reader = v.client(await v.token({ filter: 'Vendor XYZ', permission: 'read' }));
  expect((await reader.get('/external-id/A-1')).body.detail).toBe('There is no `/external-id/A-1`.');
});

test('a client without a token gets no suggestion; members get one', async () => {
  expect((await v.client(undefined).get('/lead')).status).toBe(401);
  expect((await member.call('GET /campaign')).body.detail).toBe('There is no `/campaign`. Did you mean `/campaigns`?');
  expect((await member.call('GET /campaigns/solar-test/field')).body.detail).toBe(
    'There is no `/campaigns/solar-test/field`. Did you mean `/campaigns/solar-test/fields`?',
  );
});
