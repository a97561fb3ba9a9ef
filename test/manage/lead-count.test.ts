/** The number of a list for members: counted as the Lead API counts, or estimated without reading a lead. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { makeCampaign, type SignedUp, signUp, signUpMember } from '../support/manage.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
  await owner.call(`POST ${path}/statuses`, { body: { key: 'rare', label: 'Rare', category: 'open' } });
  for (const source of ['website', 'website', 'vendor-xyz'])
    await owner.call(`POST ${path}/leads`, { body: { fields: { source } } });
});
afterAll(() => server?.stop());

const count = async (query: string, as: Pick<SignedUp, 'call'> = owner) =>
  (await as.call(`GET ${path}/leads/count?${query}`)).body;

test('the count takes the filters of the list', async () => {
  expect(await count('')).toEqual({ count: 3, exact: true });
  expect(await count('fields.source=website')).toEqual({ count: 2, exact: true });
  expect(await count('status=rare&estimate=false')).toEqual({ count: 0, exact: true });
  expect((await count('colour=red')).errors).toMatchObject([{ parameter: 'colour' }]);
});

test('an estimate is about right, also with filters, and reads no lead', async () => {
  path = await makeCampaign(owner, 'Large');
  await owner.call(`POST ${path}/statuses`, { body: { key: 'rare', label: 'Rare', category: 'open' } });
  const { db } = server.connection;
  await sql`
    insert into leads (campaign_id, id, status, version, created_at, updated_at, values)
    select c.id, ('01930000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, case when n % 10 = 0 then 'rare' else 'new' end,
      1, now(), now(), '{}'
    from campaigns c, generate_series(1, 50000) n where c.slug = 'large'`.execute(db);
  await sql`analyze leads`.execute(db);

  const all = await count('estimate=true');
  expect(all.exact).toBe(false);
  expect(all.count).toBeGreaterThan(45_000);
  expect(all.count).toBeLessThan(55_000);
  const rare = await count('estimate=true&status=rare');
  expect(rare.count).toBeGreaterThan(3_000);
  expect(rare.count).toBeLessThan(7_000);
  expect(await count('')).toEqual({ count: 10_000, exact: false });

  // It believes the statistics, and looks at nothing: not even that all leads are gone.
  await sql`delete from leads`.execute(db);
  expect((await count('estimate=true')).count).toBeGreaterThan(45_000);
  expect(await count('')).toEqual({ count: 0, exact: true });
});

test('a filter that is wrong is refused with an estimate too, and so is an estimate that is neither', async () => {
  expect((await count('estimate=true&status=nowhere')).errors).toMatchObject([{ parameter: 'status' }]);
  for (const query of ['estimate=maybe', 'estimate=true&estimate=false', 'estimate'])
    expect((await count(query)).errors).toMatchObject([{ parameter: 'estimate' }]);
});

test('viewers count; another account has nothing to count; tokens get no estimate', async () => {
  expect((await count('estimate=true', await signUpMember(server, owner.accountId, 'viewer'))).exact).toBe(false);
  expect((await count('estimate=true', await signUp(server))).code).toBe('not_found');
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  const { secret } = (await owner.call(`POST /tokens/${token.id}/reveal`)).body;
  const headers = { Authorization: `Bearer ${secret}` };
  expect((await fetch(`${server.url}/v1/campaigns/large/leads/count?estimate=true`, { headers })).status).toBe(400);
});
