/** A preview, a filter's sample and other figures for members, while the campaign's definition changes all the time. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { fillKeyColumns, fillMatchKeys } from '../../src/leads/store/campaign-wide/fill-keys.ts';
import { type Client, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let admin: Client;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
  for (let i = 0; i < 5; i += 1) await v.xyz.lead(least);
});
afterAll(() => v.stop());

const path = () => `/campaigns/${v.campaign.slug}`;
const later = { condition: { path: 'status', op: 'eq', value: 'new' } };
const required = { operation: 'updateField', path: { key: 'zip' }, body: { required: true } };
type Asking = readonly [string, () => Promise<{ status: number; headers: Headers }>];
const asks: readonly Asking[] = [
  ['a preview of a change', () => admin.call(`POST ${path()}/schema/preview`, { body: { change: required } })],
  ['a preview of a filter', () => admin.call(`POST ${path()}/filters/preview`, { body: later })],
  ['what depends on a field', () => admin.call(`GET ${path()}/dependents?field=zip`)],
  ['the list of campaigns', () => admin.call('GET /campaigns')],
  ["a member's list of leads", () => admin.call(`GET ${path()}/leads`)],
  ["a member's count of leads", () => admin.call(`GET ${path()}/leads/count`)],
  [
    "a member's new lead",
    () => admin.call(`POST ${path()}/leads`, { body: { fields: { ...least, source: 'vendor-xyz' } } }),
  ],
  ["a vendor's list", () => v.xyz.get('/leads')],
  ["a vendor's documentation page", () => fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`)],
];

/** Raises the epoch again and again, like each step of filling, with `wait` milliseconds in between. */
async function whileEpochsRise<T>(wait: number, run: () => Promise<T>): Promise<T> {
  let stopped = false;
  const changing = (async () => {
    while (!stopped) {
      await sql`update campaign_heads set epoch = epoch + 1 where campaign_id = ${v.campaign.id}`.execute(v.db);
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    }
  })();
  try {
    return await run();
  } finally {
    stopped = true;
    await changing;
  }
}

test.each(asks)('%s is answered, if need be a moment later', async (_, ask) => {
  const statuses = new Set<number>();
  for (const [wait, times] of [
    [0, 2],
    [3, 8],
  ] as const)
    await whileEpochsRise(wait, async () => {
      for (let i = 0; i < times; i += 1) {
        const { status, headers } = await ask();
        statuses.add(status);
        if (status === 503) expect(headers.get('retry-after')).toBe('1');
        if (status === 503) break;
      }
    });
  expect([...statuses].filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
  expect([200, 201]).toContain((await ask()).status);
});

test('while key columns and the keys of a duplicate check are filled, previews are answered', async () => {
  const rule = { fields: ['email'], match: 'any', within_days: null, action: 'reject', reach: 'campaign' };
  const keys = ['language', 'website', 'notes'];
  const until = (async () => {
    for (const key of keys) {
      await admin.call(`PATCH ${path()}/fields/${key}`, { body: { searchable: true } });
      await admin.call(`PUT ${path()}/duplicate-rule`, { body: { ...rule, fields: ['email', key] } });
      await Promise.all([fillKeyColumns(v.db), fillMatchKeys(v.db)]);
      await admin.call(`PATCH ${path()}/fields/${key}`, { body: { searchable: false } });
    }
  })();
  let over = false;
  until.then(() => {
    over = true;
  });
  const statuses: number[] = [];
  while (!over)
    statuses.push((await admin.call(`POST ${path()}/schema/preview`, { body: { change: required } })).status);
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect(statuses.length).toBeGreaterThan(3);
});
