/** `createLead`: what each status of `POST /leads` means, and what is stored of what was sent. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Campaign } from '../../src/campaign/definition.ts';
import { checkKeyColumns } from '../../src/leads/store/key-columns.ts';
import { insertAccount, insertCampaign, insertToken, solarPlan } from '../support/campaigns.ts';
import { type Client, client } from '../support/client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let campaign: Campaign;
/** A vendor's token, one of the whole campaign, and the vendor's that may only read. */
let vendor: Client;
let whole: Client;
let reader: Client;

beforeAll(async () => {
  server = await startServer();
  const { db } = server.connection;
  const accountId = await insertAccount(db);
  campaign = await insertCampaign(db, accountId, solarPlan);
  const token = async (rest: object) =>
    client(server, await insertToken(db, server.vault, { accountId, campaign, ...rest }), campaign.slug);
  vendor = await token({ filter: 'Vendor XYZ' });
  reader = await token({ filter: 'Vendor XYZ', permission: 'read' });
  whole = await token({});
});
afterAll(async () => {
  expect(await checkKeyColumns(server.connection.db)).toEqual([]);
  await server.stop();
});

const least = { name: 'Anna', email: 'anna@example.com' };

async function stored(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from leads`.execute(server.connection.db);
  return rows[0]?.n ?? -1;
}

describe('201', () => {
  test('a lead with what is required gets the pin, the default status and the defaults of its fields', async () => {
    const answer = await vendor.post('/leads', { fields: least });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      external_id: null,
      status: 'new',
      version: 1,
      fields: { ...least, source: 'vendor-xyz', language: 'da', phone: null, interests: [] },
    });
    expect(answer.headers.get('etag')).toMatch(/^"1-[\w-]{8}"$/);
    expect(answer.headers.get('location')).toBe(`${server.url}/v1/campaigns/solar-test/leads/${answer.body.id}`);
    const read = await vendor.get(`/leads/${answer.body.id}`);
    expect(read.body).toEqual(answer.body);
  });

  test('created_at is the time inside the id, and equals updated_at', async () => {
    const lead = await vendor.lead(least);
    const inside = Number.parseInt(lead.id.replace('-', '').slice(0, 12), 16);
    expect(lead.created_at).toBe(new Date(inside).toISOString());
    expect(lead.updated_at).toBe(lead.created_at);
  });

  test('a pin sent equal is accepted', async () => {
    expect((await vendor.post('/leads', { fields: { ...least, source: 'vendor-xyz' } })).status).toBe(201);
  });

  test('every type of field is stored in its one form', async () => {
    const lead = await vendor.lead({
      name: '  Ana 👋 ',
      email: 'Anna.Sorensen@EXAMPLE.Com',
      phone: '20 12 34 56',
      zip: '5000',
      notes: 'line\nline',
      website: 'HTTPS://example.com/a?b=c',
      roof_type: 'tile',
      roof_area: 12.5,
      household_size: 4,
      owns_home: false,
      visit_date: '2028-02-29',
      call_from: ' 09:05\n',
      callback_at: '2026-11-23T12:15:30.123456+02:00',
      interests: ['charger', 'battery'],
    });
    expect(lead.fields).toMatchObject({
      name: 'Ana 👋',
      email: 'Anna.Sorensen@example.com',
      phone: '+4520123456',
      website: 'HTTPS://example.com/a?b=c',
      roof_area: 12.5,
      owns_home: false,
      visit_date: '2028-02-29',
      call_from: '09:05',
      callback_at: '2026-11-23T10:15:30.123Z',
      interests: ['charger', 'battery'],
    });
  });

  test.each([
    ['null', { phone: null, notes: null, interests: null, roof_type: null, owns_home: null, roof_area: null }],
    ['absent', {}],
    ['"" and []', { notes: '', interests: [] }],
  ])('empty values as %s are stored as empty, and shown as null and []', async (_name, empty) => {
    const { fields, id } = await vendor.lead({ ...least, ...empty });
    expect(fields).toMatchObject({ phone: null, notes: null, interests: [], roof_type: null, owns_home: null });
    const { rows } = await sql<{ keys: string[] }>`
      select array(select jsonb_object_keys(values) order by 1) as keys from leads where id = ${id}`.execute(
      server.connection.db,
    );
    expect(rows[0]?.keys).toEqual(['email', 'language', 'name', 'source']);
  });

  test('a default stands in for what is absent, not for what is emptied', async () => {
    expect((await vendor.lead({ ...least, language: null })).fields.language).toBeNull();
    expect((await vendor.lead({ ...least, language: 'sv' })).fields.language).toBe('sv');
  });

  test('status and external_id are kept as sent', async () => {
    const lead = await vendor.lead(least, { status: 'won', external_id: 'crm/42 é' });
    expect(lead).toMatchObject({ status: 'won', external_id: 'crm/42 é' });
  });

  test('one event tells of it, with nothing before and everything after', async () => {
    const { id } = await vendor.lead(least, { external_id: 'event-1' });
    const { rows } = await sql`
      select kind, version, before, after -> 'external_id' as external_id, actor_kind from lead_events
      where lead_id = ${id}`.execute(server.connection.db);
    expect(rows).toEqual([{ kind: 'created', version: 1, before: null, external_id: 'event-1', actor_kind: 'token' }]);
  });
});

describe('422', () => {
  const codes = (answer: { body: { errors?: readonly { pointer?: string; code: string }[] } }) =>
    (answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).sort();

  test('every problem is reported at once, and nothing is written', async () => {
    const before = await stored();
    const answer = await whole.post('/leads', {
      status: 'gone',
      external_id: 'a\u0007b',
      fields: {
        email: 'no address',
        phone: '12',
        zip: '50000',
        website: 'javascript:alert(1)',
        roof_type: 'slate',
        roof_area: 0,
        household_size: 2.5,
        owns_home: 'true',
        visit_date: '2026-02-30',
        call_from: '9:05',
        callback_at: '2026-11-23T10:15:30',
        interests: ['battery', 'battery', 'boat'],
        source: 'old-vendor',
        adress: 'x',
      },
    });

    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('invalid_lead');
    expect(codes(answer)).toEqual(
      [
        '/external_id format',
        '/fields/adress unknown',
        '/fields/call_from pattern',
        '/fields/callback_at format',
        '/fields/email format',
        '/fields/household_size type',
        '/fields/interests/2 not_allowed',
        '/fields/name required',
        '/fields/owns_home type',
        '/fields/phone format',
        '/fields/roof_area minimum',
        '/fields/roof_type not_allowed',
        '/fields/source not_allowed',
        '/fields/visit_date format',
        '/fields/website format',
        '/fields/zip pattern',
        '/status not_allowed',
      ].sort(),
    );
    expect(await stored()).toBe(before);
  });

  test('an archived option is not among the allowed ones', async () => {
    const answer = await whole.post('/leads', { fields: { ...least, source: 'vendor-xyz', roof_type: 'slate' } });
    expect(answer.body.errors).toMatchObject([{ pointer: '/fields/roof_type', allowed: ['tile', 'flat'] }]);
  });

  test('a misspelt field is refused with the nearest known key', async () => {
    const answer = await vendor.post('/leads', { fields: { ...least, fone: '1', phnoe: '+4520123456' } });
    const [first] = (answer.body.errors ?? []).filter((e) => e.pointer === '/fields/phnoe');
    expect(first?.detail).toContain('did you mean `phone`?');
  });

  test('text for an integer is refused with the form that is right', async () => {
    const answer = await vendor.post('/leads', { fields: { ...least, household_size: '4' } });
    expect(answer.body.errors).toMatchObject([{ pointer: '/fields/household_size', code: 'type' }]);
    expect(answer.body.detail).toContain('send 4 without quotes, not "4"');
  });

  test.each([null, ''])('%j on a required field is `required`', async (empty) => {
    const answer = await vendor.post('/leads', { fields: { ...least, name: empty } });
    expect(codes(answer)).toEqual(['/fields/name required']);
  });

  test('a number that its country does not have is refused though its form is right', async () => {
    const answer = await vendor.post('/leads', { fields: { ...least, phone: '+45 00 00 00 00' } });
    expect(codes(answer)).toEqual(['/fields/phone format']);
  });

  test('an unknown member beside `fields` is refused by name', async () => {
    const answer = await vendor.post('/leads', { fields: least, stauts: 'new' });
    expect(codes(answer)).toEqual(['/stauts unknown']);
  });
});

describe('409', () => {
  test('an external id that a visible lead has is refused; after a deletion it is free', async () => {
    const { id } = await vendor.lead(least, { external_id: 'twice' });
    const answer = await vendor.post('/leads', { external_id: 'twice', fields: least });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'external_id_taken', errors: [{ pointer: '/external_id' }] });

    await vendor.delete(`/leads/${id}`);
    expect((await vendor.post('/leads', { external_id: 'twice', fields: least })).status).toBe(201);
  });

  test('one of sixteen that come at once with one external id is created', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => vendor.post('/leads', { external_id: 'race', fields: least })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([201, ...Array(15).fill(409)]);
  });
});

describe('other refusals', () => {
  test('401 without a token', async () => {
    const answer = await client(server, undefined, campaign.slug).post('/leads', { fields: least });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="leadspec"');
  });

  test('403 for a token that may only read, whatever the body', async () => {
    const answer = await reader.request('POST', '/leads', { raw: '{', headers: { 'content-type': 'text/csv' } });
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('insufficient_permission');
  });

  test('404 for a campaign that the token does not reach', async () => {
    expect((await vendor.post('/v1/campaigns/no-such/leads', { fields: least })).status).toBe(404);
  });

  test('400 without a body, and for what is no JSON', async () => {
    expect((await vendor.request('POST', '/leads')).body.code).toBe('malformed_body');
    const broken = await vendor.request('POST', '/leads', {
      raw: '{"fields": {]}',
      headers: { 'content-type': 'application/json' },
    });
    expect(broken.status).toBe(400);
    expect(broken.body.detail).toMatch(/line 1, column 13/);
  });
});
