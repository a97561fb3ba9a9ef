/** Line 11: bodies made to break their reader. Each gets a clear problem, never a 5xx, and nothing is half-written. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { signUpMember } from '../../support/manage.ts';
import { errorsOf, least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let id: string;
beforeAll(async () => {
  v = await startVendors();
  id = (await v.xyz.lead(least)).id;
});
afterAll(() => v.stop());

const json = { 'content-type': 'application/json' };
const state = async () =>
  (
    await sql<{
      s: string;
    }>`select (select count(*) from leads) || ' ' || (select count(*) from lead_events) as s`.execute(v.db)
  ).rows[0]?.s;
const lead = (more: string) => `{"fields":{"name":"A","email":"a@example.com"${more}}}`;
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );

const refused: [string, number, string, string | Uint8Array<ArrayBuffer>][] = [
  ['2 MiB', 413, 'body_too_large', lead(`,"notes":"${'a'.repeat(2 ** 21)}"`)],
  ['70,000 fields', 413, 'body_too_large', lead(Array.from({ length: 70_000 }, (_, i) => `,"k${i}":1`).join(''))],
  [
    '70,000 members beside fields',
    413,
    'body_too_large',
    `{${Array.from({ length: 70_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
  ],
  [
    '10,000 levels of lists in a field',
    422,
    'invalid_lead',
    lead(`,"notes":${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  ],
  ['10,000 levels of objects', 422, 'invalid_lead', `${'{"fields":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['200,000 levels', 413, 'body_too_large', lead(`,"notes":${'['.repeat(200_000)}${']'.repeat(200_000)}`)],
  ['__proto__ as a field', 422, 'invalid_lead', lead(',"__proto__":{"source":"nordic-leads"}')],
  ['__proto__ beside fields', 422, 'invalid_lead', '{"__proto__":{"fields":{"name":"A","email":"a@example.com"}}}'],
  ['constructor and prototype', 422, 'invalid_lead', lead(',"constructor":{"prototype":{"x":1}}')],
  ['hasOwnProperty and toString', 422, 'invalid_lead', lead(',"hasOwnProperty":1,"toString":1')],
  ['a member named twice', 400, 'malformed_body', lead(',"name":"B"')],
  ['1e400', 422, 'invalid_lead', lead(',"roof_area":1e400')],
  ['-1e400', 422, 'invalid_lead', lead(',"household_size":-1e400')],
  ['2^53+1 for an integer', 422, 'invalid_lead', lead(',"household_size":9007199254740993')],
  ['NUL in a text', 422, 'invalid_lead', lead(',"notes":"a\\u0000b"')],
  ['NUL in a text with a pattern', 422, 'invalid_lead', lead(',"zip":"5000\\u0000"')],
  ['NUL in an e-mail address', 422, 'invalid_lead', '{"fields":{"name":"A","email":"a\\u0000@example.com"}}'],
  ['NUL in an address', 422, 'invalid_lead', lead(',"website":"https://example.com/\\u0000"')],
  [
    'NUL in an external id',
    422,
    'invalid_lead',
    '{"external_id":"a\\u0000","fields":{"name":"A","email":"a@example.com"}}',
  ],
  ['NUL in a status', 422, 'invalid_lead', '{"status":"new\\u0000","fields":{"name":"A","email":"a@example.com"}}'],
  ['NUL in an option', 422, 'invalid_lead', lead(',"interests":["battery\\u0000"]')],
  ['NUL in a key', 422, 'invalid_lead', lead(',"a\\u0000":1')],
  ['half a surrogate pair', 422, 'invalid_lead', lead(',"notes":"a\\ud800b"')],
  ['the other half in a key', 422, 'invalid_lead', lead(',"\\udc00":1')],
  ['invalid UTF-8', 400, 'malformed_body', bytes('{"fields":{"name":"', [0xff, 0xfe], '"}}')],
  ['an overlong slash', 400, 'malformed_body', bytes('{"fields":{"name":"', [0xc0, 0xaf], '"}}')],
  ['a surrogate in UTF-8', 400, 'malformed_body', bytes('{"fields":{"name":"', [0xed, 0xa0, 0x80], '"}}')],
  ['UTF-16', 400, 'malformed_body', new Uint8Array(Buffer.from(lead(''), 'utf16le'))],
  ['a list', 422, 'invalid_lead', '[]'],
  ['a list as fields', 422, 'invalid_lead', '{"fields":[]}'],
  ['null', 422, 'invalid_lead', 'null'],
  ['null as fields', 422, 'invalid_lead', '{"fields":null}'],
  ['a text', 422, 'invalid_lead', '"x"'],
  ['a number', 422, 'invalid_lead', '0'],
  ['an empty object', 422, 'invalid_lead', '{}'],
  ['spaces alone', 400, 'malformed_body', '   '],
  ['NaN', 400, 'malformed_body', lead(',"roof_area":NaN')],
  ['a comma too many', 400, 'malformed_body', '{"fields":{},}'],
  ['a comment', 400, 'malformed_body', '{"fields":{}/* */}'],
  ['two values', 400, 'malformed_body', `${lead('')}${lead('')}`],
  ['a form', 400, 'malformed_body', 'fields.name=A'],
];

test.each(refused)('%s: %i %s', async (_name, status, code, raw) => {
  const before = await state();
  const began = process.cpuUsage();

  const answer = await v.xyz.request('POST', '/leads', { raw, headers: json });

  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.text.length).toBeLessThan(40_000);
  // Processor time, because others may use the processor too. The service runs in this process.
  expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
  expect(await state()).toBe(before);
});

test.each(refused)('%s as a change is refused too', async (_name, status, _code, raw) => {
  const answer = await v.xyz.request('PATCH', `/leads/${id}`, { raw, headers: json });
  // A change may be empty.
  if (raw === '{}' || raw === '{"fields":{}}') expect(answer.status).toBe(200);
  else expect(answer.status).toBe(status);
  expect((await v.xyz.get(`/leads/${id}`)).body.version).toBe(1);
});

test('a byte order mark is passed over', async () => {
  expect((await v.xyz.request('POST', '/leads', { raw: `\ufeff${lead('')}`, headers: json })).status).toBe(201);
});

test('-0 is stored as 0, and what fits a double is kept', async () => {
  const answer = await v.whole.post('/leads', { fields: { ...least, source: 'vendor-xyz', roof_area: 1.1 } });
  expect(answer.body.fields.roof_area).toBe(1.1);
  const signed = await v.xyz.request('POST', '/leads', {
    raw: lead(',"household_size":1.0,"roof_area":1e0'),
    headers: json,
  });
  expect(signed.body.fields).toMatchObject({ household_size: 1, roof_area: 1 });
});

test.each([
  ['none', undefined],
  ['text/plain', 'text/plain'],
  ['application/xml', 'application/xml'],
  ['multipart', 'multipart/form-data; boundary=x'],
  ['another charset', 'application/json; charset=latin1'],
  ['nonsense', ';;;'],
  ['a merge patch', 'application/merge-patch+json'],
])('a new lead with the content type %s is 415', async (_name, type) => {
  // fetch sets no media type for a body of bytes.
  const raw = new Uint8Array(Buffer.from(lead('')));
  const answer = await v.xyz.request('POST', '/leads', {
    raw,
    headers: type === undefined ? {} : { 'content-type': type },
  });
  expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
});

test.each(['application/json', 'application/json;charset=UTF-8', 'Application/JSON; Charset="utf-8"'])(
  'a new lead as %s is taken',
  async (type) => {
    expect((await v.xyz.request('POST', '/leads', { raw: lead(''), headers: { 'content-type': type } })).status).toBe(
      201,
    );
  },
);

test('a form that repeats one name tens of thousands of times is soon refused with that reason', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = (raw: string) => v.xyz.request('POST', '/leads', { raw, headers: form });
  const once = await post('fields.name=a&'.repeat(20_000));
  expect([once.status, errorsOf(once)]).toEqual([422, ['/fields/email required', '/fields/name repeated']]);
  // The same list in many spellings.
  const spellings = Array.from(
    { length: 10_000 },
    (_, i) => `fields.interests[${i}]=battery&fields[interests][${i}]=battery`,
  );
  expect((await post(`${spellings.join('&')}&fields.name=A&fields.email=a@example.com`)).status).toBe(201);
  // This once took a minute, during which no other request was answered.
});

test('a batch, and a list of options, of thousands of wrong entries are soon refused with that reason', async () => {
  const entries = `[${'[],'.repeat(9_000)}[]]`;
  const batch = await v.xyz.request('POST', '/leads/batch', { raw: `{"items":${entries}}`, headers: json });
  expect([batch.status, errorsOf(batch)[0], errorsOf(batch).length]).toEqual([422, '/items max_items', 1]);
  const viewer = await signUpMember(v.server, v.accountId, 'viewer');
  const select = await viewer.call(`POST /campaigns/${v.campaign.slug}/selects`, {
    body: { key: 'many', label: 'Many', options: JSON.parse(entries) },
  });
  expect([select.status, select.body.errors?.length]).toEqual([422, 100]);
});

test('a text of a million characters, escaped or not, is refused as too long; an item with a longer one is refused unread', async () => {
  for (const unit of ['aa', '\\n', '\\"']) {
    const batch = (times: number) => `{"items":[{"op":"create","fields":{"name":"${unit.repeat(times)}"}}]}`;
    const answer = await v.xyz.request('POST', '/leads/batch', { raw: batch(500_000), headers: json });
    expect([unit, answer.status, (answer.body.results as { status: number }[])[0]?.status]).toEqual([unit, 200, 422]);
    const longer = await v.xyz.request('POST', '/leads/batch', { raw: batch(5_000_000), headers: json });
    expect(longer).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  }
});

test('a hundred of very many wrong values are reported, and the rest is left out', async () => {
  const many = Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [`k${i}`, 1]));
  const answer = await v.xyz.post('/leads', { ...many, fields: { ...least, ...many } });
  expect(answer.status).toBe(422);
  expect(errorsOf(answer).length).toBeLessThanOrEqual(100);
});

test('a batch of many million values is refused for that, soon; a large one that is honest is taken', async () => {
  const send = (raw: string) => v.xyz.request('POST', '/leads/batch', { raw, headers: json });
  const items = (one: string, times: number) => `{"items":[],"x":[${`${one},`.repeat(times)}1]}`;
  for (const one of ['[]', '{}', '1', '"a"'])
    expect(await send(items(one, 3_000_000))).toMatchObject({
      status: 413,
      body: { code: 'body_too_large', detail: 'The body has more than 10,000 entries in one list.' },
    });
  const members = (count: number) => Array.from({ length: count }, (_, i) => `"k${i}":1`).join(',');
  expect(await send(`{"items":[{${members(400_000)}}]}`)).toMatchObject({
    status: 413,
    body: { code: 'body_too_large', detail: 'The body has more than 5,000 members in one object.' },
  });
  expect((await send(`{"items":[{${members(5_000)}}]}`)).status).toBe(200);
  const twice = await send(`{"items":[{${members(4_000)},"k7":2}]}`);
  expect(twice).toMatchObject({ status: 400, body: { detail: 'The body names the member `k7` twice in one object.' } });
});

test('texts that are far too long for their field are refused as such, and refuse no other item', async () => {
  const long = (unit: string, times: number) => unit.repeat(times);
  const items = [
    { email: long('a.', 400_000) },
    { email: `${long('a', 400_000)}@example.com` },
    { website: `http://${long('a:', 400_000)}` },
    { website: `http://${long('1.', 400_000)}` },
    { callback_at: long('t', 400_000) },
    { visit_date: long(' ', 400_000) },
    { roof_type: long('x', 400_000) },
  ].map((fields) => ({ op: 'create', fields: { ...least, ...fields } }));
  const answer = await v.xyz.post('/leads/batch', { items: [...items, { op: 'create', fields: least }] });
  const results = answer.body.results as { status: number; problem?: { errors: { pointer: string }[] } }[];
  expect(results.map(({ status }) => status)).toEqual([...items.map(() => 422), 201]);
  const wrong = ['email', 'email', 'website', 'website', 'callback_at', 'visit_date', 'roof_type'];
  for (const [i, key] of wrong.entries())
    expect(new Set(results[i]?.problem?.errors.map(({ pointer }) => pointer))).toEqual(new Set([`/fields/${key}`]));
});

test('a batch reports a bounded number of wrong values, however many there are', async () => {
  const fields = {
    interests: Array.from({ length: 400 }, () => 'x'.repeat(60)),
    ...Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, 1])),
  };
  const items = Array.from({ length: 600 }, () => ({ op: 'create', fields }));
  for (const atomic of [false, true]) {
    const answer = await v.xyz.post('/leads/batch', { items, atomic });
    expect(answer.status).toBe(atomic ? 422 : 200);
    expect(answer.text.length).toBeLessThan(8_000_000);
    const [first] = answer.body.results as { problem: { detail: string; errors: unknown[] } }[];
    expect(first?.problem.errors.length).toBeGreaterThan(1);
    expect(first?.problem.detail).toMatch(/^At least \d+ values are wrong; \d+ are listed in `errors`\.$/);
  }
});

test('an id that is written as a URN is not accepted, and refuses only its own item', async () => {
  const id = 'urn:uuid:0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
  for (const path of [`/leads/${id}`, `/leads/${id}/history`]) expect((await v.xyz.get(path)).status).toBe(400);
  const { id: other } = await v.xyz.lead(least);
  const answer = await v.xyz.post('/leads/batch', {
    items: [
      { op: 'update', id, status: 'won' },
      { op: 'update', id: other.toUpperCase(), fields: { notes: 'first' } },
      { op: 'update', id: other, status: 'won' },
    ],
  });
  const results = answer.body.results as { status: number; lead?: { version: number } }[];
  expect(results.map(({ status, lead }) => [status, lead?.version])).toEqual([
    [422, undefined],
    [200, 2],
    [200, 3],
  ]);
  const admin = await signUpMember(v.server, v.accountId, 'admin');
  for (const path of [`/tokens/${id}`, `/campaigns/${v.campaign.slug}/leads/${id}`, `/audit?actor=${id}`])
    expect((await admin.call(`GET ${path}`)).status).toBe(400);
});
