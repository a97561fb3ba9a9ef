/**
 * Line 41: a rogue PostgreSQL that takes the place of the embedded one while that is down, and asks for the password. There
 * is no port that a local user could take, and the service's role is not a superuser.
 */
import { chmod, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../../src/database/embedded.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { createLogger } from '../../../src/logger.ts';
import { newDataDir } from '../../support/process.ts';

const logger = createLogger({ level: 'silent', pretty: false });
const settings = { fsync: 'off' };

let dataDir: string;
let database: EmbeddedDatabase;
beforeAll(async () => {
  dataDir = newDataDir();
  await chmod(dirname(dataDir), 0o755);
  database = await startEmbedded({ dataDir, logger, settings });
});
afterAll(() => database?.stop());

async function ask<T extends pg.QueryResultRow>(url: string, question: string): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  return (await client.query<T>(question).finally(() => client.end())).rows;
}

test('the server listens on a socket alone, in a folder that only its owner may enter', async () => {
  const [row] = await ask(
    database.adminUrl,
    `select current_setting('listen_addresses') as tcp, current_setting('unix_socket_directories') as folder`,
  );
  const folder = join(dataDir, 'postgres');
  expect(row).toEqual({ tcp: '', folder });
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, '.s.PGSQL.5432'))).mode & 0o777).toBe(0o700);
});

test('the service is no superuser, and can neither run programs nor read files of the server', async () => {
  const [role] = await ask(
    database.url,
    'select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls from pg_roles where rolname = current_user',
  );
  expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
  for (const trick of [
    `copy (select 1) to program 'id'`,
    `select pg_read_file('postgresql.conf')`,
    `create role another superuser`,
    `alter role current_user superuser`,
  ])
    await expect(ask(database.url, trick)).rejects.toThrow(/permission denied|must/);
  await migrate(database.url);
});

test('a path that is too long for a socket gets a folder of its own', async () => {
  const long = join(newDataDir(), 'x'.repeat(90));
  await chmod(dirname(dirname(long)), 0o755);
  const other = await startEmbedded({ dataDir: long, logger, settings });
  const [row] = await ask<{ folder: string }>(
    other.adminUrl,
    `select current_setting('unix_socket_directories') as folder`,
  );
  expect(row?.folder).not.toContain('xxxx');
  expect((await stat(row?.folder ?? '')).mode & 0o777).toBe(0o700);
  await other.stop();
});

test('a database from before the service had a role of its own is handed over to it', async () => {
  const old = newDataDir();
  await chmod(dirname(old), 0o755);
  const first = await startEmbedded({ dataDir: old, logger, settings });
  await migrate(first.url);
  // As older versions left it: everything belongs to the superuser, and there is no other role.
  await ask(first.adminUrl, 'reassign owned by leadspec_service to leadspec');
  await ask(first.adminUrl, 'drop owned by leadspec_service');
  await ask(first.adminUrl, 'drop role leadspec_service');
  await first.stop();

  const second = await startEmbedded({ dataDir: old, logger, settings });

  expect(second.isNew).toBe(false);
  await ask(second.url, 'alter table leads add column tried text');
  const [{ others } = { others: -1 }] = await ask<{ others: number }>(
    second.url,
    `select count(*)::int as others from pg_class where relnamespace = 'public'::regnamespace and relowner <> current_user::regrole`,
  );
  expect(others).toBe(0);
  await second.stop();
});
