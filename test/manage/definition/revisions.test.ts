/**
 * Revisions: each change is shown with its author; two revisions are compared; an earlier one is restored, and nothing is
 * lost.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Client, makeCampaign, type SignedUp, signUp, signUpMember, sourceIs } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let viewer: Client;
let path: string;
let count = 0;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  viewer = await signUpMember(server, owner.accountId, 'viewer');
});
afterAll(() => server.stop());
beforeEach(async () => {
  count += 1;
  path = await makeCampaign(owner, `Campaign ${count}`);
});

const revisions = async (query = '') => (await owner.call(`GET ${path}/revisions${query}`)).body;
const restore = (revision: number, query = '', headers = {}) =>
  owner.call(`POST ${path}/revisions/${revision}/restore${query}`, { headers });
const fields = async () => (await owner.call(`GET ${path}/fields`)).body.data;
const sentences = (changes: readonly { class: string; sentence: string }[]) =>
  changes.map((change) => `${change.class}: ${change.sentence}`);

test('a change is a revision: its number, when, by whom, and what it changed', async () => {
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  await owner.call(`PATCH ${path}/fields/zip`, { body: { required: true } });
  await owner.call(`POST ${path}/filters`, { body: { name: 'Web', condition: sourceIs('website') } });
  const { data, next_cursor } = await revisions();
  expect(next_cursor).toBeNull();
  expect(data.map((one: { revision: number }) => one.revision)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(data[0]).toEqual({
    revision: 6,
    at: expect.stringMatching(/Z$/),
    changed_by: { id: owner.memberId, name: 'Olivia Owner' },
    restored: null,
    changes: [{ class: 'additive', kind: 'filter_made', sentence: 'There is a new filter `Web`.' }],
    parts: [
      {
        ...{ kind: 'filter', key: expect.any(String), select: null, label: 'Web' },
        ...{ change: 'added', properties: [] },
      },
    ],
  });
  expect(sentences(data[1].changes)).toEqual(['breaking: `zip` is now required.']);
  expect((await viewer.call(`GET ${path}/revisions/5`)).body).toEqual(data[1]);
});

test('revisions come in pages, each told against the one before', async () => {
  for (const key of ['a', 'b', 'c'])
    await owner.call(`POST ${path}/fields`, { body: { key, label: key, type: 'text' } });
  const whole = (await revisions()).data;
  const first = await revisions('?limit=2');
  const second = await revisions(`?limit=2&cursor=${encodeURIComponent(first.next_cursor)}`);
  expect([...first.data, ...second.data]).toEqual(whole.slice(0, 4));
  expect((await owner.call(`GET ${path}/revisions?cursor=wrong`)).status).toBe(400);
});

test('revisions are found by the words that people see, in pages that meet', async () => {
  for (const key of ['a', 'b', 'c'])
    await owner.call(`POST ${path}/fields`, { body: { key: `part_${key}`, label: key, type: 'text' } });
  await owner.call(`PATCH ${path}/fields/part_b`, { body: { required: true } });
  await restore(4);
  const numbers = async (q: string, more = '') =>
    (await revisions(`?q=${encodeURIComponent(q)}${more}`)).data.map((one: { revision: number }) => one.revision);

  expect(await numbers('PART_B required')).toEqual([7]);
  expect(await numbers('revision 5')).toEqual([5]);
  expect(await numbers('restored')).toEqual([8]);
  expect(await numbers('olivia breaking')).toEqual([8, 7]);
  expect(await numbers('nowhere')).toEqual([]);
  const whole = await numbers('part_');
  const first = await revisions('?q=part_&limit=2');
  const second = await revisions(`?q=part_&limit=2&cursor=${encodeURIComponent(first.next_cursor)}`);
  expect([...first.data, ...second.data].map(({ revision }) => revision)).toEqual(whole.slice(0, 4));
  expect((await owner.call(`GET ${path}/revisions?q=other&cursor=${first.next_cursor}`)).status).toBe(400);
});

test('one search looks through a hundred revisions, says how far it came, and goes on from there', async () => {
  await owner.call(`POST ${path}/fields`, { body: { key: 'needle', label: 'Needle', type: 'text' } });
  for (let i = 0; i < 120; i += 1)
    await owner.call(`PATCH ${path}/fields/source`, { body: { description: `Text ${i}` } });

  const first = await revisions('?q=needle');
  const second = await revisions(`?q=needle&cursor=${encodeURIComponent(first.next_cursor)}`);

  expect([first.data, first.searched_to]).toEqual([[], 25]);
  expect(second).toMatchObject({ data: [{ revision: 4 }], next_cursor: null, searched_to: 1 });
  expect((await revisions()).searched_to).toBeNull();
});

test('two revisions are compared, in either direction', async () => {
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text', max_length: 8 } });
  await owner.call(`PATCH ${path}/fields/zip`, { body: { max_length: 4 } });
  const compare = async (revision: number, other: number) =>
    sentences((await owner.call(`GET ${path}/revisions/${revision}/comparison?with=${other}`)).body.changes);
  expect(await compare(5, 4)).toEqual(['breaking: `zip` must now be at most 4 characters long, and was at most 8.']);
  expect(await compare(4, 5)).toEqual(['additive: `zip` can now be 8 characters long, and was at most 4.']);
  expect(await compare(3, 5)).toEqual(['breaking: The field `zip` was removed.']);
  expect(await compare(5, 5)).toEqual([]);
  expect((await owner.call(`GET ${path}/revisions/5/comparison?with=99`)).status).toBe(404);
  expect((await owner.call(`GET ${path}/revisions/99`)).status).toBe(404);
});

test('an earlier revision is restored as a new one: what was there comes back, with its values', async () => {
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text', searchable: true } });
  await owner.call(`POST ${path}/statuses`, { body: { key: 'won', label: 'Won', category: 'won' } });
  const lead = (await owner.call(`POST ${path}/leads`, { body: { fields: { source: 'website', zip: '5000' } } })).body;
  const before = [
    await fields(),
    (await owner.call(`GET ${path}/statuses`)).body,
    (await owner.call(`GET ${path}/selects`)).body,
  ];

  await owner.call(`DELETE ${path}/fields/zip`);
  await owner.call(`DELETE ${path}/selects/source/options/vendor-xyz`);
  await owner.call(`DELETE ${path}/statuses/won`);
  await owner.call(`PATCH ${path}/statuses/new`, { body: { label: 'Brand new' } });
  await owner.call(`POST ${path}/fields`, { body: { key: 'late', label: 'Late', type: 'text' } });
  await owner.call(`POST ${path}/selects/source/options`, { body: { label: 'Late one' } });
  const restored = await restore(5);

  expect(restored.status).toBe(200);
  expect(restored.body).toMatchObject({ revision: 12, restored: 5, changed_by: { name: 'Olivia Owner' } });
  expect(sentences(restored.body.changes)).toContain('additive: There is a new field `zip`.');
  const after = [
    await fields(),
    (await owner.call(`GET ${path}/statuses`)).body,
    (await owner.call(`GET ${path}/selects`)).body,
  ];
  expect(after[0]).toEqual(before[0]);
  expect(after[1]).toEqual(before[1]);
  expect(after[2].data[0].options).toEqual([
    ...before[2].data[0].options,
    { value: 'late-one', label: 'Late one', archived: true },
  ]);
  expect((await owner.call(`GET ${path}/leads/${lead.id}`)).body.fields).toEqual({ source: 'website', zip: '5000' });
  const { data } = (await owner.call('GET /audit?limit=1')).body;
  expect(data[0]).toMatchObject({ action: 'campaign.restore', object: { kind: 'campaign' } });
});

test('restoring what is so already makes no revision, and a stale one is refused', async () => {
  expect((await restore(3)).body.revision).toBe(3);
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  expect((await restore(3, '', { 'if-match': '"3"' })).body).toMatchObject({ code: 'stale', revision: 4 });
  expect((await restore(77)).status).toBe(404);
  expect((await viewer.call(`POST ${path}/revisions/3/restore`)).body.code).toBe('insufficient_role');
});

test('parts that filters use go only when forced, and a status that leads have does not go', async () => {
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  const condition = { path: 'fields.zip', op: 'eq', value: '5000' };
  const filter = (await owner.call(`POST ${path}/filters`, { body: { name: 'Zip', condition } })).body;
  const refused = await restore(3);
  expect([refused.status, refused.body.used_by]).toEqual([
    409,
    { filters: [{ id: filter.id, name: 'Zip' }], tokens: [] },
  ]);
  expect((await restore(3, '?force=true')).status).toBe(200);
  expect((await fields()).map((field: { key: string }) => field.key)).toEqual(['source']);
  expect((await owner.call(`GET ${path}/filters`)).body.data).toHaveLength(1);

  const { revision } = (await revisions('?limit=1')).data[0];
  await owner.call(`POST ${path}/statuses`, { body: { key: 'won', label: 'Won', category: 'won' } });
  await owner.call(`POST ${path}/leads`, { body: { status: 'won', fields: { source: 'website' } } });
  const held = await restore(revision, '?force=true');
  expect([held.status, held.body.code, held.body.leads]).toEqual([409, 'in_use', 1]);
});
