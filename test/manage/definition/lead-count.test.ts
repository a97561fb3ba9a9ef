/** The count of a list for members: counted to a limit or to the end, and never a guess. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { grantOfMember } from '../../../src/access/grant.ts';
import { loadCampaign } from '../../../src/campaign/load.ts';
import { countWithin } from '../../../src/leads/store/counts.ts';
import { makeCampaign, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

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
  expect(await count('status=rare&exactly=false')).toEqual({ count: 0, exact: true });
  expect((await count('colour=red')).errors).toMatchObject([{ parameter: 'colour' }]);
});

test('a list is counted to 10,000, and exactly when somebody asks for it', async () => {
  path = await makeCampaign(owner, 'Large');
  await owner.call(`POST ${path}/statuses`, { body: { key: 'rare', label: 'Rare', category: 'open' } });
  const { db } = server.connection;
  await sql`
    insert into leads (campaign_id, id, status, version, created_at, updated_at, values)
    select c.id, ('01930000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, case when n % 10 = 0 then 'rare' else 'new' end,
      1, now(), now(), '{}'
    from campaigns c, generate_series(1, 50017) n where c.slug = 'large'`.execute(db);
  // Statistics that are far from the truth change nothing.
  expect(await count('')).toEqual({ count: 10_000, exact: false });
  expect(await count('exactly=true')).toEqual({ count: 50_017, exact: true });
  expect(await count('exactly=true&status=rare')).toEqual({ count: 5_001, exact: true });
});

test('counting that has no time left tells what it has counted, and that there may be more', async () => {
  const { db } = server.connection;
  const campaign = await loadCampaign(db, { slug: 'large' });
  if (!campaign) throw new Error('it was made by the test before');
  const grant = grantOfMember({ kind: 'member', id: owner.memberId }, campaign, 'read');
  const all = { conditions: [], updated: [] };
  // The first part counts up to 10,000 leads, whatever the time.
  expect(await countWithin(db, grant, all, { milliseconds: 0 })).toEqual({ count: 10_000, exact: false });
  expect(await countWithin(db, grant, all, { milliseconds: 0, most: 9_000 })).toEqual({ count: 9_000, exact: false });
});

test('a filter that is wrong is refused, and so is an `exactly` that is no boolean', async () => {
  expect((await count('exactly=true&status=nowhere')).errors).toMatchObject([{ parameter: 'status' }]);
  for (const query of ['exactly=maybe', 'exactly=true&exactly=false', 'exactly'])
    expect((await count(query)).errors).toMatchObject([{ parameter: 'exactly' }]);
  expect((await count('estimate=true')).errors).toMatchObject([{ parameter: 'estimate' }]);
});

test('viewers count; another account has nothing to count; tokens count as far as ever', async () => {
  expect((await count('exactly=true', await signUpMember(server, owner.accountId, 'viewer'))).count).toBe(50_017);
  expect((await count('exactly=true', await signUp(server))).code).toBe('not_found');
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  const { secret } = (await owner.call(`POST /tokens/${token.id}/reveal`)).body;
  const headers = { Authorization: `Bearer ${secret}` };
  const ask = (query: string) => fetch(`${server.url}/v1/campaigns/large/leads/count${query}`, { headers });
  expect((await ask('?exactly=true')).status).toBe(400);
  expect(await (await ask('')).json()).toEqual({ count: 10_000, exact: false });
});
