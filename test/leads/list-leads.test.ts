/** `listLeads`: every kind of filter, ranges, orders, pages and their cursors, and the errors for wrong parameters. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Body } from '../support/client.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
/** Leads a to e, in the order in which they were made. */
const made: Body[] = [];

beforeAll(async () => {
  v = await startVendors();
  const rows: [object, object][] = [
    [{ zip: '5000', roof_area: 10, household_size: 1, owns_home: true }, { external_id: 'a' }],
    [
      { zip: '5500', roof_area: 20.5, household_size: 2, owns_home: false, visit_date: '2026-12-01' },
      { status: 'won' },
    ],
    [
      {
        zip: '6000',
        roof_area: 20.5,
        household_size: 3,
        phone: '20123456',
        visit_date: '2026-12-02',
        call_from: '09:05',
      },
      { status: 'lost' },
    ],
    [
      {
        email: 'Bo@EXAMPLE.com',
        callback_at: '2026-12-01T10:00:00+02:00',
        visit_date: '2026-12-03',
        call_from: '19:29',
      },
      {},
    ],
    [{ roof_type: 'tile', interests: ['battery'], call_from: '23:59' }, { external_id: 'é 100%' }],
  ];
  for (const [fields, rest] of rows) {
    made.push(await v.xyz.lead({ ...least, ...fields }, { ...rest }));
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
});
afterAll(() => v.stop());

const letters = (leads: readonly Body[]) =>
  leads.map((l) => 'abcde'[made.findIndex((m) => m.id === l.id)] ?? '?').join('');
const listed = async (query: Record<string, string | number>) => {
  const answer = await v.xyz.get('/leads', { sort: 'created_at', ...query });
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.anything()]);
  return letters(answer.body.data);
};

describe('filters', () => {
  test.each<[Record<string, string>, string]>([
    [{}, 'abcde'],
    [{ status: 'won' }, 'b'],
    [{ status: 'won,lost' }, 'bc'],
    [{ external_id: 'a' }, 'a'],
    [{ external_id: 'é 100%' }, 'e'],
    [{ 'fields.zip': '5500' }, 'b'],
    [{ 'fields.zip.gte': '5000', 'fields.zip.lt': '6000' }, 'ab'],
    [{ 'fields.zip.gt': '5000' }, 'bc'],
    [{ 'fields.zip.lte': '5500' }, 'ab'],
    [{ 'fields.roof_area': '20.5' }, 'bc'],
    [{ 'fields.roof_area': '20.50' }, 'bc'],
    [{ 'fields.roof_area.lt': '20.5' }, 'a'],
    [{ 'fields.household_size.gte': '2' }, 'bc'],
    [{ 'fields.owns_home': 'true' }, 'a'],
    [{ 'fields.owns_home': 'false' }, 'b'],
    [{ 'fields.phone': '+45 20 12 34 56' }, 'c'],
    [{ 'fields.phone': '20123456' }, 'c'],
    [{ 'fields.email': 'Bo@example.COM' }, 'd'],
    [{ 'fields.email': 'bo@example.com' }, 'd'],
    [{ 'fields.callback_at': '2026-12-01T08:00:00Z' }, 'd'],
    [{ 'fields.callback_at.gt': '2026-12-01T09:59:59.999+02:00' }, 'd'],
    [{ 'fields.call_from': '09:05' }, 'c'],
    [{ 'fields.call_from.gt': '09:05' }, 'de'],
    [{ 'fields.call_from.gte': '09:05', 'fields.call_from.lt': '19:30' }, 'cd'],
    [{ 'fields.call_from.lte': '23:59' }, 'cde'],
    [{ 'fields.visit_date.gt': '2026-12-01', 'fields.visit_date.lte': '2026-12-02' }, 'c'],
    [{ 'fields.roof_type': 'tile,flat' }, 'e'],
    [{ 'fields.source': 'vendor-xyz' }, 'abcde'],
    [{ status: 'new', 'fields.zip': '5000' }, 'a'],
    [{ 'created_at.gt': '2000-01-01T00:00:00Z' }, 'abcde'],
    [{ 'updated_at.lt': '2000-01-01T00:00:00Z' }, ''],
  ])('%j finds %j', async (query, expected) => {
    expect(await listed(query)).toBe(expected);
  });

  test('created_at and updated_at bound to the millisecond', async () => {
    const at = made[2]?.created_at ?? '';
    expect(await listed({ 'created_at.gte': at })).toBe('cde');
    expect(await listed({ 'created_at.gt': at })).toBe('de');
    expect(await listed({ 'created_at.lt': at })).toBe('ab');
    expect(await listed({ 'created_at.lte': at })).toBe('abc');
    expect(await listed({ 'updated_at.gte': at, 'updated_at.lte': at })).toBe('c');
  });
});

describe('orders and pages', () => {
  test.each([
    ['created_at', 'abcde'],
    ['-created_at', 'edcba'],
    ['updated_at', 'abcde'],
    ['-updated_at', 'edcba'],
  ])('a list by %s in pages of two has each lead once', async (sort, expected) => {
    const { leads, pages } = await v.xyz.walk({ sort, limit: 2 });
    expect([letters(leads), pages]).toEqual([expected, 3]);
  });

  test('the newest come first, fifty to a page, when nothing is asked', async () => {
    const { body } = await v.xyz.get('/leads');
    expect(letters(body.data)).toBe('edcba');
    expect(body.next_cursor).toBeNull();
  });

  test('Link leads through the pages with the filters of the first, and ends', async () => {
    const seen: string[] = [];
    let address: string | undefined = '/v1/campaigns/solar-test/leads?limit=1&status=won,lost&sort=-updated_at';
    while (address) {
      const answer = await v.xyz.get(address);
      seen.push(letters(answer.body.data));
      const link = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
      expect(link === undefined).toBe(answer.body.next_cursor === null);
      address = link?.slice(v.server.url.length);
    }
    expect(seen).toEqual(['c', 'b']);
  });

  test('the id orders leads of one millisecond, and no lead is lost between pages', async () => {
    await sql`update leads set updated_at = '2026-01-01T00:00:00Z' where campaign_id = ${v.campaign.id}`.execute(v.db);
    expect(letters((await v.xyz.walk({ sort: 'updated_at', limit: 2 })).leads)).toBe('abcde');
    expect(letters((await v.xyz.walk({ sort: '-updated_at', limit: 1 })).leads)).toBe('edcba');
  });

  test('a lead that was there throughout comes once, whatever is written between the pages', async () => {
    const first = await v.xyz.get('/leads', { limit: 3 });
    const added = await v.xyz.lead(least);
    await v.xyz.delete(`/leads/${first.body.data[0]?.id}`);
    const second = await v.xyz.get('/leads', { limit: 3, cursor: first.body.next_cursor ?? '' });
    expect(letters([...first.body.data, ...second.body.data])).toBe('edcba');
    expect(second.text).not.toContain(added.id);
  });
});

describe('400', () => {
  test('every wrong parameter is named, with the nearest that there is', async () => {
    const answer = await v.xyz.get('/leads', { limit: 500, stauts: 'new', 'fields.notes': 'x', sort: 'name' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_parameter' } });
    expect(errorsOf(answer)).toEqual(['fields.notes unknown', 'limit maximum', 'sort not_allowed', 'stauts unknown']);
    expect(answer.text).toContain('did you mean `status`?');
  });

  test('a parameter that is no list and given twice is refused', async () => {
    expect(errorsOf(await v.xyz.get('/v1/campaigns/solar-test/leads?limit=1&limit=2'))).toEqual(['limit repeated']);
  });

  test('a number that no country has is refused though its form is right', async () => {
    expect(errorsOf(await v.xyz.get('/leads', { 'fields.phone': '+45 00 00 00 00' }))).toEqual(['fields.phone format']);
  });
});
