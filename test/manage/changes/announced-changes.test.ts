/** Announced changes: tried when they are announced, moved and withdrawn, and made by themselves at their time. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createNoteDocuments } from '../../../src/changelog/note-documents.ts';
import { takeEffect } from '../../../src/manage/changes/take-effect.ts';
import { leadsOfMember } from '../../../src/manage/leads-of-member.ts';
import { makeCampaign, type SignedUp, signUp, signUpMember, sourceIs } from '../../support/manage.ts';
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
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
});

const later = '2099-02-01T08:00:00.000Z';
const required = { operation: 'updateField', path: { key: 'zip' }, body: { required: true } };
const announce = (change: object, more: object = {}) =>
  owner.call(`POST ${path}/announced-changes`, { body: { change, at: later, ...more } });
const listed = async () => (await owner.call(`GET ${path}/announced-changes`)).body.data;
const field = async (key: string) =>
  (await owner.call(`GET ${path}/fields`)).body.data.find((one: { key: string }) => one.key === key);
const revision = async () => (await owner.call(`GET ${path}/revisions?limit=1`)).body.data[0].revision;
/** Moves the times of the campaign's announced changes into the past. */
const passTime = () =>
  sql`update announced_changes set at = now() - interval '1 second'
    where state = 'announced' and campaign_id = (select id from campaigns where slug = ${path.split('/').pop()})`.execute(
    server.connection.db,
  );
const takeEffectNow = () => {
  const { db } = server.connection;
  const { url: publicUrl } = server;
  const noteDocuments = createNoteDocuments();
  return takeEffect({ db, leads: leadsOfMember(db), noteDocuments, publicUrl }, () => false);
};

test('a change is announced: it is tried, does not hold yet, and appears with its words', async () => {
  const before = await revision();
  const { status, body, headers } = await announce(required, { note: 'We plan routes.' });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(String),
    change: required,
    at: later,
    note: 'We plan routes.',
    state: 'announced',
    changes: [{ class: 'breaking', kind: 'required', sentence: '`zip` will be required.' }],
    parts: [
      {
        ...{ kind: 'field', key: 'zip', select: null, label: 'Zip', change: 'changed' },
        properties: [{ property: 'required', from: false, to: true }],
      },
    ],
    announced_at: expect.stringMatching(/Z$/),
    announced_by: { id: owner.memberId, name: 'Olivia Owner' },
    ended_at: null,
    revision: null,
    problem: null,
  });
  expect(headers.get('ETag')).toBe(`"${before + 1}"`);
  expect((await field('zip')).required).toBe(false);
  expect(await listed()).toEqual([body]);
});

test('a change that its operation would refuse is refused, at its place in the change', async () => {
  const refused = async (change: object, more = {}) => {
    const { status, body } = await announce(change, more);
    return [status, body.code, ...(body.errors ?? []).map((error: { pointer: string }) => error.pointer)];
  };
  expect(await refused({ ...required, body: { required: 'yes', colour: 'red' } })).toEqual([
    422,
    'invalid_request',
    '/change/body/colour',
    '/change/body/required',
  ]);
  expect(await refused({ ...required, body: { min: 3 } })).toEqual([422, 'invalid_request', '/change/body/min']);
  expect(await refused({ ...required, path: { field: 'zip' }, query: { force: true } })).toEqual([
    422,
    'invalid_request',
    '/change/path/field',
    '/change/path/key',
    '/change/query/force',
  ]);
  const of = (operation: string, path: object) => refused({ operation, path });
  expect(await of('restoreRevision', { revision: 'one' })).toEqual([422, 'invalid_request', '/change/path/revision']);
  expect(await of('restoreRevision', { revision: '999' })).toEqual([404, 'not_found']);
  expect(await of('deleteFilter', { id: 'none' })).toEqual([422, 'invalid_request', '/change/path/id']);
  expect(await refused({ ...required, path: { key: 'nothing' } })).toEqual([404, 'not_found']);
  expect(await refused({ operation: 'updateField', path: { key: 'zip' } })).toEqual([
    422,
    'invalid_request',
    '/change/body',
  ]);
  expect(await refused({ operation: 'deleteField', path: { key: 'zip' }, body: {} })).toEqual([
    422,
    'invalid_request',
    '/change/body',
  ]);
  expect(await refused({ ...required, body: { label: 'Zip' } })).toEqual([422, 'invalid_request', '/change']);
  expect(await refused(required, { at: '2020-01-01T00:00:00Z' })).toEqual([422, 'invalid_request', '/at']);
  expect(await refused(required, { at: '9999-12-31T23:59:59-23:59' })).toEqual([422, 'invalid_request', '/at']);
  expect((await announce({ operation: 'deleteCampaign' })).status).toBe(422);
  await owner.call(`POST ${path}/filters`, { body: { name: 'Web', condition: sourceIs('website') } });
  const archived = { operation: 'deleteOption', path: { key: 'source', value: 'website' } };
  expect(await refused(archived)).toEqual([409, 'in_use']);
  expect((await announce({ ...archived, query: { force: true } })).status).toBe(201);
  expect(await listed()).toHaveLength(1);
});

test('an announcement builds on earlier ones, and on no later one', async () => {
  await announce({ operation: 'createField', body: { key: 'city', label: 'City', type: 'text' } });
  const longer = { operation: 'updateField', path: { key: 'city' }, body: { max_length: 40 } };
  expect((await announce(longer, { at: '2098-01-01T00:00:00Z' })).status).toBe(404);
  const { status, body } = await announce(longer, { at: '2099-06-01T00:00:00Z' });
  expect(status).toBe(201);
  expect(body.changes.map((one: { sentence: string }) => one.sentence)).toEqual([
    '`city` must then be at most 40 characters long, and is at most 1,000 until then.',
  ]);
});

test('an announcement is moved, and withdrawn: documents then show it no more', async () => {
  const { body } = await announce(required);
  const one = `${path}/announced-changes/${body.id}`;
  const moved = await owner.call(`PATCH ${one}`, { body: { at: '2099-03-01T00:00:00Z', note: 'Later.' } });
  expect(moved.body).toMatchObject({ at: '2099-03-01T00:00:00.000Z', note: 'Later.', state: 'announced' });
  expect((await owner.call(`PATCH ${one}`, { body: { at: '2001-01-01T00:00:00Z' } })).status).toBe(422);
  const stale = { 'If-Match': '"1"' };
  expect((await owner.call(`DELETE ${one}`, { headers: stale })).status).toBe(409);
  expect((await owner.call(`DELETE ${one}`)).status).toBe(204);
  expect(await listed()).toMatchObject([{ state: 'withdrawn', changes: [], ended_at: expect.any(String) }]);
  const told = (await owner.call(`GET ${path}/revisions?limit=3`)).body.data;
  expect(told.map(({ changes }: { changes: { sentence: string }[] }) => changes[0]?.sentence)).toEqual([
    'An announced change was withdrawn.',
    'An announced change was moved or updated.',
    'A change was announced for 2099-02-01 08:00 UTC.',
  ]);
  expect((await owner.call(`DELETE ${one}`)).status).toBe(404);
  expect((await owner.call(`PATCH ${one}`, { body: { note: null } })).status).toBe(404);
});

test('when its time has come it is made, as by who announced it, once', async () => {
  const vendor = { name: 'A vendor', permission: 'read_write' };
  const { docs_url } = (await owner.call(`POST ${path}/tokens`, { body: vendor })).body;
  await announce(required, { note: 'We plan routes.' });
  expect(await takeEffectNow()).toBe(0);
  await passTime();
  const made = await Promise.all([takeEffectNow(), takeEffectNow(), takeEffectNow()]);
  expect(made.reduce((sum, one) => sum + one)).toBe(1);
  expect((await field('zip')).required).toBe(true);
  const [done] = await listed();
  expect(done).toMatchObject({
    state: 'done',
    revision: await revision(),
    ended_at: expect.any(String),
    problem: null,
  });
  const [entry] = (await owner.call(`GET ${path}/revisions?limit=1`)).body.data;
  expect(entry).toMatchObject({
    changed_by: { id: owner.memberId },
    changes: [{ class: 'breaking', kind: 'required', sentence: '`zip` is now required.' }],
  });
  const { entries } = (await (await fetch(`${docs_url}/changelog.json`)).json()) as { entries: unknown };
  expect(entries).toMatchObject([
    { note: 'We plan routes.', changes: [{ sentence: '`zip` is now required.' }] },
    { note: null, changes: [{ kind: 'announced' }] },
  ]);
  // Later changes have nothing to do with the note.
  const { id } = (await owner.call(`GET ${path}/tokens`)).body.data.find(
    (one: { docs_url: string }) => one.docs_url === docs_url,
  );
  await owner.call(`PATCH /tokens/${id}`, { body: { permission: 'read' } });
  const later = (await (await fetch(`${docs_url}/changelog.json`)).json()) as { entries: { note: unknown }[] };
  expect(later.entries.map(({ note }) => note)).toEqual([null, 'We plan routes.', null]);
});

test('a change that cannot be made any more fails, changes nothing, and keeps the reason', async () => {
  await announce(required);
  await owner.call(`DELETE ${path}/fields/zip`);
  await passTime();
  expect(await takeEffectNow()).toBe(1);
  expect(await listed()).toMatchObject([{ state: 'failed', problem: 'There is no field `zip`.', revision: null }]);
  const audit = (await owner.call('GET /audit?action=campaign.fail_change')).body.data;
  expect(audit[0]).toMatchObject({ actor: { kind: 'system' }, object: { kind: 'campaign' } });
  expect(await takeEffectNow()).toBe(0);
});

test('one that was made by hand already is over without a further change', async () => {
  await announce(required);
  await owner.call(`PATCH ${path}/fields/zip`, { body: { required: true } });
  await passTime();
  expect(await takeEffectNow()).toBe(1);
  expect(await listed()).toMatchObject([{ state: 'done' }]);
});

test('leads are moved when a status goes, and not when that is only tried', async () => {
  await owner.call(`POST ${path}/statuses`, { body: { key: 'hot', label: 'Hot', category: 'open' } });
  const fields = { source: 'website' };
  const { body: lead } = await owner.call(`POST ${path}/leads`, { body: { status: 'hot', fields } });
  const removal = { operation: 'deleteStatus', path: { key: 'hot' } };
  expect((await announce(removal)).status).toBe(409);
  await announce({ ...removal, query: { move_to: 'new' } });
  const status = async () => (await owner.call(`GET ${path}/leads/${lead.id}`)).body.status;
  expect(await status()).toBe('hot');
  await passTime();
  await takeEffectNow();
  expect(await status()).toBe('new');
});

test('no more than twenty are announced at a time', async () => {
  const named = (i: number) => announce({ operation: 'updateCampaign', body: { name: `Name ${i}` } });
  for (let i = 0; i < 20; i += 1) expect((await named(i)).status).toBe(201);
  const { status, body } = await named(20);
  expect([status, body.detail]).toEqual([422, expect.stringContaining('20 changes are announced already')]);
});

test('viewers can read announcements, and another account sees nothing', async () => {
  const { body } = await announce(required);
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await viewer.call(`GET ${path}/announced-changes`)).status).toBe(200);
  expect((await viewer.call(`POST ${path}/announced-changes`, { body: { change: required, at: later } })).status).toBe(
    403,
  );
  expect((await viewer.call(`DELETE ${path}/announced-changes/${body.id}`)).status).toBe(403);
  const stranger = await signUp(server);
  expect((await stranger.call(`GET ${path}/announced-changes`)).status).toBe(404);
  const other = await makeCampaign(stranger, `Other ${count}`);
  expect((await stranger.call(`DELETE ${other}/announced-changes/${body.id}`)).status).toBe(404);
});
