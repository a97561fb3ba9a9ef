/** The parts that a restore changes and those that it leaves, as data: the preview before and the revision after agree. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp, sourceIs } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
let count = 0;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  count += 1;
  path = await makeCampaign(owner, `Campaign ${count}`);
});

const revision = async (): Promise<number> => (await owner.call(`GET ${path}`)).body.revision;
const restore = async (number: number) =>
  (await owner.call(`POST ${path}/revisions/${number}/restore?force=true`)).body;
const preview = async (number: number) => {
  const change = { operation: 'restoreRevision', path: { revision: String(number) }, query: { force: true } };
  const { status, body } = await owner.call(`POST ${path}/schema/preview`, { body: { change } });
  expect(status).toBe(200);
  return body;
};

interface Told {
  readonly kind: string;
  readonly key: string | null;
  readonly select: string | null;
  readonly change: string;
  readonly properties: readonly { property: string; from: unknown; to: unknown }[];
}
/** `field zip: removed`, `option source/website: changed (label Website → Web)`. */
const lines = (parts: readonly Told[]) =>
  parts.map(({ kind, key, select, change, properties }) => {
    const name = [kind, [select, key].filter(Boolean).join('/')].filter(Boolean).join(' ');
    const details = properties.map(({ property, from, to }) => `${property} ${from} → ${to}`).join(', ');
    return `${name}: ${change}${details && ` (${details})`}`;
  });

test('each kind of part shows what a restore makes of it, and what stays apart', async () => {
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  await owner.call(`POST ${path}/fields`, { body: { key: 'city', label: 'City', type: 'text' } });
  await owner.call(`POST ${path}/statuses`, { body: { key: 'won', label: 'Won', category: 'won' } });
  const kept = { name: 'Kept', condition: sourceIs('website') };
  const filter = (await owner.call(`POST ${path}/filters`, { body: kept })).body.id;
  const then = await revision();

  await owner.call(`PATCH ${path}`, { body: { name: 'Renamed', support_contact: 'help@example.com' } });
  await owner.call(`PATCH ${path}/fields/zip`, { body: { label: 'Postcode', required: true } });
  await owner.call(`DELETE ${path}/fields/city`);
  await owner.call(`POST ${path}/fields`, { body: { key: 'late', label: 'Late', type: 'text' } });
  await owner.call(`PATCH ${path}/selects/source/options/website`, { body: { label: 'Web' } });
  await owner.call(`DELETE ${path}/selects/source/options/vendor-xyz`);
  await owner.call(`POST ${path}/selects/source/options`, { body: { label: 'Late one' } });
  await owner.call(`POST ${path}/selects`, { body: { key: 'roof', label: 'Roof', options: [{ label: 'Flat' }] } });
  await owner.call(`DELETE ${path}/statuses/won`);
  await owner.call(`PUT ${path}/duplicate-rule`, {
    body: { fields: ['zip'], match: 'any', within_days: 30, action: 'flag', reach: 'visible' },
  });
  await owner.call(`PATCH ${path}/filters/${filter}`, { body: { condition: sourceIs('vendor-xyz') } });
  const since = (await owner.call(`POST ${path}/filters`, { body: { name: 'Since', condition: sourceIs('website') } }))
    .body.id;

  const told = await preview(then);
  expect(lines(told.parts)).toEqual([
    `campaign: changed (name Renamed → Campaign ${count}, support_contact help@example.com → null)`,
    'field late: removed',
    'field zip: changed (label Postcode → Zip, required true → false)',
    'field city: added',
    'option source/vendor-xyz: changed (archived true → false)',
    'option source/website: changed (label Web → Website)',
    'option source/late-one: changed (archived false → true)',
    'option roof/flat: changed (archived false → true)',
    'status won: added',
    'duplicate_rule: removed',
  ]);
  expect(lines(told.stays)).toEqual([
    'select roof: added',
    'option source/late-one: added',
    `filter ${filter}: changed (condition Source is Website → Source is Vendor XYZ)`,
    `filter ${since}: added`,
  ]);

  const made = await restore(then);
  expect(made.parts).toEqual(told.parts);
  expect((await owner.call(`GET ${path}/revisions`)).body.data[0].parts).toEqual(told.parts);
});

test('an order appears once for fields, and once for each select', async () => {
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  const then = await revision();
  await owner.call(`PUT ${path}/fields/order`, { body: { keys: ['zip', 'source'] } });
  await owner.call(`PUT ${path}/selects/source/options/order`, { body: { values: ['website', 'vendor-xyz'] } });
  const { parts } = await preview(then);
  expect(lines(parts)).toEqual(['field: reordered', 'option source: reordered']);
  expect((await restore(then)).parts).toEqual(parts);
});

test('where all that is different is an empty select, which cannot go, no revision is made', async () => {
  const then = await revision();
  await owner.call(`POST ${path}/selects`, { body: { key: 'roof', label: 'Roof' } });
  const now = await revision();
  expect(now).toBeGreaterThan(then);
  const { parts, stays } = await preview(then);
  expect([lines(parts), lines(stays)]).toEqual([[], ['select roof: added']]);
  expect(await restore(then)).toMatchObject({ revision: now, restored: null });
  expect(await revision()).toBe(now);
  expect((await owner.call('GET /audit?limit=1')).body.data[0].action).toBe('select.create');
});

test('a restored revision has nothing left to restore', async () => {
  const then = await revision();
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  await owner.call(`POST ${path}/selects`, { body: { key: 'roof', label: 'Roof', options: [{ label: 'Flat' }] } });
  await owner.call(`POST ${path}/selects/source/options`, { body: { label: 'Late' } });
  const { revision: made } = await restore(then);
  expect((await preview(then)).parts).toEqual([]);
  expect((await restore(then)).revision).toBe(made);
});

test('other changes appear part by part too, and leave nothing behind', async () => {
  const change = { operation: 'createField', body: { key: 'zip', label: 'Zip', type: 'text' } };
  const { body } = await owner.call(`POST ${path}/schema/preview`, { body: { change } });
  expect([lines(body.parts), body.stays]).toEqual([['field zip: added'], []]);
});
