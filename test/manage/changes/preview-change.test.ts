/**
 * Previews of changes: which accepted requests of a token would be refused, and why. Nothing is changed, and nothing personal
 * is kept.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { TestToken } from '../../support/campaigns.ts';
import type { Client as Vendor } from '../../support/client.ts';
import { type Client as Member, signUpMember } from '../../support/manage.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let admin: Member;
let path: string;
let token: TestToken;
let vendor: Vendor;
let count = 0;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
  path = `/campaigns/${v.campaign.slug}`;
});
afterAll(() => v.stop());
beforeEach(async () => {
  await sql`delete from token_requests`.execute(v.db);
  token = await v.token({ filter: 'Vendor XYZ' });
  vendor = v.client(token);
  count += 1;
});

interface Impact {
  readonly changes: readonly { class: string; sentence: string }[];
  readonly affected: number;
  readonly tokens: readonly {
    token: { id: string };
    changes: readonly { sentence: string }[];
    requests: number;
    refused: number;
    reasons: readonly { operation: string; pointer: string; parameter: string; code: string; requests: number }[];
  }[];
}

async function preview(operation: string, keys: object, body?: unknown, query?: object): Promise<Impact> {
  const change = { operation, path: keys, ...(query && { query }), ...(body !== undefined && { body }) };
  const answer = await admin.call(`POST ${path}/schema/preview`, { body: { change } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as Impact;
}

const field = (key: string, body: object) => preview('updateField', { key }, body);
/** `[requests, refused, reason…]` of the vendor's token. */
function told({ tokens }: Impact, id = token.id): unknown[] {
  const one = tokens.find((impact) => impact.token.id === id);
  if (!one) return ['not concerned'];
  const reasons = one.reasons.map(
    ({ operation, pointer, parameter, code, requests }) =>
      `${operation} ${pointer ?? parameter ?? 'whole'} ${code} ${requests}`,
  );
  return [one.requests, one.refused, ...reasons];
}

const person = () => ({ name: 'Ann Secret', email: `ann-${count}-${Math.random()}@example.com` });

test('a field that becomes required: the requests that lacked it, of the tokens that it concerns', async () => {
  await vendor.lead({ ...person(), roof_type: 'tile' });
  const lead = await vendor.lead(person());
  await vendor.patch(`/leads/${lead.id}`, { fields: { name: 'Bea' } });
  await vendor.patch(`/leads/${lead.id}`, { fields: { roof_type: null } });
  await vendor.post('/leads/batch', {
    items: [
      { op: 'create', fields: person() },
      { op: 'delete', id: lead.id },
    ],
  });
  await vendor.post('/leads', { fields: {} });
  const impact = await field('roof_type', { required: true });
  expect(impact.changes).toEqual([{ class: 'breaking', kind: 'required', sentence: '`roof_type` is now required.' }]);
  expect(told(impact)).toEqual([
    5,
    3,
    'createLead /fields/roof_type required 1',
    'updateLead /fields/roof_type required 1',
    'writeLeads /fields/roof_type required 1',
  ]);
  expect(impact.affected).toBe(1);
  expect(impact.tokens[0]?.token.id).toBe(token.id);
  const { required } = (await admin.call(`GET ${path}/fields`)).body.data.find(
    ({ key }: { key: string }) => key === 'roof_type',
  );
  expect(required).toBe(false);
});

test('limits are tried on the values that leads were given', async () => {
  await vendor.lead({ ...person(), household_size: 9, zip: '5000', notes: 'n'.repeat(60) });
  await vendor.lead({ ...person(), household_size: 3, zip: '9000' });
  expect(told(await field('household_size', { max: 5 }))).toEqual([
    2,
    1,
    'createLead /fields/household_size maximum 1',
  ]);
  expect(told(await field('household_size', { max: 9 }))).toEqual([2, 0]);
  expect(told(await field('zip', { pattern: '^9' }))).toEqual([2, 1, 'createLead /fields/zip pattern 1']);
  expect(told(await field('notes', { max_length: 50 }))).toEqual([2, 1, 'createLead /fields/notes max_length 1']);
  expect(told(await field('name', { description: 'Who it is.' }))).toEqual([2, 0]);
});

test('fields and options that go, in what was written and in what was asked for', async () => {
  await vendor.lead({ ...person(), roof_type: 'flat', interests: ['battery'] });
  await vendor.lead({ ...person(), roof_type: 'tile' });
  await vendor.get('/leads', { 'fields.roof_type': 'flat,tile' });
  await vendor.get('/leads', { 'fields.zip.gte': '5000' });
  await vendor.get('/leads/count');
  const archive = (key: string, value: string) => preview('deleteOption', { key, value });
  expect(told(await archive('roof_type', 'flat'))).toEqual([4, 1, 'createLead /fields/roof_type not_allowed 1']);
  expect(told(await archive('interests', 'battery'))).toEqual([4, 1, 'createLead /fields/interests/0 not_allowed 1']);
  const foreign = { key: 'source', value: 'nordic-leads' };
  expect(told(await preview('deleteOption', foreign, undefined, { force: true }))).toEqual(['not concerned']);
  expect(told(await preview('deleteField', { key: 'zip' }))).toEqual([4, 1, 'listLeads fields.zip.gte unknown 1']);
  expect(told(await preview('deleteField', { key: 'roof_type' }))).toEqual([
    4,
    3,
    'createLead /fields/roof_type unknown 2',
    'listLeads fields.roof_type unknown 1',
  ]);
});

test('a status that goes, and a filter that matches others', async () => {
  await admin.call(`POST ${path}/statuses`, { body: { key: `hot${count}`, label: 'Hot', category: 'open' } });
  await vendor.post('/leads', { status: `hot${count}`, fields: { ...person(), zip: '5000' } });
  await vendor.lead({ ...person(), zip: '9000' });
  const removal = await preview('deleteStatus', { key: `hot${count}` }, undefined, { move_to: 'new' });
  expect(told(removal)).toEqual([2, 1, 'createLead /status not_allowed 1']);
  const filters = (await admin.call(`GET ${path}/filters`)).body.data;
  const { id, condition } = filters.find(({ name }: { name: string }) => name === 'Vendor XYZ');
  const narrowed = { all: [condition, { path: 'fields.zip', op: 'starts_with', value: '5' }] };
  const impact = await preview('updateFilter', { id }, { condition: narrowed });
  expect(told(impact)).toEqual([2, 1, 'createLead whole out_of_scope 1']);
  const other = { path: 'fields.source', op: 'eq', value: 'nordic-leads' };
  // The client never sent the pinned value, so the other value would be filled in instead.
  expect(told(await preview('updateFilter', { id }, { condition: other }))).toEqual([2, 0]);
  const { name, email } = person();
  await vendor.request('POST', '/leads/form', {
    raw: new URLSearchParams({ 'fields.name': name, 'fields.email': email }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(told(await preview('deleteFilter', { id }, undefined, { force: true }))).toEqual([
    3,
    3,
    'createLead whole scope_closed 2',
    'submitLeadForm whole scope_closed 1',
  ]);
});

test('a duplicate check, by what was sent, across tokens where it reaches that far', async () => {
  const nordic = v.client(await v.token({ filter: 'Nordic Leads' }));
  const twice = person();
  await nordic.lead(twice);
  await vendor.lead(twice);
  await vendor.lead({ ...twice, email: twice.email.toUpperCase().replace('@EXAMPLE.COM', '@example.com') });
  await vendor.lead(person());
  const rule = (more: object) =>
    preview('setDuplicateRule', {}, { fields: ['email'], match: 'any', action: 'reject', reach: 'visible', ...more });
  expect(told(await rule({}))).toEqual([3, 1, 'createLead whole duplicate_lead 1']);
  expect(told(await rule({ reach: 'campaign' }))).toEqual([3, 2, 'createLead whole duplicate_lead 2']);
  expect(told(await rule({ action: 'flag' }))).toEqual([3, 0]);
});

test('no value that a person would know is kept, and of an erased lead only its shape counts', async () => {
  const lead = await vendor.lead({ ...person(), roof_type: 'flat', household_size: 9, phone: '+4520123456' });
  await vendor.get('/leads', { 'fields.email': 'ann@example.com' });
  const { rows } = await sql<{ text: string }>`
    select string_agg(sent::text, ' ') as text from token_requests`.execute(v.db);
  expect(told(await field('household_size', { max: 5 }))[1]).toBe(1);
  const kept = await sql<{ text: string }>`select string_agg(sent::text, ' ') as text from token_requests`.execute(
    v.db,
  );
  expect(`${rows[0]?.text} ${kept.rows[0]?.text}`).not.toMatch(/Secret|example\.com|4520123456|: 9\b/);
  expect(kept.rows[0]?.text).toContain('"roof_type": "flat"');
  await vendor.delete(`/leads/${lead.id}`);
  expect(told(await field('household_size', { max: 5 }))[1]).toBe(0);
  expect(told(await preview('deleteOption', { key: 'roof_type', value: 'flat' }))[1]).toBe(1);
  expect(told(await field('language', { required: true, default: null }))[1]).toBe(1);
});

test('nobody is affected, dry runs and refused requests are not counted, and what would be refused anyway is not told', async () => {
  await vendor.request('POST', '/leads', { body: { fields: person() }, query: { dry_run: 'true' } });
  await vendor.post('/leads', { fields: { name: 'x' } });
  const impact = await field('phone', { required: true });
  expect(impact.affected).toBe(0);
  expect(told(impact)).toEqual([0, 0]);
  await vendor.lead({ ...person(), household_size: 9 });
  await admin.call(`PATCH ${path}/fields/household_size`, { body: { max: 8 } });
  expect(told(await field('household_size', { max: 7 }))).toEqual([1, 0]);
  expect((await field('household_size', { label: 'Household' })).affected).toBe(0);
});

test('a change that its operation would refuse is refused; viewers do not try changes', async () => {
  const call = (member: Member, change: object) => member.call(`POST ${path}/schema/preview`, { body: { change } });
  const wrong = await call(admin, { operation: 'updateField', path: { key: 'zip' }, body: { required: 1 } });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/change/body/required']);
  const viewer = await signUpMember(v.server, v.accountId, 'viewer');
  expect((await call(viewer, { operation: 'deleteField', path: { key: 'zip' } })).status).toBe(403);
});

test('tokens that are pinned to options of their own are judged alike, each by its own requests', async () => {
  const nordic = await v.token({ filter: 'Nordic Leads' });
  const other = v.client(nordic);
  for (const [client, source] of [
    [vendor, 'vendor-xyz'],
    [other, 'nordic-leads'],
  ] as const) {
    await client.lead({ ...person(), source });
    await client.lead({ ...person(), roof_type: 'tile' });
    await client.get('/leads', { 'fields.source': source });
  }
  await other.lead(person());
  const impact = await field('roof_type', { required: true });
  expect(told(impact)).toEqual([3, 1, 'createLead /fields/roof_type required 1']);
  expect(told(impact, nordic.id)).toEqual([4, 2, 'createLead /fields/roof_type required 2']);
});
