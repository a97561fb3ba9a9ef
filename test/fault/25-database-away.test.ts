/** Line 25: PostgreSQL is away for some seconds, or stands still: 503 at once, no pile-up, recovery without a restart. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../src/database/postmaster.ts';
import { demoToken } from '../support/demo.ts';
import { patience } from '../support/patience.ts';
import { createOwnPostgres, type OwnPostgres } from '../support/postgres.ts';
import { eventually, newDataDir, postgresPid, type ServiceProcess, startProcess } from '../support/process.ts';

/** The service's own times in milliseconds: the wait for a connection, and how long an answer of `/readyz` is kept. */
const [waitForConnection, keptFor] = [2_000, 500];

let postgres: OwnPostgres;
let service: ServiceProcess;
let metricsPort: number;

beforeAll(async () => {
  postgres = await createOwnPostgres();
  metricsPort = await freePort();
  service = await startProcess({
    env: {
      DATABASE_URL: postgres.url,
      LEADSPEC_SECRET_KEYS: 'a sealing key of more than 32 characters',
      METRICS_PORT: String(metricsPort),
    },
  });
});
afterAll(async () => {
  expect(await service.stop()).toBe(0);
  await postgres.stop();
});

/** Never without a number, because 0 would be our own process group. */
function kill(pid: number | undefined): void {
  if (!pid) throw new Error('there is no PostgreSQL to kill');
  process.kill(pid, 'SIGKILL');
}

const status = async (path: string) => (await fetch(`${service.url}${path}`)).status;

test('PostgreSQL stopped: 503 with Retry-After at once, still alive, and ready again without a restart', async () => {
  await postgres.stop();
  await eventually(async () => (await status('/readyz')) === 503);

  const refused = await fetch(`${service.url}/readyz`);
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await status('/healthz')).toBe(200);
  const times: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    await sleep(keptFor + 100);
    const began = performance.now();
    expect(await status('/readyz')).toBe(503);
    times.push(performance.now() - began);
  }
  // A request that waited for a connection would wait this long each time.
  expect(Math.min(...times)).toBeLessThan(waitForConnection);

  await postgres.start();
  await eventually(async () => (await status('/readyz')) === 200);
});

test('PostgreSQL standing still: every request is answered in bounded time, and no request waits in a heap', async () => {
  const goOn = await postgres.freeze();
  try {
    // One after the other, each would wait for two seconds.
    const inTurns = 300 * waitForConnection;
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 300 }, () => status('/readyz')));
    // Probes that came while the last good answer was kept correctly say 200.
    expect(answers.every((answer) => answer === 503 || answer === 200)).toBe(true);
    await eventually(async () => (await status('/readyz')) === 503);
    expect(performance.now() - began).toBeLessThan(Math.min(patience(6_000), inTurns / 5));
    expect(await status('/healthz')).toBe(200);

    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(Number(/^database_pool_waiting (\d+)/m.exec(metrics)?.[1])).toBeLessThanOrEqual(1);
  } finally {
    goOn();
  }
  await eventually(async () => (await status('/readyz')) === 200);
});

test("a vendor's request gets 503 at once while PostgreSQL is gone, and is answered again afterwards, by the same process", async () => {
  const dataDir = newDataDir();
  const demo = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir, LEADSPEC_DEMO: '1' } });
  const token = await demoToken(demo);
  // A new connection for each request, because either side may close a kept one between two requests.
  const list = async () => {
    const headers = { authorization: `Bearer ${token}`, connection: 'close' };
    const answer = await fetch(`${demo.url}/v1/campaigns/solar-dk/leads`, { headers });
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: await answer.json() };
  };
  expect((await list()).status).toBe(200);

  const refusals: Awaited<ReturnType<typeof list>>[] = [];
  let longest = 0;
  kill(postgresPid(dataDir));
  await eventually(async () => {
    const began = performance.now();
    const answer = await list();
    longest = Math.max(longest, performance.now() - began);
    if (answer.status !== 200) refusals.push(answer);
    return answer.status === 200 && refusals.length > 0;
  });

  for (const refusal of refusals) {
    expect(refusal.status).toBe(503);
    expect(refusal.retryAfter).toBe('1');
    expect(refusal.body).toMatchObject({ code: 'unavailable', status: 503 });
  }
  expect(longest).toBeLessThan(patience(4_000));
  expect(await demo.stop()).toBe(0);
});

test('the embedded PostgreSQL killed: it is started again, and the same process is ready again', async () => {
  const dataDir = newDataDir();
  const embedded = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } });
  const killed = postgresPid(dataDir);

  kill(killed);

  await eventually(() => postgresPid(dataDir) !== undefined && postgresPid(dataDir) !== killed);
  await eventually(async () => (await fetch(`${embedded.url}/readyz`)).status === 200);
  expect(await embedded.stop()).toBe(0);
});
