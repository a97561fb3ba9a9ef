/**
 * White space around a value loses no lead: it is removed before validation, in JSON, in forms, in batches and in members'
 * writes. A value without visible characters is empty. An external id is never trimmed.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type CampaignPlan, solarPlan } from '../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

const plan: CampaignPlan = {
  ...solarPlan,
  filters: [
    ...(solarPlan.filters ?? []),
    { name: 'Spaced', condition: { path: 'fields.language', op: 'eq', value: ' da ' } },
  ],
};

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors(plan);
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const form = { 'content-type': 'application/x-www-form-urlencoded' };

const sent = {
  name: '  Kim Jensen\n',
  email: ' kim@example.com ',
  phone: '\u202a+45\u00a020\u00a012\u00a034\u00a056\u202c',
  zip: '8000\u00a0',
  notes: '\r\n Two\nlines \t',
  website: '\thttps://example.com/ ',
  roof_type: 'tile ',
  visit_date: ' 2026-12-01',
  call_from: '\t09:30 ',
  callback_at: '2026-12-01T10:00:00Z\u2003',
  interests: ['battery ', '\tcharger'],
  language: '\ufeffda\u0085',
};
const stored = {
  name: 'Kim Jensen',
  email: 'kim@example.com',
  phone: '+4520123456',
  zip: '8000',
  notes: 'Two\nlines',
  website: 'https://example.com/',
  roof_type: 'tile',
  visit_date: '2026-12-01',
  call_from: '09:30',
  callback_at: '2026-12-01T10:00:00.000Z',
  interests: ['battery', 'charger'],
  language: 'da',
};
const asForm = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  Object.entries(fields)
    .flatMap(([key, value]) => [value].flat().map((one) => `fields.${key}=${encodeURIComponent(one)}`))
    .join('&');

describe('a lead is the same with and without white space', () => {
  const body = { status: ' contacted ', fields: sent };
  const wanted = { status: 'contacted', fields: stored };

  test('as JSON and as a form', async () => {
    const created = await v.xyz.post('/leads', body);
    expect(created).toMatchObject({ status: 201, body: wanted });
    const raw = `status=%20contacted+&${asForm({ ...sent, household_size: ' 4 ', roof_area: '12.5 ', owns_home: ' yes' })}`;
    const more = { ...stored, household_size: 4, roof_area: 12.5, owns_home: true };
    const posted = await v.xyz.request('POST', '/leads', { raw, headers: form });
    expect(posted).toMatchObject({ status: 201, body: { status: 'contacted', fields: more } });
    const put = await v.xyz.request('PUT', '/external-ids/trim-1', { raw, headers: form });
    expect(put).toMatchObject({ status: 201, body: { status: 'contacted', fields: more } });
  });

  test('upsert, PATCH and batch trim', async () => {
    const { id } = await v.xyz.lead(least);
    expect(await v.xyz.patch(`/leads/${id}`, body)).toMatchObject({ status: 200, body: wanted });
    expect(await v.xyz.request('PUT', '/external-ids/trim-2', { body })).toMatchObject({ status: 201, body: wanted });
    const items = [
      { op: 'create', ...body },
      { op: 'update', id, ...body },
      { op: 'upsert', external_id: 'trim-3', ...body },
    ];
    const { results } = (await v.xyz.post('/leads/batch', { items })).body as unknown as {
      results: { lead: object }[];
    };
    for (const { lead } of results) expect(lead).toMatchObject(wanted);
  });

  test("a member's write and the check of a page trim", async () => {
    const member = await admin.call(`POST /campaigns/${plan.slug}/leads`, {
      body: { ...body, fields: { ...sent, source: ' nordic-leads ' } },
    });
    expect([member.status, member.body.fields]).toMatchObject([201, { ...stored, source: 'nordic-leads' }]);
    const response = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ body }),
    });
    expect(await response.json()).toMatchObject({ valid: true, lead: wanted, request: { body } });
  });
});

describe('a value without visible characters is empty', () => {
  const nothing = [' ', '\t\n', '\u200b', '\u3164', '\u00ad', '\u00a0\u2060\ufeff', '\u180e\u200e\u200f'];

  test.each(nothing)('%j', async (value) => {
    const optional = { phone: value, zip: value, notes: value, website: value, roof_type: value, visit_date: value };
    const empty = { zip: null, notes: null };
    expect((await v.xyz.lead({ ...least, zip: value, notes: value })).fields).toMatchObject(empty);
    // In JSON, an empty phone number is `null`, not `""`.
    const phone = await v.xyz.post('/leads', { fields: { ...least, phone: value } });
    expect(phone.body.errors?.map(({ detail }) => detail)).toEqual([
      '`phone` must be a phone number: if there is none, send `null` or leave it out.',
    ]);
    const raw = asForm({ ...least, ...optional });
    expect(await v.xyz.request('POST', '/leads', { raw, headers: form })).toMatchObject({
      status: 201,
      body: { fields: { ...empty, phone: null, website: null, roof_type: null, visit_date: null } },
    });
    const refused = await v.xyz.post('/leads', { fields: { name: value, email: value } });
    expect(errorsOf(refused)).toEqual(['/fields/email required', '/fields/name required']);
    expect(errorsOf(await v.xyz.request('POST', '/leads', { raw: asForm({ name: value }), headers: form }))).toEqual([
      '/fields/email required',
      '/fields/name required',
    ]);
  });

  test('a value with visible characters stays unchanged', async () => {
    for (const name of ['a\u200db', '\u{1f468}\u200d\u{1f469}', 'e\u0301', '\u2764\ufe0f', 'two  spaces'])
      expect((await v.xyz.lead({ ...least, name })).fields.name).toBe(name);
  });
});

test('a long text of white space is empty, and with text after it is too long', async () => {
  const space = ' '.repeat(5_000);
  expect((await v.xyz.lead({ ...least, language: space })).fields.language).toBeNull();
  const long = await v.xyz.post('/leads', { fields: { ...least, language: `a${space}b` } });
  expect(errorsOf(long)).toEqual(['/fields/language max_length']);
});

test('a value that a filter fixes with white space around it can be sent unchanged', async () => {
  const spaced = v.client(await v.token({ filter: 'Spaced' }));
  const fields = { ...least, source: 'nordic-leads' };
  expect((await spaced.lead({ ...fields, language: ' da ' })).fields.language).toBe(' da ');
  expect((await spaced.lead(fields)).fields.language).toBe(' da ');
});

describe('an external id is not trimmed', () => {
  const wrong = [' A-1', 'A-1 ', '\u00a0A-1', 'A-1\u2003', '.', '..'];

  test.each(wrong)('a new one as %j is refused', async (id) => {
    const lead = await v.xyz.lead(least);
    const answers = [
      await v.xyz.post('/leads', { external_id: id, fields: least }),
      await v.xyz.patch(`/leads/${lead.id}`, { external_id: id }),
      await v.xyz.request('POST', '/leads', {
        raw: `external_id=${encodeURIComponent(id)}&${asForm(least)}`,
        headers: form,
      }),
      await admin.call(`PATCH /campaigns/${plan.slug}/leads/${lead.id}`, { body: { external_id: id } }),
    ];
    for (const answer of answers) expect([answer.status, errorsOf(answer)]).toEqual([422, ['/external_id format']]);
    const items = [
      { op: 'create', external_id: id, fields: least },
      { op: 'update', id: lead.id, external_id: id },
      { op: 'upsert', external_id: id, fields: least },
    ];
    const { results } = (await v.xyz.post('/leads/batch', { items })).body as unknown as {
      results: { problem: { errors: { pointer: string }[] } }[];
    };
    for (const { problem } of results) expect(problem.errors.map((one) => one.pointer)).toEqual(['/external_id']);
  });

  test('a new one in the address is refused with the reason', async () => {
    const answer = await v.xyz.request('PUT', '/external-ids/%20A-2', { body: { fields: least } });
    expect([answer.status, errorsOf(answer)]).toEqual([422, ['/external_id format']]);
    expect(answer.body.errors?.[0]?.detail).toMatch(/and not `\.` or `\.\.`: there is white space around it\.$/);
  });

  test('an old one can still be used', async () => {
    const { id } = await v.xyz.lead(least, { external_id: 'A-3' });
    await sql`update leads set external_id = ' A-3 ' where id = ${id}`.execute(v.db);
    expect((await v.xyz.get('/leads', { external_id: ' A-3 ' })).body.data.map((lead) => lead.id)).toEqual([id]);
    const put = await v.xyz.request('PUT', '/external-ids/%20A-3%20', { body: { fields: { zip: '8000' } } });
    expect([put.status, put.body.id, put.body.external_id]).toEqual([200, id, ' A-3 ']);
    const items = [{ op: 'upsert', external_id: ' A-3 ', fields: { zip: '9000' } }];
    expect((await v.xyz.post('/leads/batch', { items })).body.results).toMatchObject([{ status: 200, lead: { id } }]);
  });

  test.each(['...', '.a', 'a.', '.a.', 'a b', 'æ', '😀', '. .'])('%j is one', async (id) => {
    expect((await v.xyz.lead(least, { external_id: id })).external_id).toBe(id);
    expect((await v.xyz.request('PUT', `/external-ids/${encodeURIComponent(id)}`, { body: {} })).status).toBe(200);
  });
});

test('the document says so', async () => {
  const text = await (await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`)).text();
  expect(text).toContain('White space around a value is removed before the check');
  expect(text).toContain('It has no white space around it, and is not `.` or `..`');
});
