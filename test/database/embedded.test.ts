/** The data directory of the embedded database: what survives a restart, and directories that other versions could not use. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { startEmbedded } from '../../src/database/embedded.ts';
import { embeddedSecretKeys } from '../../src/database/secret-keys.ts';
import { createLogger } from '../../src/logger.ts';
import { newDataDir } from '../support/process.ts';

const logger = createLogger({ level: 'silent', pretty: false });

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
}

test('rows, the sealing key and the text order of every machine survive a restart; only the first is new', async () => {
  // Only the owner may enter the folder. Under root, PostgreSQL runs as another user and must still get through.
  const dataDir = newDataDir();
  await chmod(dirname(dataDir), 0o700);
  const first = await startEmbedded({ dataDir, logger });
  const keys = await embeddedSecretKeys(dataDir);
  expect(first.isNew).toBe(true);
  await query(first.url, `create table kept as select lower('ÅSE') as name`);
  await first.stop();

  const second = await startEmbedded({ dataDir, logger });

  expect(second.isNew).toBe(false);
  expect(await query(second.url, 'select name from kept')).toEqual([{ name: 'åse' }]);
  expect(await embeddedSecretKeys(dataDir)).toEqual(keys);
  expect(keys.map((key) => key.length)).toEqual([32]);
  await second.stop();
});

test('the log of PostgreSQL holds no value of a statement that fails', async () => {
  const dataDir = newDataDir();
  const database = await startEmbedded({ dataDir, logger });
  await query(database.url, 'create table people (email text unique)');
  const twice = `insert into people values ('ada@example.com'), ('ada@example.com')`;
  await expect(query(database.url, twice)).rejects.toThrow('duplicate key');
  await database.stop();
  expect(await readFile(join(dataDir, 'postgres/log'), 'utf8')).not.toContain('ada@example.com');
});

test('a data directory that is a file is refused with a sentence that names it', async () => {
  const dataDir = newDataDir();
  await writeFile(dataDir, '');
  await expect(startEmbedded({ dataDir, logger })).rejects.toThrow(
    `The data directory ${dataDir} (LEADSPEC_DATA_DIR) is not`,
  );
});

test('a file of sealing keys that was emptied is refused: a new key would give up every sealed token', async () => {
  const dataDir = newDataDir();
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'secret-keys'), '\n');
  await expect(embeddedSecretKeys(dataDir)).rejects.toThrow('no longer contains a sealing key');
});
