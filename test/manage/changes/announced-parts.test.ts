/** The parts that an announced change will affect, for every operation that can be announced. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp, sourceIs } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
let filter: string;
let count = 0;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(() => server?.stop());
beforeEach(async () => {
  count += 1;
  path = await makeCampaign(owner, `Campaign ${count}`);
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  await owner.call(`POST ${path}/statuses`, { body: { key: 'sold', label: 'Sold', category: 'won' } });
  const condition = sourceIs('website');
  filter = (await owner.call(`POST ${path}/filters`, { body: { name: 'Own site', condition } })).body.id;
});

const announce = async (change: object, at = '2099-02-01T08:00:00Z') =>
  (await owner.call(`POST ${path}/announced-changes`, { body: { change, at } })).body;
const partsOf = async (change: object) => (await announce(change)).parts;
type Values = Readonly<Record<string, unknown>>;
const propertiesOf = (from: Values, to: Values) =>
  Object.keys(to).map((property) => ({ property, from: from[property], to: to[property] }));
const part = (kind: string, key: string | null, label: string, change: string, from: Values = {}, to: Values = {}) => {
  return { kind, key, select: kind === 'option' ? 'source' : null, label, change, properties: propertiesOf(from, to) };
};

test.each([
  [{ operation: 'deleteField', path: { key: 'zip' } }, part('field', 'zip', 'Zip', 'removed')],
  [
    { operation: 'updateField', path: { key: 'zip' }, body: { label: 'Post code', max_length: 4 } },
    part(
      'field',
      'zip',
      'Post code',
      'changed',
      { label: 'Zip', max_length: null },
      { label: 'Post code', max_length: 4 },
    ),
  ],
  [
    { operation: 'createField', body: { key: 'roof', label: 'Roof', type: 'text' } },
    part('field', 'roof', 'Roof', 'added'),
  ],
  [
    { operation: 'createOption', path: { key: 'source' }, body: { label: 'New one' } },
    part('option', 'new-one', 'New one', 'added'),
  ],
  [
    { operation: 'deleteOption', path: { key: 'source', value: 'vendor-xyz' } },
    part('option', 'vendor-xyz', 'Vendor XYZ', 'changed', { archived: false }, { archived: true }),
  ],
  [{ operation: 'deleteStatus', path: { key: 'sold' } }, part('status', 'sold', 'Sold', 'removed')],
  [
    { operation: 'updateStatus', path: { key: 'sold' }, body: { label: 'Signed' } },
    part('status', 'sold', 'Signed', 'changed', { label: 'Sold' }, { label: 'Signed' }),
  ],
  [
    { operation: 'setDuplicateRule', body: { fields: ['zip'], match: 'any', action: 'reject', reach: 'campaign' } },
    part('duplicate_rule', null, 'Duplicates', 'added'),
  ],
  [
    { operation: 'updateCampaign', body: { default_country: 'SE' } },
    { kind: 'campaign', properties: propertiesOf({ default_country: 'DK' }, { default_country: 'SE' }) },
  ],
])('%j tells what it touches', async (change, expected) => {
  expect(await partsOf(change)).toEqual([expect.objectContaining(expected)]);
});

test('a filter is named with its name', async () => {
  expect(
    await partsOf({ operation: 'updateFilter', path: { id: filter }, body: { condition: sourceIs('vendor-xyz') } }),
  ).toEqual([
    part(
      'filter',
      filter,
      'Own site',
      'changed',
      { condition: 'Source is Website' },
      { condition: 'Source is Vendor XYZ' },
    ),
  ]);
  expect(await partsOf({ operation: 'deleteFilter', path: { id: filter }, query: { force: true } })).toEqual([
    part('filter', filter, 'Own site', 'removed'),
  ]);
});

test('each change has parts against the definition until then, and no parts once it is over', async () => {
  const first = await announce({ operation: 'updateField', path: { key: 'zip' }, body: { label: 'Post code' } });
  const second = await announce(
    { operation: 'updateField', path: { key: 'zip' }, body: { label: 'Code' } },
    '2099-03-01T08:00:00Z',
  );
  expect(second.parts).toEqual([part('field', 'zip', 'Code', 'changed', { label: 'Post code' }, { label: 'Code' })]);

  await owner.call(`DELETE ${path}/announced-changes/${first.id}`);
  const { data } = (await owner.call(`GET ${path}/announced-changes`)).body;
  expect(data.map(({ parts }: { parts: object[] }) => parts)).toEqual([
    [part('field', 'zip', 'Code', 'changed', { label: 'Zip' }, { label: 'Code' })],
    [],
  ]);
});

test('an earlier revision that is restored touches all that has changed since', async () => {
  const { revision } = (await owner.call(`GET ${path}`)).body;
  await owner.call(`PATCH ${path}/fields/zip`, { body: { required: true } });
  await owner.call(`POST ${path}/fields`, { body: { key: 'roof', label: 'Roof', type: 'text' } });

  const parts = await partsOf({ operation: 'restoreRevision', path: { revision: String(revision) } });

  expect(parts).toEqual([
    part('field', 'roof', 'Roof', 'removed'),
    part('field', 'zip', 'Zip', 'changed', { required: true }, { required: false }),
  ]);
});
