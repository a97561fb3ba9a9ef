/** How much tokens are used, by day and campaign, including revoked tokens and tokens without a campaign. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Client, makeCampaign, type SignedUp, signUp } from '../../support/manage.ts';
import { eventually } from '../../support/process.ts';
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
  path = await makeCampaign(owner, `Used ${campaigns}`);
});

interface Usage {
  token_id: string;
  name: string;
  scope: string;
  state: string;
  days: { date: string; accepted: number; refused: number }[];
}
const usage = async (at: string, as: Client = owner): Promise<Usage[]> => (await as.call(`GET ${at}`)).body.data;
const today = () => new Date().toISOString().slice(0, 10);
/** Name, state, and the numbers of accepted and refused requests today. */
const told = async (at: string, as?: Client) =>
  (await usage(at, as)).map(({ name, state, days }) => [name, state, days.at(-1)?.accepted, days.at(-1)?.refused]);

async function makeToken(at: string, name: string) {
  const { id } = (await owner.call(`POST ${at}`, { body: { name, permission: 'read' } })).body;
  const { secret } = (await owner.call(`POST /tokens/${id}/reveal`)).body;
  const ask = (method: string, campaign = path) =>
    fetch(`${server.url}/v1${campaign}/leads`, { method, headers: { authorization: `Bearer ${secret}` } });
  const isCounted = () => eventually(async () => (await owner.call(`GET /tokens/${id}`)).body.last_used_at !== null);
  return { id: id as string, ask, isCounted };
}

test('the use of tokens is known for every day, and soon', async () => {
  const token = await makeToken(`${path}/tokens`, 'Used');
  const [before] = await usage(`${path}/tokens/usage?days=3`);
  expect(before).toMatchObject({ token_id: token.id, name: 'Used', scope: 'campaign', state: 'active' });
  expect(before?.days.map(({ accepted, refused }) => accepted + refused)).toEqual([0, 0, 0]);
  expect(before?.days.at(-1)?.date).toBe(today());

  await Promise.all([token.ask('GET'), token.ask('GET'), token.ask('POST')]);
  await eventually(async () => (await told(`${path}/tokens/usage`))[0]?.[3] === 1);
  expect(await told(`${path}/tokens/usage`)).toEqual([['Used', 'active', 2, 1]]);
});

test('a revoked token keeps its past; a token that was never used has no past', async () => {
  const used = await makeToken(`${path}/tokens`, 'Used');
  const idle = await makeToken(`${path}/tokens`, 'Idle');
  await used.ask('GET');
  await used.isCounted();

  for (const { id } of [used, idle]) await owner.call(`DELETE /tokens/${id}`);

  expect(await told(`${path}/tokens/usage`)).toEqual([['Used', 'revoked', 1, 0]]);
});

test('a broad token counts in each campaign that it asked for something in, and in no other', async () => {
  const broad = await makeToken('/tokens', 'Broad');
  const other = await makeCampaign(owner, `Other ${campaigns}`);
  const third = await makeCampaign(owner, `Third ${campaigns}`);
  for (const [method, campaign] of [
    ['GET', path],
    ['GET', path],
    ['POST', path],
    ['GET', other],
  ] as const)
    await broad.ask(method, campaign);
  await broad.ask('GET', '/campaigns/there-is-none');
  await broad.isCounted();
  await eventually(async () => (await told('/tokens/usage'))[0]?.[3] === 2);

  expect(await told(`${path}/tokens/usage`)).toEqual([['Broad', 'active', 2, 1]]);
  expect(await told(`${other}/tokens/usage`)).toEqual([['Broad', 'active', 1, 0]]);
  expect(await told(`${third}/tokens/usage`)).toEqual([]);
  // All of its campaigns together, and requests that reached no campaign.
  expect(await told('/tokens/usage')).toEqual([['Broad', 'active', 3, 2]]);

  await owner.call(`DELETE /tokens/${broad.id}`);
  expect(await told(`${path}/tokens/usage`)).toEqual([['Broad', 'revoked', 2, 1]]);
  expect(await told('/tokens/usage')).toEqual([['Broad', 'revoked', 3, 2]]);
  expect(await told('/tokens/usage', await signUp(server))).toEqual([]);
});
