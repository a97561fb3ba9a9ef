/**
 * `const database = await createTestDatabase()`: a copy of the migrated template for one test file. `drop()` fails if a
 * connection is still open, because a connection that leaks in a test leaks in production.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { patience } from './patience.ts';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** With `migrated: false` it is empty, as a first start finds it. */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  // Never the name of another file's database, which a failure may have left behind.
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer((client) =>
    client.query(`create database ${name} template ${migrated ? 'template_for_tests' : 'template0'}`),
  );
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      const leaked = await administer((client) => connectionsTo(client, name));
      await administer((client) => client.query(`drop database ${name} with (force)`));
      if (leaked.length > 0) throw new Error(`Connections to the test database were left open: ${leaked.join('; ')}`);
    },
  };
}

/** Runs a query on the server itself, outside of every test database. */
export async function administer<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(serverUrl());
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
       where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
    if (rows.length === 0 || performance.now() > deadline) return rows.map((row) => row.what);
    await sleep(50);
  }
}
