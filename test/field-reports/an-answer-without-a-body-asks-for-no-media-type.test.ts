/**
 * A response without a body is not refused because of `Accept` (RFC 9110, 12.5.1). An empty `Content-Encoding` names no
 * coding (5.6.1).
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Member;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const plain = { accept: 'text/plain' };

test('a deletion is made whatever `Accept` says', async () => {
  const lead = () => v.xyz.lead(least);
  expect((await v.xyz.delete(`/leads/${(await lead()).id}`, plain)).status).toBe(204);
  const leads = `/campaigns/${v.campaign.slug}/leads`;
  expect((await member.call(`DELETE ${leads}/${(await lead()).id}`, { headers: plain })).status).toBe(204);
  expect((await member.call(`DELETE /campaigns/${v.campaign.slug}/fields/notes`, { headers: plain })).status).toBe(204);
  expect((await member.call('DELETE /session', { headers: plain })).status).toBe(204);
});

test('a dry run has no body either; a deletion of a missing lead gets a problem', async () => {
  const { id } = await v.xyz.lead(least);
  expect((await v.xyz.request('DELETE', `/leads/${id}?dry_run=1`, { headers: plain })).status).toBe(204);
  const missing = await v.xyz.delete('/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80', plain);
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, expect.stringContaining('problem+json')]);
});

test('an empty Content-Encoding counts as absent', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': '' };
  const raw = JSON.stringify({ fields: least });
  expect((await v.xyz.request('POST', '/leads', { raw, headers })).status).toBe(201);
});

test('the response to an unsupported media type lists the supported ones', async () => {
  const { id } = await v.xyz.lead(least);
  const headers = { 'content-type': 'text/plain' };
  const patched = await v.xyz.request('PATCH', `/leads/${id}`, { raw: 'x', headers });
  const types = 'application/json, application/merge-patch+json';
  expect([patched.status, patched.headers.get('accept-patch'), patched.headers.get('accept')]).toEqual([
    415,
    types,
    types,
  ]);
  const posted = await v.xyz.request('POST', '/leads', { raw: 'x', headers });
  expect([posted.status, posted.headers.get('accept-patch'), posted.headers.get('accept')]).toEqual([
    415,
    null,
    'application/json',
  ]);
  const other = await signUpMember(v.server, v.accountId, 'admin');
  const field = await other.call(`PATCH /campaigns/${v.campaign.slug}/fields/name`, {
    body: {},
    headers: { 'Content-Type': 'text/plain' },
  });
  expect([field.status, field.headers.get('accept-patch')]).toEqual([415, 'application/json']);
  const options = await fetch(`${v.server.url}/v1/campaigns/solar-test/leads/${id}`, { method: 'OPTIONS' });
  expect(options.headers.get('accept-patch')).toBe(types);
});
