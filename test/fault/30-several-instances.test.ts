/**
 * Three instances on one database behind a balancer, restarted one after the other under load: no request fails, and every write that was
 * acknowledged is there once. One instance at a time does the work in the background, and another takes over.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { freePort } from '../../src/database/postmaster.ts';
import { type Balancer, startBalancer } from '../support/balancer.ts';
import { eventually, instanceOn, type ServiceProcess, startProcess } from '../support/process.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let ports: readonly number[];
let instances: ServiceProcess[];
let balancer: Balancer;

const startOn = (port: number) => startProcess({ env: instanceOn(v.server.databaseUrl, { PORT: String(port) }) });

beforeAll(async () => {
  v = await startVendors();
  ports = [await freePort(), await freePort(), await freePort()];
  instances = await Promise.all(ports.map(startOn));
  balancer = await startBalancer(instances.map(({ url }) => url));
});
afterAll(async () => {
  await balancer?.stop();
  await Promise.all(instances?.map((instance) => instance.stop()) ?? []);
  await v?.stop();
});

async function holder(): Promise<string | undefined> {
  const { rows } = await sql<{ holder: string }>`
    select holder from leases where name = 'background' and until > clock_timestamp()`.execute(v.db);
  return rows[0]?.holder;
}

test('three instances are restarted one after the other, and no request fails', async () => {
  const token = await v.token({ filter: 'Vendor XYZ', requestsPerMinute: 0, writesPerMinute: 0 });
  const path = `${balancer.url}/v1/campaigns/${v.campaign.slug}/leads`;
  const acknowledged: string[] = [];
  const failed: string[] = [];
  let isOver = false;

  const writer = async (number: number) => {
    for (let n = 0; !isOver; n += 1) {
      const notes = `instance ${number} ${n}`;
      const response = await fetch(path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token.secret}`,
          'content-type': 'application/json',
          ...(n % 2 === 0 && { 'idempotency-key': randomUUID() }),
        },
        body: JSON.stringify({ fields: { name: 'Anna', email: 'anna@example.com', notes } }),
      }).catch((error: unknown) => String(error));
      if (typeof response === 'string') failed.push(response);
      else if (response.status === 201) acknowledged.push(((await response.json()) as { id: string }).id);
      else failed.push(`${response.status} ${await response.text()}`);
    }
  };
  const reader = async () => {
    while (!isOver) {
      const response = await fetch(`${path}?limit=10`, { headers: { authorization: `Bearer ${token.secret}` } }).catch(
        (error: unknown) => String(error),
      );
      if (typeof response === 'string') failed.push(response);
      else if (response.status === 200) await response.arrayBuffer();
      else failed.push(`${response.status} ${await response.text()}`);
    }
  };
  const load = Promise.all([...Array.from({ length: 6 }, (_, i) => writer(i)), reader(), reader()]);
  await eventually(() => acknowledged.length > 100);

  for (const [i, port] of ports.entries()) {
    const before = acknowledged.length;
    const instance = instances[i] as ServiceProcess;
    expect(await instance.stop('SIGTERM')).toBe(0);
    instances[i] = await startOn(port);
    await eventually(() => balancer.isIn(instance.url) && acknowledged.length > before + 100);
  }
  isOver = true;
  await load;

  expect(failed).toEqual([]);
  const { rows } = await sql<{ count: number; distinct: number }>`
    select count(*)::int as count, count(distinct id)::int as distinct from leads
    where campaign_id = ${v.campaign.id} and id = any(${acknowledged}::uuid[])`.execute(v.db);
  expect(rows[0]).toEqual({ count: acknowledged.length, distinct: acknowledged.length });
  const { rows: all } = await sql<{ count: number }>`
    select count(*)::int as count from leads where campaign_id = ${v.campaign.id} and values ->> 'notes' like 'instance %'`.execute(
    v.db,
  );
  expect(all[0]?.count).toBe(acknowledged.length);
});

test('one instance has the lease, and another takes it when that one is killed', async () => {
  const seen = new Set<string>();
  const isHeldByAnother = async () => {
    const now = await holder();
    return now !== undefined && !seen.has(now);
  };
  await eventually(isHeldByAnother);
  const [one, two, three] = instances as [ServiceProcess, ServiceProcess, ServiceProcess];
  seen.add((await holder()) ?? '');
  await Promise.all([one.kill(), two.kill()]);
  // The third has it, or takes it from one that is gone.
  await eventually(async () => (await holder()) !== undefined);
  seen.add((await holder()) ?? '');
  instances[0] = await startOn(ports[0] as number);
  await three.kill();
  await eventually(isHeldByAnother);
});
