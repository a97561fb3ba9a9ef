/** Where the bench runs: an embedded PostgreSQL of its own, and the processes that are measured, each on a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import packageJson from '../../package.json' with { type: 'json' };
import { type Connection, connect } from '../../src/database/connection.ts';
import { startEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { freePort } from '../../src/database/postmaster.ts';
import { createLogger } from '../../src/logger.ts';
import { options } from './options.ts';

export const secret = 'a sealing key for the bench of thirty-two characters and more';

/** A process that answers requests. */
export interface Served {
  readonly name: string;
  readonly origin: string;
  /** Resident memory of the process, in MB. */
  memory(): number;
  /** Milliseconds that the process has spent of a processor. */
  cpu(): number;
  /** Milliseconds that the backends of PostgreSQL have spent of a processor, whoever they worked for. */
  databaseCpu(): number;
  stop(): Promise<void>;
}

/** A program to start with Node. */
export interface Program {
  readonly name: string;
  /** Where it will listen. */
  readonly port: number;
  /** The executable of Node. */
  readonly node?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder?: string;
}

export interface Place {
  readonly connection: Connection;
  /** `floor('http', campaignId)`: a floor, which knows one campaign and checks nothing. */
  floor(kind: 'http' | 'express', campaignId: string): Promise<Served>;
  product(environment?: Readonly<Record<string, string>>): Promise<Served>;
  /** Starts a program that is no part of this repository. Its settings must contain the port. */
  other(program: Program): Promise<Served>;
  /** Makes an empty database on the same PostgreSQL, and returns its URL. */
  emptyDatabase(name: string): Promise<string>;
  close(): Promise<void>;
}

/** `settings` are those of PostgreSQL. */
export async function openPlace(settings: Readonly<Record<string, string>> = {}): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadspec-bench-'));
  const logger = createLogger({ level: 'error', pretty: false });
  const database = await startEmbedded({ dataDir, logger, connections: 120, settings });
  const children = new Set<ChildProcess>();
  await migrate(database.url);
  const backends = watchBackends(dataDir);
  const connection = connect({ url: database.url, connections: 4, onError: () => undefined });

  const start = async ({ name, port, node = process.execPath, args, env, folder }: Program): Promise<Served> => {
    const child = spawn(node, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.add(child);
    const origin = `http://127.0.0.1:${port}`;
    await waitUntilUp(`${origin}/readyz`);
    return {
      name,
      origin,
      memory: () => residentMemory(child.pid ?? 0),
      cpu: () => processorTime(child.pid ?? 0),
      databaseCpu: () => backends.spent(),
      async stop() {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        // A process that stops by itself waits for balancers first.
        child.kill(options.quick ? 'SIGKILL' : 'SIGTERM');
        await gone;
        children.delete(child);
      },
    };
  };

  return {
    connection,
    async floor(kind, campaignId) {
      const port = await freePort();
      const name = kind === 'http' ? 'node:http + pg' : 'express + pg';
      const args = [script('floor.ts'), kind, database.url, String(port), campaignId];
      return start({ name, port, args, env: {} });
    },
    async product(environment = {}) {
      const port = await freePort();
      const settings = { PORT: String(port), DATABASE_URL: database.url, LEADSPEC_SECRET_KEYS: secret };
      const env = { ...settings, LOG_LEVEL: 'info', ...environment };
      return start({ name: 'leadspec', port, args: startArgs, env });
    },
    other: start,
    async emptyDatabase(name) {
      const [url, admin] = [new URL(database.url), new pg.Client(database.adminUrl)];
      await admin.connect();
      await admin.query(`create database ${name} owner ${url.username}`);
      await admin.end();
      url.pathname = name;
      return url.href;
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      await connection.close();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** As `npm start` starts it, with the same flags of Node: what follows `exec node`. */
const startArgs = packageJson.scripts.start
  .split(' ')
  .slice(2)
  .map((arg) => (arg.endsWith('main.ts') ? script(`../../${arg}`) : arg));

async function waitUntilUp(url: string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const up = await fetch(url).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (up) return;
    await sleep(50);
  }
  throw new Error(`${url} did not come up`);
}

function residentMemory(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1_024);
}

/**
 * The backends that serve clients: not the processes that write the log, vacuum or checkpoint. A backend that has ended keeps what it
 * had spent when it was last looked at.
 */
function watchBackends(dataDir: string) {
  const [postmaster] = readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n');
  const spent = new Map<string, number>();
  return {
    spent(): number {
      for (const pid of readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ')) {
        try {
          const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          if (!title.includes('leadspec') || title.includes('autovacuum')) continue;
          // proc(5): nanoseconds of a process with one thread, which is finer than ticks.
          spent.set(pid, Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6);
        } catch {
          // It has ended.
        }
      }
      return [...spent.values()].reduce((sum, one) => sum + one, 0);
    },
  };
}

/** proc(5): user and system time, in ticks of a hundredth of a second. */
function processorTime(pid: number): number {
  const [, user, system] = /^.*\)(?: \S+){11} (\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  return (Number(user) + Number(system)) * 10;
}
