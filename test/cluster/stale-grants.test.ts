/**
 * A change that was answered holds on every node, also if the connection to a node is cut in the moment of the commit: no request that
 * began after the answer runs under what was before. And if a node cannot be asked, the change is answered with 503. Needs a
 * cluster: see `npm run test:citus`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Campaign } from '../../src/campaign/definition.ts';
import { insertCampaign, insertToken, solarPlan, type TestToken } from '../support/campaigns.ts';
import { client } from '../support/client.ts';
import { onCluster } from '../support/cluster/one-server.ts';
import { groupOf, proxyWorker, type WorkerProxy } from '../support/cluster/proxy.ts';
import { testLayout } from '../support/database.ts';
import { type SignedUp, signUp } from '../support/manage.ts';
import { eventually, instanceOn, type ServiceProcess, startProcess } from '../support/process.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { least } from '../support/vendors.ts';

let server: TestServer;
let other: ServiceProcess;
let proxy: WorkerProxy;
let owner: SignedUp;
/** A campaign on the worker behind the proxy, and one on another. */
let behind: Campaign;
let beside: Campaign;

beforeAll(async () => {
  if (testLayout !== 'distributed') return;
  server = await startServer();
  proxy = await proxyWorker(server.databaseUrl);
  other = await startProcess({ env: instanceOn(server.databaseUrl, { TRUST_PROXY: '1' }) });
  owner = await signUp(server);
  for (let i = 0; !behind || !beside; i += 1) {
    const campaign = await insertCampaign(server.connection.db, owner.accountId, { ...solarPlan, slug: `solar-${i}` });
    if ((await groupOf(server.databaseUrl, campaign.id)) === proxy.group) behind ??= campaign;
    else beside ??= campaign;
  }
});
afterAll(async () => {
  if (testLayout !== 'distributed') return;
  proxy.cutAt(undefined);
  proxy.bringBack();
  await other.stop();
  await server.stop();
  proxy.stop();
});

const tokenOf = (campaign: Campaign, filter?: string): Promise<TestToken> =>
  insertToken(server.connection.db, server.vault, {
    accountId: owner.accountId,
    campaign,
    ...(filter !== undefined && { filter }),
  });

const fields = { ...least, source: 'vendor-xyz' };

/** Each request comes from another address, because refused tokens are throttled by address, which is not tested here. */
let addresses = 0;

async function send(url: string, { secret }: TestToken, { slug }: Campaign, method = 'GET') {
  addresses += 1;
  const response = await fetch(`${url}/v1/campaigns/${slug}/leads`, {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'x-forwarded-for': `10.0.${(addresses >> 8) & 255}.${addresses & 255}`,
    },
    ...(method === 'POST' && { body: JSON.stringify({ fields }) }),
  });
  return { status: response.status, body: (await response.json()) as { data: unknown[] } };
}

interface Seen {
  readonly began: number;
  readonly status: number;
}

/** Reads and writes with the token, on both processes and without pause, while `run` runs and for a moment after it. */
async function whileAsking(token: TestToken, campaign: Campaign, run: () => Promise<unknown>) {
  const seen: Seen[] = [];
  let stopped = false;
  const ask = async (url: string, method: 'GET' | 'POST') => {
    while (!stopped) {
      const began = performance.now();
      const { status } = await send(url, token, campaign, method);
      seen.push({ began, status });
    }
  };
  const asking = [server.url, other.url].flatMap((url) => [ask(url, 'GET'), ask(url, 'POST')]);
  await eventually(() => seen.length > 20);
  await run();
  const returned = performance.now();
  await sleep(1_500);
  stopped = true;
  await Promise.all(asking);
  return { after: seen.filter(({ began }) => began > returned) };
}

onCluster(
  'no request passes under a token whose revocation was answered, though the commit was cut off on the way to a node',
  async () => {
    for (let i = 0; i < 3; i += 1) {
      const token = await tokenOf(behind);
      const cuts = proxy.cuts;
      const { after } = await whileAsking(token, behind, async () => {
        proxy.cutAt('COMMIT PREPARED');
        const revoked = owner.call(`DELETE /tokens/${token.id}`);
        await eventually(() => proxy.cuts > cuts);
        // Further attempts get through.
        proxy.cutAt(undefined);
        expect((await revoked).status).toBe(204);
      });
      expect(proxy.cuts).toBeGreaterThan(cuts);
      expect(after.length).toBeGreaterThan(0);
      expect([...new Set(after.map(({ status }) => status))]).toEqual([401]);
    }
  },
);

onCluster('a filter that was changed while the commit was cut off holds at once', async () => {
  const campaign = behind;
  const token = await tokenOf(campaign, 'Vendor XYZ');
  await client(server, await tokenOf(campaign), campaign.slug).lead(fields);
  const look = () => send(other.url, token, campaign);
  expect((await look()).body.data.length).toBeGreaterThan(0);
  const filter = campaign.filters.find(({ name }) => name === 'Vendor XYZ');
  const cuts = proxy.cuts;
  proxy.cutAt('COMMIT PREPARED');
  const condition = { path: 'fields.source', op: 'eq', value: 'nordic-leads' };
  const changed = owner.call(`PATCH /campaigns/${campaign.slug}/filters/${filter?.id}`, { body: { condition } });
  await eventually(() => proxy.cuts > cuts);
  proxy.cutAt(undefined);
  expect((await changed).status).toBe(200);
  expect((await look()).body).toMatchObject({ data: [] });
});

onCluster(
  'a revocation that a node does not confirm is answered with 503, and so is its repeat; it holds once that succeeds',
  async () => {
    const token = await tokenOf(behind);
    const cuts = proxy.cuts;
    proxy.cutAt('COMMIT PREPARED');
    const first = await owner.call(`DELETE /tokens/${token.id}`);
    expect([first.status, first.body.code]).toEqual([503, 'unavailable']);
    expect(first.body.detail).toMatch(/has not confirmed it yet/);
    expect(proxy.cuts).toBeGreaterThan(cuts);
    expect((await owner.call(`DELETE /tokens/${token.id}`)).status).toBe(503);
    proxy.cutAt(undefined);
    expect((await owner.call(`DELETE /tokens/${token.id}`)).status).toBe(204);
    for (const { url } of [server, other]) {
      expect((await send(url, token, behind)).status).toBe(401);
    }
  },
);

onCluster('while a node is lost, its campaigns answer 503 and the others work; a revocation answers 503', async () => {
  const [there, here] = [await tokenOf(behind), await tokenOf(beside)];
  const [lost, kept] = [client(server, there, behind.slug), client(server, here, beside.slug)];
  const { id } = await lost.lead(fields);
  proxy.takeAway();
  for (const answer of [
    await lost.get(`/leads/${id}`),
    await lost.post('/leads', { fields }),
    await lost.patch(`/leads/${id}`, { status: 'won' }),
    await lost.get('/leads/changes'),
  ])
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
  expect((await kept.post('/leads', { fields })).status).toBe(201);
  expect((await kept.get('/leads')).status).toBe(200);
  expect((await owner.call(`DELETE /tokens/${here.id}`)).status).toBe(503);
  expect((await kept.get('/leads')).status).toBe(200);
  proxy.bringBack();
  expect((await lost.get(`/leads/${id}`)).status).toBe(200);
  expect((await owner.call(`DELETE /tokens/${here.id}`)).status).toBe(204);
  expect((await kept.get('/leads')).status).toBe(401);
});
