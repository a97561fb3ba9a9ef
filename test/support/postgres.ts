/**
 * A separate PostgreSQL for a test to stop, start and freeze. Unlike the embedded one of a service, it does not start again
 * by itself.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openCluster, role } from '../../src/database/cluster.ts';
import { findBinaries } from '../../src/database/postgres-binaries.ts';
import { freePort, startPostmaster, stopPostmaster } from '../../src/database/postmaster.ts';
import { newDataDir, postgresPid } from './process.ts';

export interface OwnPostgres {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Freezes all its processes, which stay connected. Returns a function that lets them go on. */
  freeze(): Promise<() => void>;
}

export async function createOwnPostgres(): Promise<OwnPostgres> {
  const binaries = await findBinaries();
  const dataDir = newDataDir();
  const cluster = await openCluster(dataDir, binaries);
  const port = await freePort();
  const url = `postgres://${role}:${cluster.password}@127.0.0.1:${port}/postgres`;
  const own: OwnPostgres = {
    url,
    async start() {
      await startPostmaster(cluster, binaries, { host: '127.0.0.1', port, settings: { fsync: 'off' } });
      while (!(await ask(url, 'select').catch(() => undefined))) await sleep(50);
    },
    stop: () => stopPostmaster(cluster, binaries, 10),
    async freeze() {
      const rows = await ask(url, 'select pid from pg_stat_activity where pid <> pg_backend_pid()');
      const pids = [postgresPid(dataDir), ...rows.map((row) => Number(row.pid))].filter((pid) => pid !== undefined);
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      return () => {
        for (const pid of pids) process.kill(pid, 'SIGCONT');
      };
    },
  };
  await own.start();
  return own;
}

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}
