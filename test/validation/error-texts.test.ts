/** The errors that a client gets for a wrong value: one for each value, in words that say what would be right. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { solarPlan } from '../support/campaigns.ts';
import type { Answer } from '../support/client.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors({
    ...solarPlan,
    fields: solarPlan.fields.map((field) =>
      ['visit_date', 'household_size', 'zip'].includes(field.key) ? { ...field, searchable: true } : field,
    ),
  });
});
afterAll(() => v.stop());

/** `place code: detail` of every error. */
const errorsIn = ({ body }: Answer) =>
  (body.errors ?? []).map(({ pointer, parameter, code, detail }) => `${pointer ?? parameter} ${code}: ${detail}`);

describe('a body', () => {
  test.each<[string, unknown, string]>([
    ['fields', null, '/fields type: `fields` cannot be null here: it must be an object.'],
    ['status', null, '/status type: `status` cannot be null here: it must be a text.'],
  ])('names %s as null: the answer says that it cannot be', async (member, value, expected) => {
    const { id } = await v.xyz.lead(least);
    for (const answer of [
      await v.xyz.patch(`/leads/${id}`, { [member]: value }),
      await v.xyz.post('/leads', { fields: least, [member]: value }),
    ]) {
      expect(answer.status).toBe(422);
      expect(errorsIn(answer)).toEqual([expected]);
    }
  });

  test.each([null, 0, 'nordic-leads', []])('sets a pinned field to %j: the answer says so once', async (source) => {
    const answer = await v.xyz.post('/leads', { fields: { ...least, source } });
    expect(errorsIn(answer)).toEqual([
      '/fields/source pinned: `source` is fixed to "vendor-xyz" for this token; leave it out or send exactly that.',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['callback_at', 'tomorrow', 'format: `callback_at` must be a time with its offset, such as 2026-11-23T10:15:30Z'],
    ['callback_at', '2026-02-30T10:15:30Z', 'there is no day 2026-02-30'],
    ['visit_date', '30.11.2026', 'format: `visit_date` must be a date such as 2026-11-23, from the year 1000 to 2999'],
    ['visit_date', '2026-02-30', 'there is no day 2026-02-30'],
    [
      'website',
      'example',
      'format: `website` must be an address that begins with https:// or http:// and names a host: `https://` is missing before it.',
    ],
    ['email', 'søren@example.com', 'format: `email` must be an e-mail address in ASCII, such as anna@example.com.'],
    ['zip', '50000', 'pattern: `zip` must match `^\\d{4}$`.'],
    ['roof_type', 5, 'not_allowed: `roof_type` must be one of "tile", "flat".'],
    ['name', ' \t\u00a0', 'required: `name` cannot be empty.'],
    ['name', '\u200b\u00ad', 'required: `name` cannot be empty.'],
    ['name', '', 'required: `name` cannot be empty.'],
    ['name', null, 'required: `name` is required and cannot be empty.'],
    ['name', 'two\nlines', 'format: `name` must be a text on one line, without control characters.'],
    ['name', 5, 'type: `name` must be a text: send "5" in quotes, not 5.'],
    ['household_size', '4', 'type: `household_size` must be a whole number: send 4 without quotes, not "4".'],
    ['owns_home', 'true', 'send true without quotes, not "true".'],
    ...['9:05', '09:05:00', '24:00', '09:60', '09.30', '0930', '9:05 pm'].map((wrong): [string, string, string] => [
      'call_from',
      wrong,
      'pattern: `call_from` must be a time of day such as 09:30, from 00:00 to 23:59, with two digits for the hour and without seconds.',
    ]),
    ['callback_at', '2026-11-23', ': the time of day is missing.'],
    ['callback_at', '2026-11-23T10:15:30', ': its offset is missing, `Z` or one such as `+01:00`.'],
    ['callback_at', '2026-11-23T10:15:30+1', ': its offset is not `Z` or one such as `+01:00`.'],
    ['callback_at', '2026-11-23T10:15Z', ': the seconds are missing.'],
    ['callback_at', '2026-11-23T24:00:00Z', ': there is no time 24:00:00.'],
    ['email', '', 'required: `email` cannot be empty.'],
    ['phone', '', ': if there is none, send `null` or leave it out.'],
    ['website', '', ': if there is none, send `null` or leave it out.'],
    ['visit_date', '', ': if there is none, send `null` or leave it out.'],
    ['roof_type', '', 'one of "tile", "flat": if there is none, send `null` or leave it out.'],
    [
      'phone',
      '+4512',
      '`phone` must be a phone number with a country code, such as +4520123456, or a number of DK without',
    ],
    ['phone', '12 34', '; +451234 is not a valid phone number.'],
  ])('has the field %s as %j: the answer says so once', async (key, value, expected) => {
    const answer = await v.xyz.post('/leads', { fields: { ...least, [key]: value } });
    const errors = errorsIn(answer);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`/fields/${key} `);
    expect(errors[0]).toContain(expected);
  });

  test('has wrong entries in a list: the answer names them by number and list', async () => {
    const answer = await v.xyz.post('/leads', { fields: { ...least, interests: ['battery', 'boat', 3] } });
    expect(errorsIn(answer)).toEqual([
      '/fields/interests/1 not_allowed: Entry 2 of `interests` must be one of "battery", "charger".',
      '/fields/interests/2 not_allowed: Entry 3 of `interests` must be one of "battery", "charger".',
    ]);
  });

  test('is flat: the error says where its members belong', async () => {
    const answer = await v.xyz.post('/leads', { name: 'Anna', email: 'anna@example.com', nmae: 'x' });
    expect(errorsIn(answer).sort()).toEqual([
      '/email unknown: `email` is a field of the campaign: it belongs under `fields`.',
      '/fields required: `fields` is required.',
      '/name unknown: `name` is a field of the campaign: it belongs under `fields`.',
      '/nmae unknown: `nmae` is not known here.',
    ]);
  });

  test('names fields as a form does, or holds a part of the address: the answer says how JSON does it', async () => {
    const answer = await v.xyz.request('PUT', '/external-ids/a-1', {
      body: { 'fields.name': 'Anna', external_id: 'a-1', fields: least },
    });
    expect(errorsIn(answer).sort()).toEqual([
      '/external_id unknown: `external_id` stands in the address; leave it out.',
      '/fields.name unknown: `fields.name` is the name of the field in a form. In JSON it is `name` under `fields`.',
    ]);
  });

  test('is JSON that is sent as a form, as curl and PHP do unasked: the answer says so', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await v.xyz.request('POST', '/leads', { raw: JSON.stringify({ fields: least }), headers });
    expect(answer.status).toBe(415);
    expect(answer.body.detail).toBe('The body is JSON, sent as a form: send `Content-Type: application/json`.');
  });

  test('has an unsupported media type: the answer names every supported one', async () => {
    const { id } = await v.xyz.lead(least);
    const headers = { 'content-type': 'text/csv' };
    const patched = await v.xyz.request('PATCH', `/leads/${id}`, { raw: '{}', headers });
    expect(patched.status).toBe(415);
    expect(patched.body.detail).toContain('send `application/json` or `application/merge-patch+json`');
    const posted = await v.xyz.request('POST', '/leads', { raw: '{}', headers });
    expect(posted.body.detail).toContain('`application/json`');
    expect(posted.body.detail).not.toContain('merge-patch');
  });
});

describe('a parameter', () => {
  test('that is not a UUID in the path: the answer shows one', async () => {
    const answer = await v.xyz.get('/leads/123');
    expect(answer.status).toBe(400);
    expect(errorsIn(answer)).toEqual([
      'lead_id format: `lead_id` must be a UUID such as 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80.',
    ]);
  });

  test.each([
    ['created_at.gte', 'yesterday', 'format', '`created_at.gte` must be a time with its offset, such as'],
    ['created_at.gte', '2026-02-30T00:00:00Z', 'format', 'there is no day 2026-02-30'],
    ['created_at.gte', '2026-02-03T00:00:00 01:00', 'format', 'a `+` in a URL means a space; write `%2B`'],
    ['fields.visit_date', '1.12.2026', 'format', '`fields.visit_date` must be a date such as 2026-11-23'],
    ['fields.household_size', '4.0', 'type', '`fields.household_size` must be a whole number.'],
    ['limit', 'ten', 'type', '`limit` must be a whole number.'],
    ['fields.household_size', '9007199254740993', 'maximum', 'must be at most 9007199254740991'],
    ['status', 'new,gone', 'not_allowed', 'Entry 2 of `status` must be one of "new"'],
    ['source', 'vendor-xyz', 'unknown', '`source` is not a parameter of this operation: send `fields.source`.'],
    ['fields.soruce', 'vendor-xyz', 'unknown', '(did you mean `fields.source`?)'],
    ['fields.notes', 'x', 'unknown', '`fields.notes` is not a parameter: lists cannot be filtered by this field.'],
    ['fields.zap', 'x', 'unknown', '(did you mean `fields.zip`?)'],
    ['limmit', '5', 'unknown', '(did you mean `limit`?)'],
  ])('%s=%s gets `%s` in words', async (name, value, code, expected) => {
    const answer = await v.xyz.get('/leads', { [name]: value });
    expect(answer.status).toBe(400);
    expect(errorsOf(answer)).toEqual([`${name} ${code}`]);
    expect(answer.body.detail).toContain(expected);
    expect(answer.body.detail).not.toMatch(/quotes|\\d/);
  });

  test('that the document does not offer is never what was meant', async () => {
    for (const name of ['fields.nam', 'fields.name', 'fields.notse', 'notes', 'fields.city'])
      expect((await v.xyz.get('/leads', { [name]: 'x' })).body.detail).not.toContain('did you mean');
  });

  test('that is a list may be given once for each entry, as it may with commas', async () => {
    await v.whole.lead({ ...least, source: 'vendor-xyz' }, { status: 'won' });
    await v.whole.lead({ ...least, source: 'nordic-leads' }, { status: 'lost' });
    const list = async (search: string) => {
      const { status, body } = await v.whole.get(`/leads?limit=100&${search}`);
      expect(status).toBe(200);
      return body.data.map(({ id }) => id);
    };

    expect(await list('status=won&status=lost')).toEqual(await list('status=won,lost'));
    expect((await list('status=won&status=lost')).length).toBeGreaterThan(1);
    const sources = await list('fields.source=vendor-xyz&fields.source=nordic-leads');
    expect(sources).toEqual(await list('fields.source=vendor-xyz,nordic-leads'));
    const { body } = await v.whole.get('/leads?limit=1&status=won&status=lost&status=new,contacted');
    const next = await v.whole.get('/leads', {
      limit: 1,
      status: 'won,lost,new,contacted',
      cursor: String(body.next_cursor),
    });
    expect(next.status).toBe(200);
  });

  test('that is no list must be given once', async () => {
    for (const search of ['limit=1&limit=2', 'sort=created_at&sort=created_at', 'fields.zip=5000&fields.zip=5001']) {
      const answer = await v.xyz.get(`/leads?${search}`);
      expect(errorsOf(answer)).toEqual([`${search.split('=')[0]} repeated`]);
    }
  });
});
