/** The audit log as owners and admins read it: what each entry says of an action, and who may read it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { baseDocument } from '../../../src/document/base.ts';
import {
  type Client,
  makeCampaign,
  password,
  type SignedUp,
  signUp,
  signUpMember,
  sourceIs,
} from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
let campaigns = 0;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  owner = await signUp(server);
  campaigns += 1;
  path = await makeCampaign(owner, `Audited ${campaigns}`);
});

const slug = () => path.split('/').pop();
interface Entry {
  id: string;
  at: string;
  action: string;
  object: { kind: string; id: string; name: string };
}
const read = async (query = '', as: Client = owner): Promise<Entry[]> =>
  (await as.call(`GET /audit?${query}`)).body.data;
const actions = async (query = '') => (await read(query)).map(({ action }) => action);

test('an entry tells who did what to which thing, in which campaign, when and from where', async () => {
  const before = Date.now();
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'Vendor XYZ', permission: 'read' } });
  await owner.call(`POST /tokens/${token.id}/reveal`);

  const [revealed, created] = await read();

  expect(revealed).toEqual({
    id: expect.any(String),
    at: expect.any(String),
    actor: { id: owner.memberId, name: 'Olivia Owner', kind: 'member' },
    action: 'token.reveal',
    object: { kind: 'token', id: token.id, name: 'Vendor XYZ', exists: true },
    campaign: slug(),
    campaign_name: `Audited ${campaigns}`,
    details: {},
    address: '127.0.0.1',
  });
  expect(created).toMatchObject({
    action: 'token.create',
    object: { name: 'Vendor XYZ' },
    campaign: slug(),
    details: { scope: 'campaign', permission: 'read' },
  });
  expect(Date.parse(revealed?.at ?? '')).toBeGreaterThanOrEqual(before);
});

test('names are those of the time, also when the thing is gone', async () => {
  await owner.call(`PATCH ${path}/fields/source`, { body: { label: 'Where from' } });
  const { body: filter } = await owner.call(`POST ${path}/filters`, {
    body: { name: 'Short-lived', condition: sourceIs('website') },
  });
  await owner.call(`DELETE ${path}/filters/${filter.id}`);
  await owner.call(`DELETE ${path}`);

  const told = (await read()).map(({ action, object }) => `${action} ${object.name}`);

  expect(told).toEqual([
    `campaign.delete Audited ${campaigns}`,
    'filter.delete Short-lived',
    'filter.create Short-lived',
    'field.update Where from',
    'field.create Source',
    'select.create Source',
    `campaign.create Audited ${campaigns}`,
    'session.create Olivia Owner',
  ]);
});

test('the log is filtered by actor, action, kind of thing, thing and time', async () => {
  const admin = await signUpMember(server, owner.accountId, 'admin');
  await admin.call(`PATCH ${path}`, { body: { name: 'Renamed' } });
  const { id: adminId } = (await admin.call('GET /session')).body.member;

  expect(await actions(`actor=${adminId}`)).toEqual(['campaign.update', 'session.create']);
  expect(await actions(`actor=${adminId}&action=session.create`)).toEqual(['session.create']);
  expect(await actions('object_kind=campaign')).toEqual(['campaign.update', 'campaign.create']);
  expect(await actions(`object_kind=campaign&object=${slug()}`)).toEqual(['campaign.update', 'campaign.create']);
  expect(await actions('object_kind=field&object=nothing')).toEqual([]);

  const all = await read();
  const at = all[1]?.at ?? '';
  expect((await read(`from=${at}`)).length + (await read(`to=${at}`)).length).toBe(all.length);
  expect((await read(`from=${at}`)).every((entry) => entry.at >= at)).toBe(true);
  expect(await read('to=2026-01-01T00:00:00Z')).toEqual([]);
});

test('pages follow each other without gap or repetition, while more is done', async () => {
  for (let i = 0; i < 5; i += 1) await owner.call(`PATCH ${path}`, { body: { name: `Name ${i}` } });
  const all = await read();
  const seen: Entry[] = [];
  let query = 'limit=3';
  for (;;) {
    const { body } = await owner.call(`GET /audit?${query}`);
    seen.push(...body.data);
    await owner.call(`PATCH ${path}`, { body: { name: `While reading ${seen.length}` } });
    if (body.next_cursor === null) break;
    query = `limit=3&cursor=${body.next_cursor}`;
  }
  // The entry shows the campaign's current name.
  expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
});

test('a cursor belongs to its account and its filters', async () => {
  const { next_cursor: cursor } = (await owner.call('GET /audit?limit=1')).body;
  const stranger = await signUp(server);
  for (const answer of [
    await owner.call(`GET /audit?action=session.create&cursor=${cursor}`),
    await stranger.call(`GET /audit?cursor=${cursor}`),
    await owner.call(`GET /audit?cursor=${cursor}x`),
  ])
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_cursor']);
});

test.each([
  'action=token.steal',
  'actor=me',
  'object_kind=person',
  'from=yesterday',
  'to=2026-02-30T00:00:00Z',
  'limit=201',
])('%s is refused, and named', async (query) => {
  const { status, body } = await owner.call(`GET /audit?${query}`);
  expect([status, body.errors[0].parameter]).toEqual([400, query.split('=')[0]]);
});

test('admins read it; viewers do not; another account has its own', async () => {
  expect(await read('', await signUpMember(server, owner.accountId, 'admin'))).not.toEqual([]);
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  const { status, body } = await viewer.call('GET /audit');
  expect([status, body.code]).toEqual([403, 'insufficient_role']);
  const stranger = await signUp(server);
  expect((await read('', stranger)).map(({ action }) => action)).toEqual(['session.create']);
});

test('neither secrets nor values of leads are in it', async () => {
  await owner.call(`POST ${path}/leads`, { body: { fields: { source: 'website' }, external_id: 'nobody-sees-this' } });
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  const { body: revealed } = await owner.call(`POST /tokens/${token.id}/reveal`);
  const { body: rotated } = await owner.call(`POST /tokens/${token.id}/rotate`);
  await owner.call('PUT /session/password', {
    body: { current_password: password, new_password: 'another long password' },
  });

  const text = JSON.stringify(await read());

  for (const hidden of [revealed.secret, rotated.secret, password, 'another long password', 'nobody-sees-this'])
    expect(text).not.toContain(hidden);
});

test('each filter walks an index, however long the log is', async () => {
  const { db } = server.connection;
  await sql`
    insert into audit_log (account_id, id, at, actor_kind, actor_id, action, object_kind, object_id, details)
    select ${owner.accountId}::uuid, gen_random_uuid(), now(), 'member', gen_random_uuid(), 'campaign.update', 'campaign', 'c' || n, '{}'
    from generate_series(1, 20000) n`.execute(db);
  await sql`analyze audit_log`.execute(db);
  const plan = async (where: string) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select * from audit_log where account_id = ${sql.lit(owner.accountId)} and ${sql.raw(where)} order by id desc limit 51`.execute(
      db,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  expect(await plan(`actor_id = '${owner.memberId}'`)).toContain('audit_log_actor');
  expect(await plan(`action = 'token.reveal'`)).toContain('audit_log_action');
  expect(await plan(`object_kind = 'campaign' and object_id = 'c7'`)).toContain('audit_log_object');
  expect(await plan('true')).toContain('audit_log_pkey');
});

test('every action that the spec lists begins with a kind that it lists, or is of a session', () => {
  const { schemas } = baseDocument('manage').components as unknown as { schemas: Record<string, { enum: string[] }> };
  const kinds = [...(schemas.AuditObjectKind?.enum ?? []), 'session'];
  expect(schemas.AuditAction?.enum.filter((action) => !kinds.includes(action.split('.')[0] ?? ''))).toEqual([]);
});
