/**
 * Forms: `createLead` and `upsertLead` as `application/x-www-form-urlencoded`, as Zapier, Make, PHP and HTML send them, with
 * the problems of the JSON at the same pointers.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (raw: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = form) =>
  v.xyz.request('POST', '/leads', { raw, headers });
const name = 'fields.name=Anna+Jensen&fields.email=anna%40example.com';

describe('what clients really send', () => {
  test.each([
    // Written after how each is known to make a form of a map of names to values; not recorded from a live one.
    [
      'an HTML form',
      'fields.name=Anna+Jensen&fields.email=anna%40example.com&fields.owns_home=on&fields.zip=&fields.interests=battery&fields.interests=charger',
    ],
    [
      "PHP's http_build_query, flat",
      'fields.name=Anna+Jensen&fields.email=anna%40example.com&fields.owns_home=1&fields.interests%5B0%5D=battery&fields.interests%5B1%5D=charger',
    ],
    [
      "PHP's http_build_query, nested",
      'fields%5Bname%5D=Anna+Jensen&fields%5Bemail%5D=anna%40example.com&fields%5Bowns_home%5D=1&fields%5Binterests%5D%5B0%5D=battery&fields%5Binterests%5D%5B1%5D=charger',
    ],
    [
      'Zapier',
      'fields.name=Anna%20Jensen&fields.email=anna%40example.com&fields.owns_home=True&fields.interests=battery&fields.interests=charger&fields.notes=',
    ],
    [
      'Make',
      'fields.name=Anna%20Jensen&fields.email=anna%40example.com&fields.owns_home=true&fields.interests%5B%5D=battery&fields.interests%5B%5D=charger',
    ],
  ])('%s', async (_name, raw) => {
    const answer = await post(raw);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        status: 'new',
        fields: {
          name: 'Anna Jensen',
          email: 'anna@example.com',
          owns_home: true,
          interests: ['battery', 'charger'],
          source: 'vendor-xyz',
          zip: null,
          notes: null,
        },
      },
    });
  });
});

test('every type arrives as its JSON would', async () => {
  const fields = {
    ...least,
    phone: '20 12 34 56',
    zip: '5000',
    roof_area: 12.5,
    household_size: 4,
    owns_home: false,
    visit_date: '2026-12-01',
    callback_at: '2026-12-01T10:00:00+01:00',
    website: 'https://example.com/?a=b&c=d',
    roof_type: 'tile',
    interests: ['battery'],
    notes: 'æøå + 100 %\nnext line 😀',
  };
  const pairs = Object.entries(fields).flatMap(([key, value]) =>
    [value].flat().map((one): [string, string] => [`fields.${key}`, String(one)]),
  );
  const raw = new URLSearchParams([['status', 'contacted'], ['external_id', 'form-1'], ...pairs]).toString();
  const asForm = await post(raw);
  const asJson = await v.xyz.post('/leads', { status: 'contacted', external_id: 'form-2', fields });
  expect(asForm.status).toBe(201);
  expect(asForm.body).toMatchObject({ status: 'contacted', external_id: 'form-1' });
  expect(asForm.body.fields).toEqual(asJson.body.fields);
});

test('the problems of a form stand at the pointers of the JSON, all at once', async () => {
  const answer = await post(
    'status=nonsense&fields.email=x&fields.household_size=three&fields.roof_area=0.5&fields.interests=boat&fields.owns_home=maybe&fields.nam=A&fields[nope]=A&colour=red&fields.source=nordic-leads&fields.zip=1&fields.zip=2',
  );
  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_lead' } });
  expect(errorsOf(answer).toSorted()).toEqual([
    '/colour unknown',
    '/fields/email format',
    '/fields/household_size type',
    '/fields/interests/0 not_allowed',
    '/fields/nam unknown',
    '/fields/name required',
    '/fields/nope unknown',
    '/fields/owns_home type',
    '/fields/roof_area minimum',
    '/fields/source pinned',
    '/fields/zip repeated',
    '/status not_allowed',
  ]);
  expect(answer.text).not.toMatch(/without quotes|website"/);
});

test('an empty form lacks what a new lead needs; an empty value is no value', async () => {
  expect(errorsOf(await post('fields.name=&fields.email=')).toSorted()).toEqual([
    '/fields/email required',
    '/fields/name required',
  ]);
  expect(errorsOf(await post('status=new')).toSorted()).toEqual(['/fields/email required', '/fields/name required']);
});

test('an upsert takes a form too, and an empty value changes nothing', async () => {
  const put = (raw: string) => v.xyz.request('PUT', '/external-ids/form%2F9', { raw, headers: form });
  expect(await put(`${name}&fields.zip=5000`)).toMatchObject({ status: 201, body: { external_id: 'form/9' } });
  expect(await put('status=won&fields.zip=')).toMatchObject({
    status: 200,
    body: { status: 'won', fields: { zip: '5000' } },
  });
  expect(errorsOf(await put('external_id=other'))).toEqual(['/external_id unknown']);
});

test('a form that is repeated under one key makes one lead; a dry run makes no lead', async () => {
  const headers = { ...form, 'idempotency-key': 'a-form' };
  const first = await post(name, headers);
  expect((await post(name, headers)).text).toBe(first.text);
  const dry = await v.xyz.request('POST', '/leads', { query: { dry_run: 'true' }, raw: name, headers: form });
  expect([dry.status, dry.headers.get('dry-run')]).toEqual([201, 'create']);
});

test.each([
  ['a broken percent-encoding', `${name}&fields.notes=%zz`],
  ['a percent-encoding that is no UTF-8', `${name}&fields.notes=%ff%fe`],
  ['bytes that are no UTF-8', new Uint8Array([0x61, 0x3d, 0xff])],
])('%s is malformed: 400, and nothing is written', async (_name, raw) => {
  const count = async () => (await sql<{ n: string }>`select count(*) as n from leads`.execute(v.db)).rows[0]?.n;
  const before = await count();
  expect(await post(raw)).toMatchObject({ status: 400, body: { code: 'malformed_body' } });
  expect(await count()).toBe(before);
});

test.each([
  '__proto__=x',
  'fields.__proto__=x',
  'fields[__proto__]=x',
  'constructor=1',
  'fields=x',
  'fields.=x',
  '=x',
  'fields[name][first]=x',
])('the name in %s is unknown, and harmless', async (pair) => {
  const answer = await post(`${name}&${pair}`);
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: expect.stringMatching(/unknown|type/) }] } });
});

test('an operation that takes no form says which media types it takes', async () => {
  const { id } = await v.xyz.lead(least);
  const answer = await v.xyz.request('PATCH', `/leads/${id}`, { raw: 'status=won', headers: form });
  expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  expect(answer.body.detail).toContain('application/merge-patch+json');
});
