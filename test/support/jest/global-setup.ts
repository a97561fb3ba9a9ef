/**
 * Once a run: one real PostgreSQL for all test files, and in it the migrated template that each file gets a copy of.
 * Durability is off, for a test run that loses power starts again. The browser is unpacked here too, on a machine that has
 * not done it yet: two workers that do it at once run a file that the other still writes. What Node compiles is kept, for many
 * tests start the service, or a generator of clients, as a process of its own.
 */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import pg from 'pg';
import { startEmbedded } from '../../../src/database/embedded.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { createLogger } from '../../../src/logger.ts';
import { measureSlowness } from '../patience.ts';
import tearDown from './global-teardown.ts';
import { whenInterrupted } from './interrupted.ts';
import { shared } from './shared.ts';

export default async function setUp(): Promise<void> {
  await measureSlowness();
  const dataDir = await mkdtemp(join(tmpdir(), 'leadspec-test-'));
  await chmod(dataDir, 0o755);
  shared.postgres = { dataDir };
  whenInterrupted(tearDown);
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const postgres = await startEmbedded({ dataDir, logger: createLogger({ level: 'error', pretty: false }), settings });
  shared.postgres = { dataDir, stop: postgres.stop };
  try {
    await Promise.all([makeTemplate(postgres.adminUrl), chromium.executablePath()]);
  } catch (error) {
    // Jest calls no teardown after a setup that failed.
    await tearDown();
    throw error;
  }
  process.env.LEADSPEC_TEST_POSTGRES = postgres.adminUrl;
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url));
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('create database template_for_tests');
  await client.end();
  const template = new URL(url);
  template.pathname = '/template_for_tests';
  await migrate(template.href);
}
