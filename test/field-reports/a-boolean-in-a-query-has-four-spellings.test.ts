/**
 * Booleans in queries: `true`, `false`, `1`, `0` in any case, read in one place. A dry run in any spelling writes nothing.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Client, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Client;
let id: string;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
  id = (await v.xyz.lead(least, { external_id: 'there' })).id;
});
afterAll(() => v.stop());

const stored = async () =>
  (
    await sql`select (select count(*)::int from leads) as leads, (select coalesce(sum(version), 0)::int from leads) as versions,
      (select count(*)::int from lead_events) as events, (select count(*)::int from idempotency_records) as records`.execute(
      v.db,
    )
  ).rows[0] as { leads: number; events: number };

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const filled = 'fields.name=Kim&fields.email=kim%40example.com';
const whole = { ...least, source: 'vendor-xyz' };
const leads = () => `/campaigns/${v.campaign.slug}/leads`;

/** Every write, with a query. */
const writes = (): Record<string, (query: string) => Promise<{ status: number; body: object; headers: Headers }>> => ({
  createLead: (q) => v.xyz.request('POST', `/leads${q}`, { body: { fields: least } }),
  submitLeadForm: (q) => v.xyz.request('POST', `/leads/form${q}`, { raw: filled, headers: form }),
  submitLeadFormByExternalId: (q) => v.xyz.request('PUT', `/external-ids/new/form${q}`, { raw: filled, headers: form }),
  'createLead, a form': (q) => v.xyz.request('POST', `/leads${q}`, { raw: filled, headers: form }),
  updateLead: (q) => v.xyz.request('PATCH', `/leads/${id}${q}`, { body: { fields: { name: 'Other' } } }),
  'upsertLead, there': (q) =>
    v.xyz.request('PUT', `/external-ids/there${q}`, { body: { fields: { ...least, name: 'Other' } } }),
  'upsertLead, new': (q) => v.xyz.request('PUT', `/external-ids/new${q}`, { body: { fields: least } }),
  'upsertLead, a form': (q) => v.xyz.request('PUT', `/external-ids/new${q}`, { raw: filled, headers: form }),
  writeLeads: (q) => v.xyz.request('POST', `/leads/batch${q}`, { body: { items: [{ op: 'create', fields: least }] } }),
  'writeLeads, atomic': (q) =>
    v.xyz.request('POST', `/leads/batch${q}`, { body: { atomic: true, items: [{ op: 'delete', id }] } }),
  'a broad token creates': (q) => v.broad.request('POST', `/leads${q}`, { body: { fields: whole } }),
  'a member creates': (q) => member.call(`POST ${leads()}${q}`, { body: { fields: whole } }),
  'a member changes': (q) => member.call(`PATCH ${leads()}/${id}${q}`, { body: { fields: { name: 'Other' } } }),
  'a member deletes': (q) => member.call(`DELETE ${leads()}/${id}${q}`),
  deleteLead: (q) => v.xyz.request('DELETE', `/leads/${id}${q}`),
});

const dry = [
  'dry_run=true',
  'dry_run=TRUE',
  'dry_run=True',
  'dry_run=1',
  'dry_run=%31',
  'dry_run=%54rue',
  'dry%5Frun=1',
];
const neither = [
  'dry_run=',
  'dry_run',
  'dry_run=yes',
  'dry_run=2',
  'dry_run=01',
  'dry_run=+1',
  'dry_run=1%20',
  'dry_run=true,',
  'dry_run=true&dry_run=true',
  'dry_run=1&dry_run=0',
  'dry_run=%FF',
  'dry_run[]=1',
  'dry_run%5B0%5D=true',
];

test.each(dry)('?%s writes nothing, in every write operation', async (query) => {
  const before = await stored();

  for (const [name, write] of Object.entries(writes())) {
    const answer = await write(`?${query}`);
    expect([name, answer.headers.get('dry-run')]).toEqual([name, expect.any(String)]);
  }

  expect(await stored()).toEqual(before);
});

test.each(neither)('?%s is refused with 400, and nothing is written', async (query) => {
  const before = await stored();

  for (const [name, write] of Object.entries(writes())) {
    const answer = await write(`?${query}`);
    expect([name, answer.status, answer.body]).toEqual([
      name,
      400,
      expect.objectContaining({ code: 'invalid_parameter' }),
    ]);
  }

  expect(await stored()).toEqual(before);
});

test.each(['dry_run=false', 'dry_run=0', 'dry_run=FALSE'])('?%s writes', async (query) => {
  const before = await stored();

  expect((await v.xyz.request('POST', `/leads?${query}`, { body: { fields: least } })).status).toBe(201);

  const after = await stored();
  expect([after.leads, after.events]).toEqual([before.leads + 1, before.events + 1]);
});

test('a list filtered by a boolean field accepts the same', async () => {
  await v.xyz.lead({ ...least, owns_home: true });
  for (const value of ['true', 'True', '1'])
    expect((await v.xyz.get(`/leads/count?fields.owns_home=${value}`)).body.count).toBe(1);
});

test('the Management API reads its booleans in the same way', async () => {
  const { slug } = v.campaign;
  for (const value of ['true', 'TRUE', '1', 'false', '0'])
    expect((await member.call(`GET /campaigns/${slug}/leads/count?exactly=${value}`)).body).toMatchObject({
      exact: true,
    });
  expect((await member.call(`GET /campaigns/${slug}/leads/count?exactly=yes`)).status).toBe(400);

  // The filters use `source`, so it can only be removed by force.
  const remove = (query: string) => member.call(`DELETE /campaigns/${slug}/fields/source${query}`);
  expect((await remove('?force=0')).body).toMatchObject({ code: 'in_use' });
  expect((await remove('?force=perhaps')).body).toMatchObject({ code: 'invalid_parameter' });
  expect((await remove('?force=1')).status).toBe(204);
});
