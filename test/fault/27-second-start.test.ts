/** Line 27: a second start on the same data directory, and starts after `kill -9` of the service, and of PostgreSQL too. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { eventually, newDataDir, postgresPid, runToEnd, startProcess, workersOf } from '../support/process.ts';

/** Created by the first test that starts on it. The others use it as it was left. */
const dataDir = newDataDir();

test('one of two first starts at once on an empty directory wins, and the other is refused by name', async () => {
  const starts = [1, 2].map(() => startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } }));

  const results = await Promise.allSettled(starts);

  const winners = results.filter((result) => result.status === 'fulfilled');
  const losers = results.filter((result) => result.status === 'rejected');
  expect([winners.length, losers.length]).toEqual([1, 1]);
  expect(String(losers[0]?.reason)).toContain('Another Leadspec is running on the data directory');
  await winners[0]?.value.stop();
});

test('a second start on the same data directory is refused by name, and the first goes on', async () => {
  const first = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } });

  const second = await runToEnd({ env: { LEADSPEC_DATA_DIR: dataDir } });

  expect(second.code).toBe(1);
  expect(second.output).toContain(`Another Leadspec is running on the data directory ${dataDir}`);
  expect(second.output).not.toMatch(/^\s+at /m);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  expect(await first.stop()).toBe(0);
  expect(postgresPid(dataDir)).toBeUndefined();
});

test('a start after kill -9 takes over the PostgreSQL that was left running, and stops it in the end', async () => {
  const killed = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } });
  const left = postgresPid(dataDir);
  await killed.kill();
  expect(postgresPid(dataDir)).toBe(left);

  const next = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } });

  expect(postgresPid(dataDir)).toBe(left);
  expect(await next.stop()).toBe(0);
  expect(postgresPid(dataDir)).toBeUndefined();
});

test('a start after kill -9 of the service and of PostgreSQL recovers', async () => {
  const killed = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } });
  const pid = postgresPid(dataDir) ?? 0;
  await killed.kill();
  process.kill(pid, 'SIGKILL');
  await eventually(() => postgresPid(dataDir) === undefined);

  const next = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } });

  expect(await next.stop()).toBe(0);
});

test('one that loses its directory to another while PostgreSQL is down stops, and says why', async () => {
  const first = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir, WORKERS: '2' } });
  const pid = postgresPid(dataDir) ?? 0;
  // It cannot start PostgreSQL again before the other process does.
  process.kill(first.pid, 'SIGSTOP');
  process.kill(pid, 'SIGKILL');
  const second = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } });

  process.kill(first.pid, 'SIGCONT');

  expect(await first.ended).toBe(1);
  expect(first.output()).toContain(`Another Leadspec has taken the data directory ${dataDir}`);
  await eventually(() => workersOf(first.pid).length === 0);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect(await second.stop()).toBe(0);
});

test('only the primary holds PostgreSQL with workers, and a killed worker is replaced', async () => {
  const service = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir, WORKERS: '2' } });
  expect(service.output()).not.toContain('A worker has ended');

  const pids = workersOf(service.pid);
  expect(pids).toHaveLength(2);
  process.kill(pids[0] ?? 0, 'SIGKILL');

  await eventually(() => workersOf(service.pid).filter((pid) => pid !== pids[0]).length === 2);
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  expect(await service.stop('SIGINT')).toBe(0);
  expect(postgresPid(dataDir)).toBeUndefined();
});

test('password and sealing key are readable by their owner alone', async () => {
  const service = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir } });
  for (const file of ['secret-keys', 'postgres/password']) {
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  await service.stop();
});
