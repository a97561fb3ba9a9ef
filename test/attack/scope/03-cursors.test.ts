/**
 * Line 3: a cursor works only for the token, campaign, filter, sort and parameters that it was made for, and is 400
 * elsewhere.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change, insertCampaign, solarPlan } from '../../support/campaigns.ts';
import { client } from '../../support/client.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let cursor: string;
beforeAll(async () => {
  v = await startVendors();
  for (let i = 0; i < 4; i += 1) await v.xyz.lead({ ...least, zip: `500${i}` });
  await v.nordic.lead(least);
  cursor = (await v.xyz.get('/leads', { limit: 2 })).body.next_cursor ?? '';
});
afterAll(() => v.stop());

test('a cursor works with another size of page', async () => {
  const { status, body } = await v.xyz.get('/leads', { cursor, limit: 1 });
  expect([status, body.data.length]).toEqual([200, 1]);
});

test('that of another token with the same filter is refused', async () => {
  const twin = v.client(await v.token({ filter: 'Vendor XYZ' }));
  expect((await twin.get('/leads', { cursor, limit: 2 })).body.code).toBe('invalid_cursor');
});

test.each(['nordic', 'whole', 'broad'] as const)("the token %s refuses a vendor's", async (who) => {
  expect(await v[who].get('/leads', { cursor })).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
});

test("a broad token's of one campaign is refused in another", async () => {
  const second = await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'second' });
  const own = (await v.broad.get('/leads', { limit: 1 })).body.next_cursor ?? '';
  const answer = await client(v.server, v.tokens.broad, second.slug).get('/leads', { cursor: own });
  expect(answer.body.code).toBe('invalid_cursor');
});

test.each([
  { sort: 'created_at' },
  { sort: '-updated_at' },
  { status: 'new' },
  { 'fields.zip': '5000' },
  { external_id: 'x' },
])('a cursor with %j added is refused', async (query) => {
  expect((await v.xyz.get('/leads', { ...query, cursor })).body.code).toBe('invalid_cursor');
});

test('no altered cursor is accepted, whichever character it is', async () => {
  const altered = Array.from({ length: cursor.length }, (_, i) => {
    const other = cursor[i] === 'A' ? 'B' : 'A';
    return cursor.slice(0, i) + other + cursor.slice(i + 1);
  });
  const more = [
    `${cursor}A`,
    `${cursor}=`,
    `${cursor}!`,
    ` ${cursor}`,
    cursor.slice(0, -1),
    cursor.slice(1),
    'x',
    '\u0000',
  ];
  const answers = await Promise.all([...altered, ...more].map((each) => v.xyz.get('/leads', { cursor: each })));
  const accepted = answers.flatMap(({ status }, i) => (status === 400 ? [] : [[...altered, ...more][i]]));
  expect(accepted).toEqual([]);
});

test('a cursor of one operation is refused by every other', async () => {
  const { id } = await v.xyz.lead(least);
  for (const zip of ['5000', '5001']) await v.xyz.patch(`/leads/${id}`, { fields: { zip } });
  const paths = ['/leads', `/leads/${id}/history`, '/leads/changes'];
  const cursors = await Promise.all(
    paths.map(async (path) => String((await v.xyz.get(path, { limit: 1 })).body.next_cursor)),
  );
  for (const [i, path] of paths.entries()) {
    for (const [k, other] of cursors.entries()) {
      const { status } = await v.xyz.get(path, { limit: 1, cursor: other });
      expect([path, k, status]).toEqual([path, k, i === k ? 200 : 400]);
    }
  }
});

test('one from before the filter changed is refused', async () => {
  const narrow = {
    all: [
      { path: 'fields.source', op: 'eq', value: 'vendor-xyz' },
      { path: 'fields.zip', op: 'is_not_empty' },
    ],
  };
  await change(
    v.db,
    v.campaign,
    sql`update filters set condition = ${JSON.stringify(narrow)} where name = 'Vendor XYZ' and campaign_id = ${v.campaign.id}`,
  );
  expect((await v.xyz.get('/leads', { cursor })).body.code).toBe('invalid_cursor');
});
