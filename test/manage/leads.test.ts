/**
 * Leads for members: the Lead API's operations under a grant for the whole campaign, with a session, and never with a token.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { client, makeCampaign, type SignedUp, signUp, signUpMember } from '../support/manage.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text', searchable: true } });
});
afterAll(() => server?.stop());

const create = (fields: object, rest: object = {}) => owner.call(`POST ${path}/leads`, { body: { fields, ...rest } });

test('a member creates, reads, changes and deletes any lead of the campaign, and stands in its history by name', async () => {
  const created = await create({ source: 'website', zip: '5000' }, { external_id: 'm-1' });
  expect(created).toMatchObject({
    status: 201,
    body: { external_id: 'm-1', version: 1, fields: { source: 'website' } },
  });
  // This header belongs to vendors' documents; the Management API does not have it.
  expect(created.headers.get('x-schema-revision')).toBeNull();
  expect(created.headers.get('location')).toContain(`/manage/v1${path}/leads/${created.body.id}`);
  const lead = `${path}/leads/${created.body.id}`;

  const headers = { 'if-match': '"1"' };
  expect(
    (await owner.call(`PATCH ${lead}`, { body: { status: 'new', fields: { zip: '8000' } }, headers })).body.version,
  ).toBe(2);
  expect((await owner.call(`PATCH ${lead}`, { body: { fields: { zip: '9000' } }, headers })).status).toBe(412);
  expect((await owner.call(`GET ${lead}`)).body.fields.zip).toBe('8000');
  const history = (await owner.call(`GET ${lead}/history`)).body.data;
  expect(history).toMatchObject([
    {
      kind: 'updated',
      actor: { kind: 'member', name: 'Olivia Owner' },
      changes: [{ path: 'fields.zip', from: '5000', to: '8000' }],
    },
    { kind: 'created', actor: { kind: 'member', name: 'Olivia Owner' } },
  ]);
  expect((await owner.call(`DELETE ${lead}`)).status).toBe(204);
  expect((await owner.call(`GET ${lead}`)).status).toBe(404);
});

test('the list takes the filters of the Lead API, pages by cursor, and refuses what is unknown', async () => {
  for (const zip of ['1000', '2000', '3000']) await create({ zip });
  const some = await owner.call(`GET ${path}/leads?fields.zip.gte=2000&sort=created_at&limit=1`);
  expect(some.body.data.map((lead: { fields: { zip: string } }) => lead.fields.zip)).toEqual(['2000']);
  const next = /<([^>]+)>/.exec(some.headers.get('link') ?? '')?.[1] ?? '';
  expect(next).toContain(`/manage/v1${path}/leads?`);
  const rest = await owner.call(`GET ${next.slice(next.indexOf('/campaigns'))}`);
  expect(rest.body.data.map((lead: { fields: { zip: string } }) => lead.fields.zip)).toEqual(['3000']);
  expect((await owner.call(`GET ${path}/leads?colour=red`)).body.errors).toMatchObject([{ parameter: 'colour' }]);
});

test('every problem with a lead is reported at its place; a dry run writes nothing', async () => {
  const answer = await create({ zip: 5, source: 'nobody', colour: 'red' });
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
    '/fields/colour',
    '/fields/source',
    '/fields/zip',
  ]);
  const dry = await owner.call(`POST ${path}/leads?dry_run=true`, { body: { external_id: 'never', fields: {} } });
  expect(dry).toMatchObject({ status: 201, body: { version: 0 } });
  expect((await owner.call(`GET ${path}/leads?external_id=never`)).body.data).toEqual([]);
});

test('an export is a file of all leads', async () => {
  const address = `${server.url}/manage/v1${path}/leads/export`;
  const answer = await fetch(address, { headers: { accept: 'text/csv', cookie: owner.cookie() ?? '' } });
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(await answer.text()).toMatch(/^id,external_id,status/);
});

test('a viewer reads and changes nothing; another account and nobody find nothing; a token opens nothing', async () => {
  const { body } = await create({ zip: '4000' });
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await viewer.call(`GET ${path}/leads/${body.id}`)).status).toBe(200);
  expect((await viewer.call(`DELETE ${path}/leads/${body.id}`)).body.code).toBe('insufficient_role');
  expect((await viewer.call(`POST ${path}/leads`, { body: { fields: {} } })).status).toBe(403);
  const stranger = await signUp(server);
  expect((await stranger.call(`GET ${path}/leads`)).status).toBe(404);
  expect((await stranger.call(`PATCH ${path}/leads/${body.id}`, { body: { status: 'new' } })).status).toBe(404);
  expect((await client(server).call(`GET ${path}/leads`)).status).toBe(401);
  const headers = { authorization: 'Bearer lsp_x' };
  expect((await client(server).call(`GET ${path}/leads`, { headers })).status).toBe(401);
});

test('a definition that changes is in force with the next request', async () => {
  await create({ zip: '1' });
  await owner.call(`POST ${path}/fields`, { body: { key: 'late', label: 'Late', type: 'integer' } });
  expect((await create({ late: 5 })).body.fields.late).toBe(5);
  await owner.call(`DELETE ${path}/fields/late`);
  expect((await create({ late: 5 })).body.errors).toMatchObject([{ pointer: '/fields/late', code: 'unknown' }]);
});

test('a write from another site is refused', async () => {
  const headers = { origin: 'https://evil.example' };
  expect((await owner.call(`POST ${path}/leads`, { body: { fields: {} }, headers })).body.code).toBe('cross_origin');
});
