/** Line 28: two instances that migrate at once, and a schema that is newer than the code. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { createTestDatabase, type TestDatabase, testLayout } from '../support/database.ts';
import { runToEnd, startProcess } from '../support/process.ts';

let database: TestDatabase;
const keys = 'a sealing key of more than 32 characters';

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
});
afterEach(() => database.drop());

test('two instances that start at once on an empty database both come up', async () => {
  const env = { DATABASE_URL: database.url, LEADSPEC_SECRET_KEYS: keys };

  const instances = await Promise.all([startProcess({ env }), startProcess({ env })]);

  const migrated = instances.filter((instance) => instance.output().includes('The database was migrated'));
  expect(migrated).toHaveLength(1);
  expect(await Promise.all(instances.map((instance) => instance.stop()))).toEqual([0, 0]);
});

test('eight that migrate an empty database in the same moment all succeed, and each migration runs once', async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => migrate(database.url)));
  expect(runs.filter((names) => names.includes('0001_initial'))).toHaveLength(1);
});

test('a database that a newer version has migrated is refused with a sentence, and left alone', async () => {
  await migrate(database.url);
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(`insert into kysely_migration (name, timestamp) values ('9999_future', '2099-01-01')`);

  const { code, output } = await runToEnd({ env: { DATABASE_URL: database.url, LEADSPEC_SECRET_KEYS: keys } });

  expect(code).toBe(1);
  expect(output).toContain('migrated by a newer version of Leadspec (9999_future is not known here)');
  expect(output).not.toMatch(/^\s+at /m);
  await client.end();
});

test('a database that refuses us is named as the reason at once', async () => {
  const wrong = new URL(database.url);
  // The server of a cluster may trust every password, but not every name.
  [wrong.username, wrong.password] = ['stranger', 'wrong'];
  const { code, output } = await runToEnd({ env: { DATABASE_URL: wrong.href, LEADSPEC_SECRET_KEYS: keys } });
  expect(code).toBe(1);
  const why =
    testLayout === 'single'
      ? /password authentication failed/
      : /password authentication failed|role "stranger" does not exist/;
  expect(output).toMatch(new RegExp(`^The database of DATABASE_URL refuses: (?:${why.source})`, 'm'));
});
