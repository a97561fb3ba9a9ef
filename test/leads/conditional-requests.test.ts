/**
 * `If-Match` and `If-None-Match` (RFC 9110, 13.1.1, 13.1.2), in the order of 13.2.2, on every operation for one lead: which of them
 * go on, and which are 412, 304 or 404. A refused request changes nothing.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Member;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

type Headers = Record<string, string>;
interface Told {
  readonly status: number;
  readonly headers: globalThis.Headers;
}
type Ask = (lead: { id: string; externalId: string }, headers: Headers) => Promise<Told>;

const patch = { fields: { name: 'Other' } };
const whole = { fields: { ...least, name: 'Other' } };
const leads = () => `/campaigns/${v.campaign.slug}/leads`;

const operations: Record<'GET' | 'PATCH' | 'DELETE' | 'PUT', Ask> = {
  GET: ({ id }, headers) => v.xyz.get(`/leads/${id}`, undefined, headers),
  PATCH: ({ id }, headers) => v.xyz.patch(`/leads/${id}`, patch, headers),
  DELETE: ({ id }, headers) => v.xyz.delete(`/leads/${id}`, headers),
  PUT: ({ externalId }, headers) => v.xyz.request('PUT', `/external-ids/${externalId}`, { body: whole, headers }),
};
const others: Record<string, Ask> = {
  HEAD: ({ id }, headers) => v.xyz.request('HEAD', `/leads/${id}`, { headers }),
  'GET of a member': ({ id }, headers) => member.call(`GET ${leads()}/${id}`, { headers }),
  'PATCH of a member': ({ id }, headers) => member.call(`PATCH ${leads()}/${id}`, { body: patch, headers }),
  'DELETE of a member': ({ id }, headers) => member.call(`DELETE ${leads()}/${id}`, { headers }),
  'PATCH, a dry run': ({ id }, headers) =>
    v.xyz.request('PATCH', `/leads/${id}?dry_run=true`, { body: patch, headers }),
  'DELETE, a dry run': ({ id }, headers) => v.xyz.request('DELETE', `/leads/${id}?dry_run=true`, { headers }),
};

let made = 0;
const newLead = async () => {
  made += 1;
  const externalId = `c-${made}`;
  const { id } = await v.xyz.lead(least, { external_id: externalId });
  return { id, externalId };
};

/** The status for each header: for GET, PATCH, DELETE and PUT of an existing lead, and for PUT of a new one. */
const matrix: readonly (readonly [
  header: Headers,
  get: number,
  patch: number,
  del: number,
  put: number,
  none: number,
])[] = [
  [{}, 200, 200, 204, 200, 201],
  [{ 'if-match': '*' }, 200, 200, 204, 200, 412],
  [{ 'if-match': 'T' }, 200, 200, 204, 200, 412],
  [{ 'if-match': '"1"' }, 200, 200, 204, 200, 412],
  [{ 'if-match': '"1-another"' }, 200, 200, 204, 200, 412],
  [{ 'if-match': '"9"' }, 412, 412, 412, 412, 412],
  [{ 'if-match': '"9-x"' }, 412, 412, 412, 412, 412],
  [{ 'if-match': '"x"' }, 412, 412, 412, 412, 412],
  [{ 'if-match': 'W/T' }, 412, 412, 412, 412, 412],
  [{ 'if-match': '"9", T' }, 200, 200, 204, 200, 412],
  [{ 'if-match': ' , "9" ,, T,' }, 200, 200, 204, 200, 412],
  [{ 'if-match': '"8", "9"' }, 412, 412, 412, 412, 412],
  [{ 'if-match': 'T T' }, 400, 400, 400, 400, 400],
  [{ 'if-match': '1' }, 400, 400, 400, 400, 400],
  [{ 'if-none-match': '*' }, 304, 412, 412, 412, 201],
  [{ 'if-none-match': 'T' }, 304, 412, 412, 412, 201],
  [{ 'if-none-match': 'W/T' }, 304, 412, 412, 412, 201],
  [{ 'if-none-match': '"9", W/T' }, 304, 412, 412, 412, 201],
  // The whole tag is compared: the version alone does not say what the client has.
  [{ 'if-none-match': '"1"' }, 200, 200, 204, 200, 201],
  [{ 'if-none-match': '"1-another"' }, 200, 200, 204, 200, 201],
  [{ 'if-none-match': '"9"' }, 200, 200, 204, 200, 201],
  [{ 'if-none-match': '"8", "9"' }, 200, 200, 204, 200, 201],
  [{ 'if-none-match': 'x' }, 400, 400, 400, 400, 400],
  [{ 'if-match': 'T', 'if-none-match': 'T' }, 304, 412, 412, 412, 412],
  [{ 'if-match': 'T', 'if-none-match': '"9"' }, 200, 200, 204, 200, 412],
  [{ 'if-match': '"9"', 'if-none-match': 'T' }, 412, 412, 412, 412, 412],
  [{ 'if-match': '"9"', 'if-none-match': '"9"' }, 412, 412, 412, 412, 412],
  [{ 'if-match': '*', 'if-none-match': '*' }, 304, 412, 412, 412, 412],
];

/** `T` stands for the tag that a GET gives. */
const sent = (headers: Headers, tag: string) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replaceAll('T', tag)]));

test.each(matrix)(
  '%j on an existing lead: GET %i, PATCH %i, DELETE %i, PUT %i; on a missing one: PUT %i',
  async (...row) => {
    const [headers, ...statuses] = row;
    const told: number[] = [];
    for (const ask of Object.values(operations)) {
      const lead = await newLead();
      const tag = (await v.xyz.get(`/leads/${lead.id}`)).headers.get('etag') ?? '';
      const { status } = await ask(lead, sent(headers, tag));
      told.push(status);
      if (status >= 300) expect((await v.xyz.get(`/leads/${lead.id}`)).headers.get('etag')).toBe(tag);
    }
    made += 1;
    const absent = { id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80', externalId: `absent-${made}` };
    told.push((await operations.PUT(absent, sent(headers, '"1-x"'))).status);

    expect(told).toEqual(statuses);
  },
);

test.each(matrix)('%j on a lead that is hidden or missing is 404, or 400', async (headers, get) => {
  const hidden = await v.nordic.lead(least);
  for (const id of [hidden.id, '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80'])
    for (const method of ['GET', 'PATCH', 'DELETE'] as const)
      expect((await operations[method]({ id, externalId: '' }, sent(headers, '"1-x"'))).status).toBe(
        get === 400 ? 400 : 404,
      );
  expect((await v.nordic.get(`/leads/${hidden.id}`)).body.version).toBe(1);
});

test.each(Object.keys(others))('%s judges them alike', async (name) => {
  const ask = others[name] as Ask;
  const reads = /HEAD|GET/.test(name);
  for (const [headers, ...statuses] of matrix) {
    const lead = await newLead();
    const given = name.includes('member')
      ? await member.call(`GET ${leads()}/${lead.id}`)
      : await v.xyz.get(`/leads/${lead.id}`);
    const expected = reads ? statuses[0] : name.includes('PATCH') ? statuses[1] : statuses[2];
    const { status } = await ask(lead, sent(headers, given.headers.get('etag') ?? ''));
    expect([headers, status]).toEqual([headers, expected]);
  }
});

describe('the tag of a lead', () => {
  const tagOf = async (id: string, headers: Headers = {}) =>
    (await v.xyz.get(`/leads/${id}`, undefined, headers)).headers.get('etag') ?? '';

  test('changes with the version, and is the same from a write and from a read', async () => {
    const created = await v.xyz.post('/leads', { fields: least });
    const { id } = created.body;
    expect(await tagOf(id)).toBe(created.headers.get('etag'));

    const changed = await v.xyz.patch(`/leads/${id}`, patch);
    expect(changed.headers.get('etag')).toMatch(/^"2-/);
    expect(await tagOf(id)).toBe(changed.headers.get('etag'));
  });

  test('differs by what the client accepts, because the encoding differs', async () => {
    const { id } = await v.xyz.lead({ ...least, notes: 'x'.repeat(2_000) });
    const codings = ['identity', 'gzip', 'br', 'gzip, deflate, br'];
    const tags = [];
    for (const coding of codings) {
      const tag = await tagOf(id, { 'accept-encoding': coding });
      tags.push(tag);
      const again = await v.xyz.get(`/leads/${id}`, undefined, { 'accept-encoding': coding, 'if-none-match': tag });
      expect([again.status, again.headers.get('etag'), again.text]).toEqual([304, tag, '']);
      expect(again.headers.get('vary')).toContain('Accept-Encoding');
    }
    expect(new Set(tags).size).toBe(codings.length);
    // A change is made from whichever it was.
    expect((await v.xyz.patch(`/leads/${id}`, patch, { 'if-match': tags[1] ?? '' })).status).toBe(200);
  });

  test('is the tag of its own coding in a repeat', async () => {
    const key = { 'idempotency-key': 'coded' };
    const post = (coding: string) => v.xyz.post('/leads', { fields: least }, { ...key, 'accept-encoding': coding });
    const first = await post('gzip');
    const again = await post('br');

    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const id = first.body.id;
    expect(first.headers.get('etag')).toBe(await tagOf(id, { 'accept-encoding': 'gzip' }));
    expect(again.headers.get('etag')).toBe(await tagOf(id, { 'accept-encoding': 'br' }));
  });

  test('is another for a new lead that names its duplicate: a GET does not name it', async () => {
    const rule = (changes: object) =>
      member.call(`PUT /campaigns/${v.campaign.slug}/duplicate-rule`, { body: changes });
    expect((await rule({ fields: ['email'], match: 'all', action: 'flag', reach: 'visible' })).status).toBe(200);
    const twice = { ...least, email: 'twice@example.com' };
    await v.xyz.lead(twice);
    const { headers, body } = await v.client(v.tokens.xyz).post('/leads', { fields: twice });

    expect(body.duplicate_of).toBeDefined();
    const tag = headers.get('etag') ?? '';
    const again = await v.xyz.get(`/leads/${body.id}`, undefined, { 'if-none-match': tag });
    expect([again.status, again.body.duplicate_of]).toEqual([200, undefined]);
    expect((await v.xyz.patch(`/leads/${body.id}`, patch, { 'if-match': tag })).status).toBe(200);
  });

  test('changes when a field is added: the old one is answered with the lead', async () => {
    const { id } = await v.xyz.lead(least);
    const before = await tagOf(id);
    expect((await v.xyz.get(`/leads/${id}`, undefined, { 'if-none-match': before })).status).toBe(304);

    const field = { key: 'added', label: 'Added', type: 'text' };
    expect((await member.call(`POST /campaigns/${v.campaign.slug}/fields`, { body: field })).status).toBe(201);

    const fresh = v.client(v.tokens.xyz);
    const after = await fresh.get(`/leads/${id}`, undefined, { 'if-none-match': before });
    expect([after.status, after.body.fields.added, after.body.version]).toEqual([200, null, 1]);
    expect((await fresh.patch(`/leads/${id}`, patch, { 'if-match': before })).status).toBe(200);
  });
});

test('a version that no lead can have is 412, also the greatest that may be sent', async () => {
  const { id, external_id } = await v.xyz.lead(least, { external_id: 'greatest' });
  const items = ['update', 'delete'].map((op) => ({ op, id, if_version: 2_147_483_647 }));
  const upsert = { op: 'upsert', external_id, fields: least, if_version: 2_147_483_647 };
  const { status, body } = await v.xyz.post('/leads/batch', { items: [...items, upsert] });
  expect([status, (body.results as { status: number }[]).map((one) => one.status)]).toEqual([200, [412, 412, 412]]);
  for (const headers of [{ 'if-match': '"999999999"' }, { 'if-match': '"2147483647"' }])
    for (const method of ['GET', 'PATCH', 'DELETE', 'PUT'] as const)
      expect((await operations[method]({ id, externalId: 'greatest' }, headers)).status).toBe(412);
});

test('a 304 tells the limits and what may be cached, and no body', async () => {
  const { id } = await v.xyz.lead(least);
  const { headers } = await v.xyz.get(`/leads/${id}`);
  const told = await v.xyz.get(`/leads/${id}`, undefined, { 'if-none-match': headers.get('etag') ?? '' });

  expect([told.status, told.text, told.headers.get('content-type')]).toEqual([304, '', null]);
  for (const name of ['etag', 'ratelimit', 'x-request-id', 'cache-control', 'x-schema-revision'])
    expect(told.headers.get(name)).not.toBeNull();
});
