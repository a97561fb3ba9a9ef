/** Selects and options in the Management API: values are made from labels, archived and restored, never reused. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp, sourceIs } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
});
afterAll(() => server?.stop());

const options = () => `${path}/selects/source/options`;

test('a select is made with its options in order; values that are not given are made from the labels', async () => {
  const body = {
    key: 'roof',
    label: 'Roof',
    options: [{ label: 'Flat' }, { value: 'flat', label: 'Flat (old)' }, { label: 'Skråt tag' }],
  };
  const { status, body: select } = await owner.call(`POST ${path}/selects`, { body });

  expect(status).toBe(201);
  expect(select.options.map((option: { value: string }) => option.value)).toEqual(['flat-2', 'flat', 'skraat-tag']);
  const list = await owner.call(`GET ${path}/selects`);
  expect(list.body.data.find((one: { key: string }) => one.key === 'roof')).toEqual(select);
});

test('a select without options, a key that is taken, a value given twice', async () => {
  const create = (body: object) => owner.call(`POST ${path}/selects`, { body: { label: 'S', ...body } });
  expect((await create({ key: 'empty' })).body.options).toEqual([]);
  expect((await create({ key: 'empty' })).body.code).toBe('already_exists');
  const twice = [
    { value: 'a', label: 'A' },
    { value: 'a', label: 'B' },
  ];
  expect((await create({ key: 'twice', options: twice })).body.errors[0].pointer).toBe('/options/1/value');
});

test('an option is appended; its value is made from the label, with a number when that is taken', async () => {
  const add = async (body: object) => (await owner.call(`POST ${options()}`, { body })).body;
  expect(await add({ label: 'Nordic Leads' })).toEqual({
    value: 'nordic-leads',
    label: 'Nordic Leads',
    archived: false,
  });
  expect((await add({ label: 'Nordic Leads' })).value).toBe('nordic-leads-2');
  expect((await add({ label: '…' })).value).toBe('option');
  expect((await owner.call(`POST ${path}/selects/nope/options`, { body: { label: 'x' } })).status).toBe(404);
});

test('an archived option stays in the list, keeps its value, and can be restored', async () => {
  await owner.call(`POST ${options()}`, { body: { label: 'Seasonal' } });
  expect((await owner.call(`DELETE ${options()}/seasonal`)).status).toBe(204);
  expect((await owner.call(`DELETE ${options()}/seasonal`)).status).toBe(204);

  const list = (await owner.call(`GET ${path}/selects`)).body.data[0].options;
  expect(list).toContainEqual({ value: 'seasonal', label: 'Seasonal', archived: true });
  const again = await owner.call(`POST ${options()}`, { body: { value: 'seasonal', label: 'Other' } });
  expect([again.status, again.body.code]).toEqual([409, 'already_exists']);

  const restored = await owner.call(`PATCH ${options()}/seasonal`, { body: { archived: false, label: 'All year' } });
  expect(restored.body).toEqual({ value: 'seasonal', label: 'All year', archived: false });
});

test('an option is archived by DELETE alone, and its value never changes', async () => {
  const { status, body } = await owner.call(`PATCH ${options()}/website`, { body: { archived: true } });
  expect([status, body.errors[0].pointer]).toEqual([422, '/archived']);
  const value = await owner.call(`PATCH ${options()}/website`, { body: { value: 'web' } });
  expect([value.status, value.body.errors[0].code]).toEqual([422, 'unknown']);
  expect((await owner.call(`PATCH ${options()}/nope`, { body: { label: 'x' } })).status).toBe(404);
});

test.each([
  ['one value', () => sourceIs('in-use')],
  ['one of a list', () => ({ path: 'fields.source', op: 'in', value: ['website', 'in-use'] })],
  ['deep inside', () => ({ not: { any: [{ all: [sourceIs('in-use')] }] } })],
])('an option that a filter asks for (%s) is archived only when forced', async (_name, condition) => {
  const add = await owner.call(`POST ${options()}`, { body: { value: 'in-use', label: 'In use' } });
  if (add.status === 409) await owner.call(`PATCH ${options()}/in-use`, { body: { archived: false } });
  const { body: filter } = await owner.call(`POST ${path}/filters`, {
    body: { name: `Filter ${_name}`, condition: condition() },
  });

  const refused = await owner.call(`DELETE ${options()}/in-use`);
  expect([refused.status, refused.body.used_by.filters]).toEqual([409, [{ id: filter.id, name: `Filter ${_name}` }]]);

  expect((await owner.call(`DELETE ${options()}/in-use?force=true`)).status).toBe(204);
  await owner.call(`DELETE ${path}/filters/${filter.id}`);
});

test('a select is renamed; its key stays', async () => {
  const { body: select } = await owner.call(`POST ${path}/selects`, { body: { key: 'renamed', label: 'Before' } });
  const { status, body } = await owner.call(`PATCH ${path}/selects/renamed`, { body: { label: 'After' } });
  expect([status, body]).toEqual([200, { ...select, label: 'After' }]);
  expect((await owner.call(`PATCH ${path}/selects/renamed`, { body: { key: 'other' } })).status).toBe(422);
  expect((await owner.call(`PATCH ${path}/selects/nowhere`, { body: { label: 'x' } })).status).toBe(404);
});

test('many options are created in one revision, after the existing ones, or not at all', async () => {
  const options = [{ label: 'First' }];
  await owner.call(`POST ${path}/selects`, { body: { key: 'many', label: 'Many', options } });
  const batch = (given: object[]) =>
    owner.call(`POST ${path}/selects/many/options/batch`, { body: { options: given } });
  const before = (await owner.call(`GET ${path}`)).body.revision;

  const { status, body } = await batch([{ label: 'First' }, { label: 'Second' }, { value: 'first-2', label: 'Third' }]);

  expect(status).toBe(201);
  expect(body.data.map(({ value }: { value: string }) => value)).toEqual(['first-3', 'second', 'first-2']);
  expect((await owner.call(`GET ${path}`)).body.revision).toBe(before + 1);
  const refused = await batch([{ label: 'New' }, { value: 'second', label: 'Again' }]);
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([409, '/options/1/value']);
  const twice = await batch([
    { value: 'a', label: 'A' },
    { value: 'a', label: 'A' },
  ]);
  expect(twice.body.errors[0]).toMatchObject({ pointer: '/options/1/value', code: 'repeated' });
  expect((await owner.call(`GET ${path}`)).body.revision).toBe(before + 1);
});

test('options are put in order, archived ones included; missing, unknown and repeated ones are reported', async () => {
  const options = [{ label: 'A' }, { label: 'B' }, { label: 'Order' }];
  await owner.call(`POST ${path}/selects`, { body: { key: 'sorted', label: 'Sorted', options } });
  await owner.call(`DELETE ${path}/selects/sorted/options/b`);
  const order = (values: string[]) => owner.call(`PUT ${path}/selects/sorted/options/order`, { body: { values } });

  const { body } = await order(['order', 'b', 'a']);

  expect(body.data.map(({ value }: { value: string }) => value)).toEqual(['order', 'b', 'a']);
  const wrong = await order(['a', 'a', 'x']);
  expect(wrong.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
    '/values/1',
    '/values/2',
    '/values',
  ]);
  // An option's value may equal the last segment of the order's address.
  const renamed = await owner.call(`PATCH ${path}/selects/sorted/options/order`, { body: { label: 'Ordered' } });
  expect(renamed.body).toMatchObject({ value: 'order', label: 'Ordered' });
});
