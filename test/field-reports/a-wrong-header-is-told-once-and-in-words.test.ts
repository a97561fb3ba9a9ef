/** A header with a wrong form gets 400 `invalid_header`, with one error in words, together with all other mistakes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Member;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const key = '`Idempotency-Key` must be 1 to 255 visible ASCII characters, such as a UUID.';
const wrongKeys = ['', ' ', 'a b', '"', '""', 'x'.repeat(256), 'æ'];

test.each(wrongKeys)('Idempotency-Key: %j', async (value) => {
  const headers = { 'idempotency-key': value };
  const leads = `/campaigns/${v.campaign.slug}/leads`;
  for (const query of ['', '?dry_run=true'])
    for (const { status, body } of [
      await v.xyz.request('POST', `/leads${query}`, { headers, body: { fields: least } }),
      await v.xyz.request('PUT', `/external-ids/a${query}`, { headers, body: { fields: least } }),
      await v.xyz.request('POST', `/leads/batch${query}`, { headers, body: { items: [] } }),
      await member.call(`POST ${leads}${query}`, { headers, body: { fields: { ...least, source: 'vendor-xyz' } } }),
    ])
      expect([status, body]).toEqual([
        400,
        expect.objectContaining({
          code: 'invalid_header',
          detail: key,
          errors: [{ parameter: 'Idempotency-Key', code: 'format', detail: key }],
        }),
      ]);
  expect((await v.xyz.get('/leads/count')).body.count).toBe(0);
});

test('other mistakes are reported with it', async () => {
  const headers = { 'idempotency-key': '' };
  const { status, body } = await v.xyz.request('POST', '/leads?dry_run=perhaps', { headers, body: { fields: {} } });
  expect(status).toBe(400);
  expect(errorsOf({ body })).toEqual([
    '/fields/email required',
    '/fields/name required',
    'Idempotency-Key format',
    'dry_run type',
  ]);
});

test.each([
  ['"7"', 409],
  ['W/"1"', 409],
  ['"abc"', 409],
  ['""', 409],
  ['"7", "8"', 409],
  ['*', 200],
  ['"CURRENT"', 200],
  ['"7", "CURRENT"', 200],
  [', "CURRENT" ,', 200],
  ['abc', 400],
  ['7', 400],
  ['"7" "8"', 400],
  ['', 400],
])('If-Match: %s on a definition is read as the Lead API reads it: %i', async (value, status) => {
  const path = `/campaigns/${v.campaign.slug}`;
  const current = (await member.call(`GET ${path}`)).headers.get('etag')?.slice(1, -1) ?? '';
  const headers = { 'If-Match': value.replaceAll('CURRENT', current) };
  const told = [
    await member.call(`PATCH ${path}`, { headers, body: { name: v.campaign.name } }),
    await member.call(`PATCH ${path}/fields/name`, { headers, body: { label: 'Name' } }),
    await member.call(`PATCH ${path}/statuses/won`, { headers, body: {} }),
  ];

  expect(told.map((one) => one.status)).toEqual([status, status, status]);
  for (const { body } of told) {
    if (status === 409) expect(body).toMatchObject({ code: 'stale', revision: Number(current) });
    if (status !== 400) continue;
    const detail = '`If-Match` must be `*` or tags such as `"7"`.';
    expect(body).toMatchObject({ code: 'invalid_header', errors: [{ parameter: 'If-Match', code: 'format', detail }] });
  }
});
