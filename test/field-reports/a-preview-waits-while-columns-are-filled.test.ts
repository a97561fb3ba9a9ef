/** A preview, a filter's sample and other figures for members, while the campaign's definition is changed all the time. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
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
const asks: readonly [string, () => Promise<{ status: number; headers: Headers }>][] = [
  [
    'a preview of a change',
    () =>
      admin.call(`POST ${path()}/schema/preview`, {
        body: { change: { operation: 'updateField', path: { key: 'zip' }, body: { required: true } } },
      }),
  ],
  [
    'a preview of a filter',
    () =>
      admin.call(`POST ${path()}/filters/preview`, {
        body: { condition: { path: 'status', op: 'eq', value: 'new' } },
      }),
  ],
  ['the list of campaigns', () => admin.call('GET /campaigns')],
];

test.each(asks)('%s is answered, if need be a moment later', async (_, ask) => {
  let stopped = false;
  // As filling does it: each step of it is a new epoch.
  const changing = (async () => {
    while (!stopped) {
      await sql`update campaign_heads set epoch = epoch + 1 where campaign_id = ${v.campaign.id}`.execute(v.db);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  })();
  const statuses = new Set<number>();
  for (let i = 0; i < 25; i += 1) {
    const { status, headers } = await ask();
    statuses.add(status);
    if (status === 503) expect(headers.get('retry-after')).toBe('1');
    if (status === 503) break;
  }
  stopped = true;
  await changing;
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await ask()).status).toBe(200);
});
