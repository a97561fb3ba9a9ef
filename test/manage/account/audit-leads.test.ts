/** The audit log on leads: what members create, change, erase and export, with names of fields and never with values. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { newIdSql } from '../../support/ids.ts';
import { makeCampaign, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
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
  path = await makeCampaign(owner, `Leads ${campaigns}`);
  await owner.call(`POST ${path}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text', searchable: true } });
});

interface Entry {
  action: string;
  object: { kind: string; id: string; name: string | null; exists: boolean };
  details: object;
  campaign: string;
  campaign_name: string;
}
const read = async (query = 'object_kind=lead'): Promise<Entry[]> =>
  (await owner.call(`GET /audit?${query}`)).body.data;
const create = (body: object, query = '') => owner.call(`POST ${path}/leads${query}`, { body });

test('a lead that a member creates, changes and erases is logged by its id, with the fields that changed', async () => {
  const { body: lead } = await create({ fields: { source: 'website', zip: '5000' }, external_id: 'nobody-sees-this' });
  await owner.call(`PATCH ${path}/leads/${lead.id}`, { body: { fields: { zip: '8000', source: 'website' } } });
  const [changed] = await read('action=lead.update');
  expect(changed).toMatchObject({
    action: 'lead.update',
    object: { kind: 'lead', id: lead.id, name: null, exists: true },
    campaign: path.split('/').pop(),
    campaign_name: `Leads ${campaigns}`,
    details: { changed: ['fields.zip'] },
  });
  await owner.call(`DELETE ${path}/leads/${lead.id}`);

  const entries = await read();
  expect(entries.map(({ action, object }) => [action, object.id, object.exists])).toEqual([
    ['lead.delete', lead.id, false],
    ['lead.update', lead.id, false],
    ['lead.create', lead.id, false],
  ]);
  for (const hidden of ['5000', '8000', 'nobody-sees-this']) expect(JSON.stringify(entries)).not.toContain(hidden);
});

test('a request that writes nothing is not logged: a dry run, a refusal, a change to the same value, a repeat', async () => {
  await create({ fields: { source: 'website' } }, '?dry_run=true');
  await create({ fields: { source: 'nobody' } });
  expect(await read()).toEqual([]);

  const headers = { 'Idempotency-Key': 'once' };
  const { body: lead } = await owner.call(`POST ${path}/leads`, { body: { fields: { source: 'website' } }, headers });
  await owner.call(`POST ${path}/leads`, { body: { fields: { source: 'website' } }, headers });
  await owner.call(`PATCH ${path}/leads/${lead.id}`, { body: { fields: { source: 'website' } } });
  await owner.call(`PATCH ${path}/leads/${lead.id}?dry_run=true`, { body: { fields: { zip: '1' } } });
  await owner.call(`DELETE ${path}/leads/${lead.id}?dry_run=true`);
  expect((await read()).map(({ action }) => action)).toEqual(['lead.create']);
});

test('there is no write without its entry: when the log cannot be written, nothing is', async () => {
  const { db } = server.connection;
  await sql`alter table audit_log add constraint no_leads check (object_kind <> 'lead' or at < '2020-01-01') not valid`.execute(
    db,
  );
  try {
    expect((await create({ fields: { source: 'website' } })).status).toBe(500);
  } finally {
    await sql`alter table audit_log drop constraint no_leads`.execute(db);
  }
  expect((await owner.call(`GET ${path}/leads/count`)).body.count).toBe(0);
});

test('an export is logged with the names of its filters, and not with their values', async () => {
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  const address = `${server.url}/manage/v1${path}/leads/export?fields.zip=4711&status=new`;
  const answer = await fetch(address, { headers: { cookie: viewer.cookie() ?? '', accept: 'text/csv' } });
  await answer.text();
  const [entry] = await read('action=lead.export');
  expect(entry).toMatchObject({
    action: 'lead.export',
    object: { kind: 'campaign', id: path.split('/').pop(), exists: true },
    details: { filters: ['fields.zip', 'status'] },
  });
  expect(JSON.stringify(entry)).not.toContain('4711');
});

test('the writes of tokens are not in it', async () => {
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read_write' } });
  const { secret } = (await owner.call(`POST /tokens/${token.id}/reveal`)).body;
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ fields: { source: 'website' } });
  expect((await fetch(`${server.url}/v1${path}/leads`, { method: 'POST', headers, body })).status).toBe(201);
  expect(await read()).toEqual([]);
});

test('pausing and resuming a token are acts of their own, apart from what else was changed', async () => {
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  for (const body of [{ paused: true }, { paused: false, name: 'Renamed' }])
    await owner.call(`PATCH /tokens/${token.id}`, { body });
  // Entries of the same millisecond have no fixed order.
  const entries = (await read(`object=${token.id}`)).map(({ action, details }) => [action, details] as const);
  expect(entries.toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
    ['token.create', expect.anything()],
    ['token.pause', {}],
    ['token.resume', {}],
    ['token.update', { from: { name: 'T' }, to: { name: 'Renamed' } }],
  ]);
});

test('each entry says whether its object is still there', async () => {
  const name = `Leads ${campaigns}`;
  await owner.call(`POST ${path}/statuses`, { body: { key: 'won', label: 'Won', category: 'won' } });
  await owner.call(`DELETE ${path}/statuses/won`);
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  await owner.call(`DELETE /tokens/${token.id}`);
  const there = async () =>
    Object.fromEntries(
      (await read(`campaign=${path.split('/').pop()}`)).map(({ action, object }) => [action, object.exists]),
    );
  expect(await there()).toMatchObject({
    'status.create': false,
    'token.revoke': true,
    'field.create': true,
    'select.create': true,
    'campaign.create': true,
  });
  await owner.call(`DELETE ${path}`);
  expect(await there()).toMatchObject({ 'field.create': false, 'campaign.create': false, 'token.revoke': true });
  expect((await read(`campaign=${path.split('/').pop()}`))[0]?.campaign_name).toBeNull();
  expect(name).not.toBe('');
});

test('the log is a file too, with the same filters, to its end', async () => {
  const { db } = server.connection;
  await sql`
    insert into audit_log (account_id, id, at, actor_kind, actor_id, actor_name, action, object_kind, object_id, object_name, details)
    select ${owner.accountId}::uuid, ${newIdSql}, now(), 'member', ${owner.memberId}::uuid, '=1+1', 'campaign.update', 'campaign', 'c' || n, 'A "quoted"; name', '{}'
    from generate_series(1, 1201) n`.execute(db);
  const file = async (query: string, as = owner) => {
    const answer = await fetch(`${server.url}/manage/v1/audit/export?${query}`, {
      headers: { cookie: as.cookie() ?? '' },
    });
    // Read as bytes, because reading as text would remove the mark.
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    return { type: answer.headers.get('content-type'), status: answer.status, text };
  };
  const plain = await file('action=campaign.update');
  expect([plain.status, plain.type]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
  const lines = plain.text.split('\r\n');
  expect(lines[0]).toBe(
    '"at","actor","actor_id","action","object_kind","object_id","object_name","campaign","address","details"',
  );
  expect(lines).toHaveLength(1 + 1201 + 1);
  expect(lines[1]).toContain(`"'=1+1"`);
  expect(lines[1]).toContain('"A ""quoted""; name"');

  await owner.call('PATCH /session', { body: { csv_separator: ';', csv_decimal: ',' } });
  const forSpreadsheet = await file('action=campaign.update&spreadsheet=true');
  expect(forSpreadsheet.text.slice(0, 13)).toBe('\uFEFF"at";"actor"');
  expect((await file('from=yesterday')).status).toBe(400);
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await file('', viewer as SignedUp)).status).toBe(403);
});
