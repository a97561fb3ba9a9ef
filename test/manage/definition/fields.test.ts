/** Fields in the Management API: what each type allows, what never changes, and refusals that list every error at once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { fillKeyColumns } from '../../../src/leads/store/campaign-wide/fill-keys.ts';
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

let keys = 0;
const create = (field: object) => {
  keys += 1;
  return owner.call(`POST ${path}/fields`, { body: { key: `field_${keys}`, label: 'Field', ...field } });
};
const pointers = (body: { errors?: { pointer: string }[] }) => (body.errors ?? []).map((error) => error.pointer);

test('a field shows all its properties, empty ones as null, and stands after the others', async () => {
  const { status, body, headers } = await create({ key: 'zip', type: 'text', label: 'Zip', pattern: '^\\d{4}$' });

  const rest = {
    description: null,
    search_state: null,
    select: null,
    min: null,
    max: null,
    max_length: null,
    default: null,
  };
  const zip = { key: 'zip', type: 'text', label: 'Zip', required: false, searchable: false, pattern: '^\\d{4}$' };
  expect([status, body]).toEqual([201, { ...zip, ...rest }]);
  const list = await owner.call(`GET ${path}/fields`);
  expect(list.body.data.map((field: { key: string }) => field.key)).toEqual(['source', 'zip']);
  expect(list.headers.get('ETag')).toBe(headers.get('ETag'));
});

test('options of its own make a select with its name and the next free key, all or nothing', async () => {
  const own = await makeCampaign(owner, 'Own options');
  const make = (field: object) => owner.call(`POST ${own}/fields`, { body: { ...roof, ...field } });
  const roof = {
    key: 'other',
    type: 'select',
    label: 'Source',
    options: [{ label: 'Tile' }, { value: 'tar', label: 'Felt' }],
  };

  const { status, body } = await make({ key: 'source_of_roof', default: 'tar' });
  const refused = await make({ default: 'nope' });
  const twice = await make({
    options: [
      { value: 'a', label: 'A' },
      { value: 'a', label: 'B' },
    ],
  });
  const taken = await make({ key: 'website', options: [] });

  expect([status, body.select, body.searchable]).toEqual([201, 'source_of_roof', true]);
  expect([refused, twice, taken].map((one) => [one.status, pointers(one.body)])).toEqual([
    [422, ['/default']],
    [422, ['/options/1/value']],
    [201, []],
  ]);
  expect((await owner.call(`GET ${own}/selects`)).body.data.slice(1)).toEqual([
    {
      key: 'source_of_roof',
      label: 'Source',
      options: [
        { value: 'tile', label: 'Tile', archived: false },
        { value: 'tar', label: 'Felt', archived: false },
      ],
    },
    { key: 'website', label: 'Source', options: [] },
  ]);
});

test('options go with neither a select that is named nor a type without options', async () => {
  const options = [{ label: 'A' }];
  const refusals = [
    await create({ type: 'select', select: 'source', options }),
    await create({ type: 'text', options }),
  ];
  expect(refusals.map(({ status, body }) => [status, pointers(body)])).toEqual([
    [422, ['/options']],
    [422, ['/options']],
  ]);
});

test.each([
  [{ type: 'text', max_length: 20, pattern: '^[a-z]+$', default: 'abc', searchable: true }],
  [{ type: 'long_text', max_length: 10_000, default: 'Many words' }],
  [{ type: 'email', max_length: 100, default: 'a@example.com' }],
  [{ type: 'phone', default: '+4520123456' }],
  [{ type: 'url', default: 'https://example.com' }],
  [{ type: 'integer', min: 0, max: 10, default: 5 }],
  [{ type: 'number', min: -1.5, max: 1.5, default: 0.5 }],
  [{ type: 'boolean', default: false }],
  [{ type: 'date', default: '2026-11-23' }],
  [{ type: 'datetime', default: '2026-11-23T10:15:30.000Z' }],
  [{ type: 'select', select: 'source', default: 'website', searchable: false }],
  [{ type: 'multi_select', select: 'source', default: ['website', 'vendor-xyz'] }],
])('%j can be made, and is shown as it was sent', async (field) => {
  const { status, body } = await create(field);
  expect(status).toBe(201);
  expect(body).toMatchObject(field);
});

test('a default is kept in the form in which leads are stored', async () => {
  expect((await create({ type: 'phone', default: '20 12 34 56' })).body.default).toBe('+4520123456');
  expect((await create({ type: 'email', default: 'A@EXAMPLE.com' })).body.default).toBe('A@example.com');
  expect((await create({ type: 'text', default: '' })).body.default).toBeNull();
});

test.each([
  [{ type: 'text', min: 1, max: 2, select: 'source' }, ['/max', '/min', '/select']],
  [{ type: 'date', min: 1 }, ['/min']],
  [{ type: 'integer', min: 1.5 }, ['/min']],
  [{ type: 'integer', min: 3, max: 2 }, ['/max']],
  [{ type: 'integer', max_length: 3, pattern: 'x' }, ['/max_length', '/pattern']],
  [{ type: 'phone', max_length: 3 }, ['/max_length']],
  [{ type: 'text', max_length: 1_001 }, ['/max_length']],
  [{ type: 'text', pattern: '(a+)+(?=b)' }, ['/pattern']],
  [{ type: 'text', pattern: '(' }, ['/pattern']],
  [{ type: 'email', pattern: 'x' }, ['/pattern']],
  [{ type: 'select' }, ['/select']],
  [{ type: 'select', select: 'nope' }, ['/select']],
  [{ type: 'long_text', searchable: true }, ['/searchable']],
  [{ type: 'multi_select', select: 'source', searchable: true }, ['/searchable']],
  [{ type: 'integer', default: '5' }, ['/default']],
  [{ type: 'integer', min: 1, default: 0 }, ['/default']],
  [{ type: 'text', max_length: 2, default: 'abc' }, ['/default']],
  [{ type: 'text', pattern: '^a$', default: 'b' }, ['/default']],
  [{ type: 'select', select: 'source', default: 'nobody' }, ['/default']],
  [{ type: 'date', default: '2026-02-30' }, ['/default']],
  [{ type: 'email', default: 'a@b' }, ['/default']],
  [{ type: 'text', default: 'two\nlines' }, ['/default']],
  [{ type: 'text', required: true, default: ' ' }, ['/default']],
  [{ type: 'datetime', default: '2999-12-31T23:59:59-01:00' }, ['/default']],
  [{ type: 'text', default: 'a\u0000' }, ['/default']],
  [{ type: 'colour' }, ['/type']],
  [{ key: 'Upper', type: 'text', lable: 'x' }, ['/key', '/lable']],
])('%j is refused at %j, and nothing is written', async (field, expected) => {
  const before = (await owner.call(`GET ${path}`)).body.revision;

  const { status, body } = await create(field);

  expect([status, body.code]).toEqual([422, 'invalid_request']);
  expect(pointers(body).sort()).toEqual(expected);
  expect((await owner.call(`GET ${path}`)).body.revision).toBe(before);
});

test('a wrong select is answered with those that there are', async () => {
  expect((await create({ type: 'select', select: 'nope' })).body.errors[0].allowed).toEqual(['source']);
});

test('key, type and select never change: a PATCH that names one is refused', async () => {
  const { status, body } = await owner.call(`PATCH ${path}/fields/zip`, {
    body: { key: 'x', type: 'url', select: 's' },
  });
  expect([status, pointers(body).sort()]).toEqual([422, ['/key', '/select', '/type']]);
});

test('a PATCH changes what it names, and is judged together with what stays', async () => {
  await create({ key: 'size', type: 'integer', min: 1, max: 9, default: 5 });

  const { body } = await owner.call(`PATCH ${path}/fields/size`, { body: { label: 'Size', max: 7 } });
  expect(body).toMatchObject({ label: 'Size', min: 1, max: 7, default: 5 });

  const refused = await owner.call(`PATCH ${path}/fields/size`, { body: { max: 3 } });
  expect(pointers(refused.body)).toEqual(['/default']);
  expect((await owner.call(`PATCH ${path}/fields/size`, { body: { default: null } })).body.default).toBeNull();
  expect((await owner.call(`PATCH ${path}/fields/nope`, { body: { label: 'x' } })).status).toBe(404);
});

test('a default whose option was archived does not stand in the way of another change', async () => {
  await owner.call(`POST ${path}/selects/source/options`, { body: { label: 'Passing' } });
  await create({ key: 'origin', type: 'select', select: 'source', default: 'passing' });
  await owner.call(`DELETE ${path}/selects/source/options/passing`);

  const { status, body } = await owner.call(`PATCH ${path}/fields/origin`, { body: { label: 'Origin' } });

  expect([status, body.label, body.default]).toEqual([200, 'Origin', 'passing']);
});

test('the order of the fields is set as a whole: unknown, repeated and missing keys are reported', async () => {
  const all = (await owner.call(`GET ${path}/fields`)).body.data.map((field: { key: string }) => field.key);
  const turned = [...all].reverse();

  const { body } = await owner.call(`PUT ${path}/fields/order`, { body: { keys: turned } });
  expect(body.data.map((field: { key: string }) => field.key)).toEqual(turned);

  const refused = await owner.call(`PUT ${path}/fields/order`, { body: { keys: ['zip', 'zip', 'nope'] } });
  expect(refused.status).toBe(422);
  expect(pointers(refused.body)).toEqual(['/keys/1', '/keys/2', '/keys']);
});

test('a field with the key `order` is a field like any other', async () => {
  expect((await create({ key: 'order', type: 'text' })).status).toBe(201);
  expect((await owner.call(`PATCH ${path}/fields/order`, { body: { label: 'Order' } })).body.label).toBe('Order');
  expect((await owner.call(`DELETE ${path}/fields/order`)).status).toBe(204);
});

test('a removed field is gone, its key is spent, and its filters keep it from being removed unless forced', async () => {
  await create({ key: 'region', type: 'text' });
  const condition = { all: [sourceIs('website'), { path: 'fields.region', op: 'eq', value: 'North' }] };
  const { body: filter } = await owner.call(`POST ${path}/filters`, { body: { name: 'North', condition } });
  const tie = { name: 'North token', permission: 'read', filter_id: filter.id };
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: tie });

  const refused = await owner.call(`DELETE ${path}/fields/region`);
  expect([refused.status, refused.body.code]).toEqual([409, 'in_use']);
  expect(refused.body.used_by).toEqual({
    filters: [{ id: filter.id, name: 'North' }],
    tokens: [{ id: token.id, name: 'North token' }],
  });

  expect((await owner.call(`DELETE ${path}/fields/region?force=true`)).status).toBe(204);
  const list = await owner.call(`GET ${path}/fields`);
  expect(list.body.data.map((field: { key: string }) => field.key)).not.toContain('region');
  const again = await create({ key: 'region', type: 'text' });
  expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
  expect((await create({ key: 'zip', type: 'text' })).body.code).toBe('already_exists');
});

test('a searchable field tells how far it is served by an index: filling, and then ready', async () => {
  const { db } = server.connection;
  const { body } = await create({ key: 'indexed', type: 'text', searchable: true });
  expect(body.search_state).toEqual({ state: 'filling', filled_to: null });
  const shown = async () => (await owner.call(`GET ${path}/fields`)).body.data.at(-1);
  // The state after a process has filled a part of the column.
  const last = '01930000-0000-7000-8000-000000000001';
  await sql`update key_columns set filled_to = ${last} where field_key = 'indexed'`.execute(db);
  expect((await shown()).search_state).toEqual({ state: 'filling', filled_to: '2024-11-06T05:43:40.288Z' });

  await fillKeyColumns(db);

  expect(await shown()).toMatchObject({ key: 'indexed', search_state: { state: 'ready', filled_to: null } });
});

test('beyond the key columns an explicit searchable is refused, and a select becomes not searchable', async () => {
  const full = await makeCampaign(owner, 'Full');
  for (let i = 0; i < 9; i += 1) {
    const body = { key: `t${i}`, label: 'T', type: 'text', searchable: true };
    expect((await owner.call(`POST ${full}/fields`, { body })).status).toBe(201);
  }
  const body = { key: 'more', label: 'More', type: 'text', searchable: true };
  const refused = await owner.call(`POST ${full}/fields`, { body });
  expect([refused.status, pointers(refused.body)]).toEqual([422, ['/searchable']]);

  const select = { key: 'also', label: 'Also', type: 'select', select: 'source' };
  expect((await owner.call(`POST ${full}/fields`, { body: select })).body.searchable).toBe(false);
  expect((await owner.call(`PATCH ${full}/fields/also`, { body: { searchable: true } })).status).toBe(422);
});

test('an unknown parameter and a stale revision are refused', async () => {
  expect((await owner.call(`DELETE ${path}/fields/zip?forced=true`)).body.errors[0].parameter).toBe('forced');
  const headers = { 'If-Match': '"1"' };
  expect((await owner.call(`DELETE ${path}/fields/zip`, { headers })).body.code).toBe('stale');
  expect((await owner.call(`PATCH ${path}/fields/zip`, { headers, body: { label: 'x' } })).body.code).toBe('stale');
});

test('properties that never change are refused with that reason', async () => {
  const { body } = await owner.call(`PATCH ${path}/fields/source`, {
    body: { type: 'text', key: 'other', tpye: 'text' },
  });
  expect(body.errors).toEqual([
    { pointer: '/type', code: 'unknown', detail: '`type` never changes; leave it out.' },
    { pointer: '/key', code: 'unknown', detail: '`key` never changes; leave it out.' },
    expect.objectContaining({
      pointer: '/tpye',
      code: 'unknown',
      detail: expect.stringContaining('is not known here'),
    }),
  ]);
});

test('an entry of a list is named by its number and the list', async () => {
  const { body } = await owner.call(`POST ${path}/selects`, {
    body: { key: 'roof', label: 'Roof', options: [{ label: 'Tile' }, { value: 'flat' }, 'Metal'] },
  });
  expect(body.errors.map((error: { detail: string }) => error.detail)).toEqual([
    '`label` of entry 2 of `options` is required.',
    'Entry 3 of `options` must be an object.',
  ]);
});
