/**
 * `npm run dump-schema`: migrates an empty database of a throw-away embedded PostgreSQL and writes what results to
 * `migrations/schema.sql`. With `--check` it writes nothing and fails when the file is out of date.
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/database/embedded.ts';
import { migrate } from '../src/database/migrate.ts';
import { createLogger } from '../src/logger.ts';
import { describeSchema } from './describe-schema.ts';

const file = new URL('../migrations/schema.sql', import.meta.url);
const dataDir = await mkdtemp(join(tmpdir(), 'leadspec-schema-'));
await chmod(dataDir, 0o755);
const logger = createLogger({ level: 'warn', pretty: false });
const postgres = await startEmbedded({ dataDir, logger, settings: { fsync: 'off' } });
try {
  await migrate(postgres.url);
  const client = new pg.Client(postgres.url);
  await client.connect();
  const text = await describeSchema(client).finally(() => client.end());
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8')) !== text) {
    console.error('migrations/schema.sql is out of date: run `npm run dump-schema`');
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
