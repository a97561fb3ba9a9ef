/** Previews of changes of a token: what changes in its document, which of its accepted requests would be refused, and why. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { TestToken } from '../../support/campaigns.ts';
import type { Client as Vendor } from '../../support/client.ts';
import { type Client as Member, signUp, signUpMember } from '../../support/manage.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let admin: Member;
let token: TestToken;
let vendor: Vendor;
let count = 0;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());
beforeEach(async () => {
  await sql`delete from token_requests`.execute(v.db);
  token = await v.token();
  vendor = v.client(token);
  count = 0;
});

const person = (source = 'vendor-xyz') => {
  count += 1;
  return { name: 'Ann Secret', email: `ann-${count}-${Math.random()}@example.com`, source };
};
const filterId = async (name: string) =>
  (await admin.call(`GET /campaigns/${v.campaign.slug}/filters`)).body.data.find(
    (filter: { name: string }) => filter.name === name,
  ).id as string;

interface Told {
  readonly changes: readonly { class: string; sentence: string }[];
  readonly requests: number;
  readonly refused: number;
  readonly reasons: readonly {
    operation: string;
    pointer: string;
    parameter: string;
    code: string;
    requests: number;
  }[];
}

async function preview(body: object, id = token.id): Promise<Told> {
  const answer = await admin.call(`POST /tokens/${id}/preview`, { body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as Told;
}

/** `[requests, refused, reason…]` */
const told = ({ requests, refused, reasons }: Told) => [
  requests,
  refused,
  ...reasons.map(
    ({ operation, pointer, parameter, code, requests: some }) =>
      `${operation} ${pointer ?? parameter ?? 'whole'} ${code} ${some}`,
  ),
];

test('read only: every kind of write would be refused, and no reading', async () => {
  const lead = await vendor.lead(person());
  await vendor.patch(`/leads/${lead.id}`, { fields: { name: 'Bea' } });
  await vendor.delete(`/leads/${lead.id}`);
  await vendor.get('/leads');
  await vendor.get('/leads', { 'fields.zip': '5000' });
  const impact = await preview({ permission: 'read' });
  expect(told(impact)).toEqual([
    5,
    3,
    'createLead whole insufficient_permission 1',
    'updateLead whole insufficient_permission 1',
    'deleteLead whole insufficient_permission 1',
  ]);
  expect(impact.changes).toEqual([
    {
      class: 'breaking',
      kind: 'permission',
      sentence: 'Leads can no longer be created, changed or deleted with this token.',
    },
  ]);
  expect((await admin.call(`GET /tokens/${token.id}`)).body.permission).toBe('read_write');
});

test('tied to a filter: what would leave it, and lists that ask for others', async () => {
  await vendor.lead(person('vendor-xyz'));
  await vendor.lead(person('nordic-leads'));
  await vendor.get('/leads', { 'fields.source': 'nordic-leads' });
  const impact = await preview({ filter_id: await filterId('Vendor XYZ') });
  expect(told(impact)).toEqual([3, 2, 'createLead /fields/source pinned 1', 'listLeads fields.source not_allowed 1']);
  expect(impact.changes[0]?.class).toBe('breaking');
});

test('a pause refuses all of them; a second pause refuses no more', async () => {
  await vendor.lead(person());
  await vendor.get('/leads');
  expect(told(await preview({ paused: true }))).toEqual([
    2,
    2,
    'createLead whole invalid_token 1',
    'listLeads whole invalid_token 1',
  ]);
  await admin.call(`PATCH /tokens/${token.id}`, { body: { paused: true } });
  expect(told(await preview({ paused: true, permission: 'read' }))).toEqual([2, 0]);
  expect(told(await preview({ paused: false }))).toEqual([2, 0]);
});

test('an end to come refuses nothing that was; one that is over is refused, as when it is set', async () => {
  await vendor.get('/leads');
  expect(told(await preview({ expires_at: '2099-01-01T00:00:00Z' }))).toEqual([1, 0]);
  const past = await admin.call(`POST /tokens/${token.id}/preview`, { body: { expires_at: '2020-01-01T00:00:00Z' } });
  expect([past.status, past.body.errors[0]]).toMatchObject([422, { pointer: '/expires_at', code: 'not_allowed' }]);
  await sql`update tokens set expires_at = now() - interval '1 hour' where id = ${token.id}`.execute(v.db);
  expect(told(await preview({ permission: 'read' }))).toEqual([1, 0]);
});

test('a lower limit: what came in one minute beyond it, by requests and by leads', async () => {
  for (let i = 0; i < 6; i += 1) {
    await vendor.get('/leads/count');
    // A preview writes the log, so that each request has a row of its own.
    await preview({});
  }
  await vendor.post('/leads/batch', { items: [1, 2, 3].map(() => ({ op: 'create', fields: person() })) });
  await vendor.lead(person());
  await preview({});
  // All in one minute of the clock, whenever the test began, because an id begins with its time.
  await sql`
    update token_requests r set at = o.at, id = (left(f.id, 8) || substr(f.id, 9, 6) || lpad(o.place::text, 4, '0') || substr(f.id, 19))::uuid
    from (select id, min(at) over () as at, row_number() over (order by id) as place from token_requests where token_id = ${token.id}) o,
      (select min(id::text) as id from token_requests where token_id = ${token.id}) f
    where r.id = o.id`.execute(v.db);
  const requests = await preview({ rate_limit: { requests_per_minute: 5 } });
  expect(told(requests)).toEqual([
    8,
    3,
    ...['countLeads', 'writeLeads', 'createLead'].map((operation) => `${operation} whole rate_limited 1`),
  ]);
  expect(requests.changes[0]).toMatchObject({ class: 'breaking' });
  expect(told(await preview({ rate_limit: { writes_per_minute: 3 } }))).toEqual([
    8,
    1,
    'createLead whole rate_limited 1',
  ]);
  expect(told(await preview({ rate_limit: { requests_per_minute: 0, writes_per_minute: 0 } }))).toEqual([8, 0]);
  expect(told(await preview({ rate_limit: { requests_per_minute: 8, writes_per_minute: 4 } }))).toEqual([8, 0]);
});

test('a broad token is judged in each campaign that it used', async () => {
  const broad = await v.token({ broad: true });
  const client = v.client(broad);
  await client.lead(person());
  await client.get('/leads');
  expect(told(await preview({ permission: 'read' }, broad.id))).toEqual([
    2,
    1,
    'createLead whole insufficient_permission 1',
  ]);
  const unused = await v.token({ broad: true });
  const impact = await preview({ permission: 'read' }, unused.id);
  expect([told(impact), impact.changes.length > 0]).toEqual([[0, 0], true]);
});

test('the preview refuses every change that the operation itself refuses', async () => {
  const post = async (who: Member, id: string, body: object) =>
    (await who.call(`POST /tokens/${id}/preview`, { body })).status;
  const viewer = await signUpMember(v.server, v.accountId, 'viewer');
  expect(await post(viewer, token.id, { paused: true })).toBe(403);
  expect(await post(await signUp(v.server), token.id, { paused: true })).toBe(404);
  expect(await post(admin, token.id, { filter_id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80' })).toBe(422);
  expect(await post(admin, token.id, { nothing: 1 })).toBe(422);
  await admin.call(`DELETE /tokens/${token.id}`);
  expect(await post(admin, token.id, { paused: true })).toBe(422);
});
