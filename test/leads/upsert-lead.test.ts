/** `upsertLead`: one lead for one external id among what the token sees, however many ask at once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const put = (api: Client, externalId: string, body: unknown, headers: Record<string, string> = {}) =>
  api.request('PUT', `/external-ids/${encodeURIComponent(externalId)}`, { body, headers });

describe('200 and 201', () => {
  test('the first creates with pins and defaults, the next changes what it names and leaves the rest', async () => {
    const first = await put(v.xyz, 'u-1', { fields: { ...least, zip: '5000' } });
    expect(first).toMatchObject({
      status: 201,
      body: { external_id: 'u-1', version: 1, fields: { source: 'vendor-xyz', zip: '5000' } },
    });
    expect(first.headers.get('location')).toMatch(new RegExp(`/leads/${first.body.id}$`));

    const second = await put(v.xyz, 'u-1', { status: 'won', fields: { zip: null } });

    expect(second).toMatchObject({ status: 200, body: { id: first.body.id, status: 'won', version: 2 } });
    expect(second.body.fields).toEqual({ ...first.body.fields, zip: null });
    expect(second.headers.get('etag')).toMatch(/^"2-[\w-]{8}"$/);
  });

  test('an upsert that changes no value writes no new version', async () => {
    await put(v.xyz, 'u-same', { fields: least });
    expect(await put(v.xyz, 'u-same', { fields: least })).toMatchObject({ status: 200, body: { version: 1 } });
  });

  test.each(['a/b', 'a%2Fb', 'æøå 😀', "'; drop table leads;--", '100 %', '?x=1#y', 'null', 'count', '"'])(
    'the external id %j arrives as it is',
    async (externalId) => {
      expect(await put(v.xyz, externalId, { fields: least })).toMatchObject({
        status: 201,
        body: { external_id: externalId },
      });
      expect((await put(v.xyz, externalId, {})).status).toBe(200);
    },
  );

  test('fifty at once make one lead, and every answer is of that one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => put(v.xyz, 'u-fifty', { fields: { ...least, notes: `writer ${i}` } })),
    );
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 200)).toHaveLength(49);
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    const found = await v.xyz.get('/leads', { external_id: 'u-fifty' });
    expect(found.body.data).toHaveLength(1);
    expect(new Set(answers.map((a) => a.body.version)).size).toBe(50);
  });
});

describe('409', () => {
  test('a token that sees two leads with the external id is refused with that reason, and neither changes', async () => {
    await put(v.xyz, 'u-both', { fields: least });
    await put(v.nordic, 'u-both', { fields: least });
    expect(await put(v.broad, 'u-both', { status: 'won' })).toMatchObject({
      status: 409,
      body: { code: 'external_id_ambiguous' },
    });
    expect((await v.xyz.get('/leads', { external_id: 'u-both' })).body.data[0]).toMatchObject({ version: 1 });
  });
});

describe('412', () => {
  test('If-None-Match: * only creates', async () => {
    const once = { 'if-none-match': '*' };
    expect((await put(v.xyz, 'u-new', { fields: least }, once)).status).toBe(201);
    expect(await put(v.xyz, 'u-new', { status: 'won' }, once)).toMatchObject({
      status: 412,
      body: { code: 'precondition_failed' },
    });
    expect((await put(v.xyz, 'u-new', {}, { 'if-none-match': '1' })).body.code).toBe('invalid_header');
  });

  test('If-Match only changes, and only that version', async () => {
    expect((await put(v.xyz, 'u-match', { fields: least })).status).toBe(201);
    expect((await put(v.xyz, 'u-match', { status: 'won' }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await put(v.xyz, 'u-match', { status: 'won' }, { 'if-match': '"1"' })).status).toBe(200);
    expect((await put(v.xyz, 'u-match', { status: 'new' }, { 'if-match': '*' })).status).toBe(200);
    for (const tag of ['"1"', '*', ',"1", ,'])
      expect((await put(v.xyz, 'u-nobody', { fields: least }, { 'if-match': tag })).status).toBe(412);
    expect((await put(v.xyz, 'u-match', { status: 'won' }, { 'if-match': ' , "3",' })).status).toBe(200);
  });

  test('412 comes before the refusal that several leads have the external id', async () => {
    await v.xyz.lead(least, { external_id: 'u-shared-by-two' });
    await v.nordic.lead(least, { external_id: 'u-shared-by-two' });
    const conditions: [object, number, string][] = [
      [{}, 409, 'external_id_ambiguous'],
      [{ 'if-match': '*' }, 409, 'external_id_ambiguous'],
      [{ 'if-match': '"1"' }, 409, 'external_id_ambiguous'],
      [{ 'if-match': '"9"' }, 412, 'precondition_failed'],
      [{ 'if-none-match': '*' }, 412, 'precondition_failed'],
    ];
    for (const [headers, status, code] of conditions)
      expect(await put(v.whole, 'u-shared-by-two', { status: 'won' }, headers as never)).toMatchObject({
        status,
        body: { code },
      });
  });
});

describe('422', () => {
  test('a new lead needs what a new lead needs; one that is there needs no more than it changes', async () => {
    const answer = await put(v.xyz, 'u-least', { fields: { zip: '5000' } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_lead' } });
    expect(errorsOf(answer).toSorted()).toEqual(['/fields/email required', '/fields/name required']);
    await put(v.xyz, 'u-least', { fields: least });
    expect((await put(v.xyz, 'u-least', { fields: { zip: '5000' } })).status).toBe(200);
  });

  test('the external id stands in the address alone', async () => {
    expect(errorsOf(await put(v.xyz, 'u-body', { external_id: 'u-body', fields: least }))).toEqual([
      '/external_id unknown',
    ]);
  });

  test('a lead that would leave the scope is refused', async () => {
    await put(v.xyz, 'u-scope', { fields: least });
    const answer = await put(v.xyz, 'u-scope', { fields: { source: 'nordic-leads' } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_lead' } });
  });
});

test('400 for a control character or too long an external id', async () => {
  expect((await v.xyz.request('PUT', '/external-ids/a%00b', { body: { fields: least } })).status).toBe(400);
  expect((await put(v.xyz, 'x'.repeat(201), { fields: least })).status).toBe(400);
  expect((await put(v.xyz, 'x'.repeat(200), { fields: least })).status).toBe(201);
});
