/**
 * `const database = await createTestDatabase()`: a copy of the migrated template for one test file. `drop()` fails if a
 * connection is still open, because a connection that leaks in a test leaks in production.
 *
 * On a Citus cluster (`npm run test:citus`), it is a database of each node.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Layout } from '../../src/database/distribution.ts';
import { patience } from './patience.ts';

export interface TestDatabase {
  readonly url: string;
  readonly layout: Layout;
  drop(): Promise<void>;
}

/** With `migrated: false` it is empty, as a first start finds it, and always of one PostgreSQL. */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  // Never the name of another file's database, which a failure may have left behind.
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onEachNode((client) =>
    client.query(`create database ${name} template ${migrated ? 'template_for_tests' : 'template0'}`),
  );
  return {
    url: databaseUrl(serverUrl(), name),
    layout: migrated ? testLayout : 'single',
    async drop() {
      const leaked = await administer((client) => connectionsTo(client, name));
      await onEachNode((client) => client.query(`drop database ${name} with (force)`));
      if (leaked.length > 0) throw new Error(`Connections to the test database were left open: ${leaked.join('; ')}`);
    },
  };
}

/** The layout of the databases of this run. */
export const testLayout: Layout = process.env.LEADSPEC_TEST_NODES === undefined ? 'single' : 'distributed';

/** The address of another database of the same server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** The addresses of all nodes of a cluster, the coordinator's first; without a cluster, that of the server alone. */
const nodeUrls = (): readonly string[] => process.env.LEADSPEC_TEST_NODES?.split(' ') ?? [serverUrl()];

/** Runs a query on each server. A template that a background process of Citus is connected to is tried again. */
async function onEachNode(ask: (client: pg.Client) => Promise<unknown>): Promise<void> {
  for (const url of nodeUrls()) await eventually(() => administer(ask, url), patience(20_000));
}

async function eventually<T>(run: () => Promise<T>, milliseconds: number): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (performance.now() > deadline || (error as { code?: string }).code !== '55006') throw error;
      await sleep(100);
    }
  }
}

/** Runs a query on the server itself, outside of every test database. */
export async function administer<T>(ask: (client: pg.Client) => Promise<T>, url = serverUrl()): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env.LEADSPEC_TEST_POSTGRES;
  if (!url) throw new Error('There is no PostgreSQL for tests: run them with `npm test`');
  return url;
}

/** A backend ends a moment after its client, so this waits up to a second (on a quiet machine). */
async function connectionsTo(client: pg.Client, name: string): Promise<string[]> {
  const deadline = performance.now() + patience(1_000);
  for (;;) {
    const { rows } = await client.query<{ what: string }>(
      `select concat_ws(' ', application_name, state, left(query, 80)) as what from pg_stat_activity
       where datname = $1 and backend_type = 'client backend' and application_name !~ '^citus'`,
      [name],
    );
    if (rows.length === 0 || performance.now() > deadline) return rows.map((row) => row.what);
    await sleep(50);
  }
}
