/** How a campaign ends: archived and brought back, or deleted and erased. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { eraseDeletedCampaigns } from '../../../src/leads/store/campaign-wide/erase-campaign.ts';
import { makeCampaign, type SignedUp, signUp, signUpMember, sourceIs } from '../../support/manage.ts';
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
  path = await makeCampaign(owner, `Ending ${campaigns}`);
});

interface Token {
  id: string;
  docs_url: string;
  secret: string;
}
async function makeToken(at: string, body: object = {}): Promise<Token> {
  const { body: token } = await owner.call(`POST ${at}`, { body: { name: 'T', permission: 'read_write', ...body } });
  const { secret } = (await owner.call(`POST /tokens/${token.id}/reveal`)).body;
  return { ...token, secret };
}
const ask = (token: Token, at: string, method = 'GET', body?: object) =>
  fetch(`${server.url}/v1${at}`, {
    method,
    headers: { authorization: `Bearer ${token.secret}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
const read = async (answer: Response) => (await answer.json()) as Record<string, unknown>;
const slugs = async (state = '') =>
  (await owner.call(`GET /campaigns${state && `?state=${state}`}`)).body.data.map((one: { slug: string }) => one.slug);
const slug = () => path.split('/').pop() ?? '';
const archive = (as = owner) => as.call(`POST ${path}/archive`);
const unarchive = (as = owner) => as.call(`POST ${path}/unarchive`);

test('an archived campaign does not exist for any token, and answers as one that there is not', async () => {
  const own = await makeToken(`${path}/tokens`);
  const broad = await makeToken('/tokens');
  for (const token of [own, broad]) expect((await ask(token, `${path}/leads`)).status).toBe(200);
  expect((await fetch(own.docs_url)).status).toBe(200);

  expect((await archive()).body.archived_at).toEqual(expect.any(String));

  for (const token of [own, broad]) {
    const there = await ask(token, `${path}/leads`);
    const not = await ask(token, '/campaigns/there-is-none/leads');
    const [archived, missing] = await Promise.all([read(there), read(not)]);
    expect(there.status).toBe(404);
    expect(archived).toEqual({ ...missing, instance: expect.any(String) });
    expect((await ask(token, `${path}/leads`, 'POST', { fields: { source: 'website' } })).status).toBe(404);
  }
  expect((await read(await ask(broad, '/campaigns'))).data).toEqual([]);
  expect((await ask(own, '/openapi.json')).status).toBe(404);
  expect((await fetch(own.docs_url)).status).toBe(404);
  expect((await owner.call(`GET /tokens/${own.id}`)).body).toMatchObject({
    state: 'archived',
    summary: 'Reaches nothing while its campaign is archived.',
  });
});

test('brought back, its tokens are as they were, and so are its leads', async () => {
  const [own, paused, revoked] = [
    await makeToken(`${path}/tokens`),
    await makeToken(`${path}/tokens`),
    await makeToken(`${path}/tokens`),
  ];
  const lead = await read(await ask(own, `${path}/leads`, 'POST', { fields: { source: 'website' } }));
  await owner.call(`PATCH /tokens/${paused.id}`, { body: { paused: true } });
  await archive();
  await owner.call(`DELETE /tokens/${revoked.id}`);

  expect((await unarchive()).body.archived_at).toBeNull();

  expect(await read(await ask(own, `${path}/leads/${lead.id}`))).toEqual(lead);
  for (const token of [paused, revoked]) expect((await ask(token, `${path}/leads`)).status).toBe(401);
  expect((await owner.call(`GET /tokens/${own.id}`)).body.state).toBe('active');
  expect((await fetch(own.docs_url)).status).toBe(200);
});

test('members see and change it, and lists leave it out unless they are asked for it', async () => {
  const { revision } = (await owner.call(`GET ${path}`)).body;
  await archive();
  expect([await slugs(), await slugs('archived'), await slugs('all')]).toEqual([[], [slug()], [slug()]]);
  // The definition does not change.
  expect((await owner.call(`GET ${path}`)).body.revision).toBe(revision);
  const lead = await owner.call(`POST ${path}/leads`, { body: { fields: { source: 'website' } } });
  expect(lead.status).toBe(201);
  expect((await owner.call(`PATCH ${path}`, { body: { name: 'Renamed' } })).status).toBe(200);
  await unarchive();
  expect([await slugs(), await slugs('archived')]).toEqual([[slug()], []]);
  expect((await owner.call('GET /campaigns?state=gone')).status).toBe(400);
});

test('archiving twice changes nothing the second time; viewers may not; strangers find nothing', async () => {
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await archive(viewer as SignedUp)).body.code).toBe('insufficient_role');
  expect((await archive(await signUp(server))).status).toBe(404);
  const first = (await archive()).body.archived_at;
  expect((await archive()).body.archived_at).toBe(first);
  await unarchive();
  await unarchive();
  const actions = (await owner.call('GET /audit?object_kind=campaign')).body.data.map(
    ({ action }: { action: string }) => action,
  );
  expect(actions).toEqual(['campaign.unarchive', 'campaign.archive', 'campaign.create']);
});

test('the document of all campaigns has another revision each time a campaign goes or comes back', async () => {
  const broad = await makeToken('/tokens');
  await makeCampaign(owner, `Beside ${campaigns}`);
  const read = async () => {
    const answer = await ask(broad, '/openapi.json');
    const { paths } = (await answer.json()) as { paths: object };
    const has = Object.keys(paths).some((one) => one.startsWith(`${path}/`));
    return [Number(answer.headers.get('X-Schema-Revision')), has] as const;
  };
  const [first, has] = await read();
  await archive();
  const [second, hasArchived] = await read();
  await unarchive();
  const [third, hasAgain] = await read();
  expect([has, hasArchived, hasAgain]).toEqual([true, false, true]);
  expect(second).toBeGreaterThan(first);
  expect(third).toBeGreaterThan(second);
});

test('only an owner deletes a campaign', async () => {
  const admin = await signUpMember(server, owner.accountId, 'admin');
  const refused = await admin.call(`DELETE ${path}`);
  expect([refused.status, refused.body.code]).toEqual([403, 'insufficient_role']);
  expect((await owner.call(`DELETE ${path}`)).status).toBe(204);
});

test('a deleted campaign leaves only its row, its tokens and numbers, in every table', async () => {
  const { db } = server.connection;
  const beside = await makeCampaign(owner, `Kept ${campaigns}`);
  const before: Record<string, number> = {};
  const idOf = async (at: string) =>
    (
      await db
        .selectFrom('campaigns')
        .select('id')
        .where('slug', '=', at.split('/').pop() ?? '')
        .executeTakeFirstOrThrow()
    ).id;
  const [id, kept] = [await idOf(path), await idOf(beside)];
  for (const at of [path, beside]) {
    await owner.call(`POST ${at}/filters`, { body: { name: 'F', condition: sourceIs('website') } });
    await owner.call(`PUT ${at}/duplicate-rule`, {
      body: { fields: ['source'], match: 'any', within_days: null, action: 'flag', reach: 'visible' },
    });
    const token = await makeToken(`${at}/tokens`);
    const headers = { 'Idempotency-Key': 'a-key', authorization: `Bearer ${token.secret}` };
    for (const external_id of ['e-1', 'e-2'])
      await fetch(`${server.url}/v1${at}/leads`, {
        method: 'POST',
        headers: { ...headers, 'Idempotency-Key': external_id, 'content-type': 'application/json' },
        body: JSON.stringify({ fields: { source: 'website' }, external_id }),
      });
  }
  const { rows: tables } = await sql<{ table: string }>`
    select c.relname as table from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'campaign_id' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by 1`.execute(
    db,
  );
  const rowsOf = async (campaign: string) => {
    const found: Record<string, number> = {};
    for (const { table } of tables) {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table)} where campaign_id = ${campaign}`.execute(db);
      if (rows[0]?.count) found[table] = rows[0].count;
    }
    return found;
  };
  Object.assign(before, await rowsOf(id));
  expect(before).toMatchObject({ leads: 2, lead_events: 2, idempotency_records: 2, fields: 1, filters: 1, options: 2 });

  await owner.call(`DELETE ${path}`);
  const keptBefore = await rowsOf(kept);
  while ((await rowsOf(id)).leads) await eraseDeletedCampaigns(db);
  await eraseDeletedCampaigns(db);

  expect(
    Object.keys(await rowsOf(id)).filter((table) => !['campaign_heads', 'token_usage', 'tokens'].includes(table)),
  ).toEqual([]);
  const row = await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ slug: slug(), name: slug(), erased_at: expect.any(Date), vendor_notes: null });
  expect(await rowsOf(kept)).toMatchObject({
    leads: keptBefore.leads,
    lead_events: keptBefore.lead_events,
    filters: 1,
  });
  // The next run has nothing to do, and the slug cannot be used again.
  expect(await eraseDeletedCampaigns(db)).toBe(0);
  expect((await owner.call('POST /campaigns', { body: { name: 'Again', slug: slug() } })).body.code).toBe(
    'already_exists',
  );
});

test('erasing goes on where it was ended, in batches', async () => {
  const { db } = server.connection;
  const { id } = await db.selectFrom('campaigns').select('id').where('slug', '=', slug()).executeTakeFirstOrThrow();
  await sql`
    insert into leads (campaign_id, id, status, version, created_at, updated_at, "values")
    select ${id}::uuid, gen_random_uuid(), 'new', 1, now(), now(), '{}' from generate_series(1, 2500)`.execute(db);
  // Deleted by hand, so that the service's own background has nothing to erase yet.
  const left = async () =>
    Number(
      (await sql<{ count: string }>`select count(*) from leads where campaign_id = ${id}`.execute(db)).rows[0]?.count,
    );
  await db.updateTable('campaigns').set({ deleted_at: new Date() }).where('id', '=', id).execute();
  let asked = 0;
  // Stops after one batch. The wait for older writes asks first.
  const stopAfterOne = () => {
    asked += 1;
    return asked > 3;
  };
  await eraseDeletedCampaigns(db, stopAfterOne);
  const half = await left();
  expect(half).toBeLessThan(2_500);

  while ((await left()) > 0) await eraseDeletedCampaigns(db);
  expect(await left()).toBe(0);
});
