/**
 * Once per run: starts one real PostgreSQL for all test files, with the migrated template that each file copies. Durability
 * is off, because a run that loses power starts again. Also unpacks the browser if needed, because two workers that unpack it
 * at once run a file that is still being written. Keeps Node's compile cache, because many tests start the service, or a
 * generator of clients, as a process.
 *
 * With LEADSPEC_TEST_CLUSTER, the address of a Citus coordinator, it makes the template on each node of that cluster instead.
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
import { makeClusterTemplate } from '../cluster/nodes.ts';
import { measureSlowness } from '../patience.ts';
import tearDown from './global-teardown.ts';
import { whenInterrupted } from './interrupted.ts';
import { shared } from './shared.ts';

export default async function setUp(): Promise<void> {
  await measureSlowness();
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url));
  const coordinator = process.env.LEADSPEC_TEST_CLUSTER;
  if (coordinator !== undefined) {
    process.env.LEADSPEC_TEST_POSTGRES = coordinator;
    process.env.LEADSPEC_TEST_NODES = (await makeClusterTemplate(coordinator)).join(' ');
    await chromium.executablePath();
    return;
  }
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
    // Jest runs no teardown after a failed setup.
    await tearDown();
    throw error;
  }
  process.env.LEADSPEC_TEST_POSTGRES = postgres.adminUrl;
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
