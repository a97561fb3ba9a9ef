/**
 * Two processes of the real service on one database: together they answer as many requests as the token may send, within a
 * tenth.
 */
import { afterAll, beforeAll, expect } from '@jest/globals';
import { testInOneWindow } from '../support/one-window.ts';
import { instanceOn, type ServiceProcess, startProcess } from '../support/process.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let processes: ServiceProcess[];
beforeAll(async () => {
  v = await startVendors();
  const env = instanceOn(v.server.databaseUrl, { DATABASE_CONNECTIONS: '3', TRUST_PROXY: '1' });
  processes = [await startProcess({ env }), await startProcess({ env: { ...env, WORKERS: '2' } })];
});
afterAll(async () => {
  for (const each of processes) expect(await each.stop()).toBe(0);
  await v.stop();
});

async function ask(count: number, headers: () => Record<string, string>): Promise<number[]> {
  const statuses: number[] = [];
  const client = async (url: string) => {
    for (let i = 0; i < count; i += 1) {
      const answer = await fetch(`${url}/v1/campaigns/solar-test`, { headers: { ...headers(), connection: 'close' } });
      await answer.arrayBuffer();
      statuses.push(answer.status);
    }
  };
  await Promise.all(processes.flatMap(({ url }) => Array.from({ length: 4 }, () => client(url))));
  return statuses;
}

testInOneWindow('a token is held to its limit over an instance and another of two workers', async () => {
  const token = await v.token({ requestsPerMinute: 600 });

  const statuses = await ask(120, () => ({ authorization: `Bearer ${token.secret}` }));

  const admitted = statuses.filter((status) => status === 200).length;
  expect(statuses.length - admitted).toBe(statuses.filter((status) => status === 429).length);
  expect(admitted).toBeGreaterThanOrEqual(540);
  expect(admitted).toBeLessThanOrEqual(660);
});

testInOneWindow('bad tokens of one network are held to sixty, and another network is not touched', async () => {
  let host = 0;
  const statuses = await ask(12, () => ({ 'x-forwarded-for': `2001:db8::${(++host).toString(16)}` }));

  const judged = statuses.filter((status) => status === 401).length;
  expect(judged).toBeGreaterThanOrEqual(54);
  expect(judged).toBeLessThanOrEqual(66);
  const elsewhere = await fetch(`${processes[0]?.url}/v1/campaigns`, {
    headers: { 'x-forwarded-for': '2001:db8:0:1::1' },
  });
  expect(elsewhere.status).toBe(401);
});
