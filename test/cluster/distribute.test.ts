/**
 * `npm run distribute` says what stands in the way, is done only with all instances stopped, and may be killed at any step and
 * repeated. Most of it needs a cluster: see `npm run test:citus`.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect } from '../../src/database/connection.ts';
import { places, stepsToCluster, takeSteps } from '../../src/database/distribution.ts';
import { underMigrationLock } from '../../src/database/migrate.ts';
import { seedLeads } from '../../src/leads/store/insert-leads.ts';
import { insertAccount, insertCampaign, solarPlan } from '../support/campaigns.ts';
import { dropClusterDatabase, makeClusterDatabase } from '../support/cluster/nodes.ts';
import { onCluster } from '../support/cluster/one-server.ts';
import { ask } from '../support/cluster/proxy.ts';
import { createTestDatabase, testLayout } from '../support/database.ts';
import { instanceOn, runToEnd, startProcess } from '../support/process.ts';
import { aLead } from '../support/store.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const coordinator = process.env.LEADSPEC_TEST_CLUSTER ?? '';
const made: string[] = [];
afterEach(async () => {
  for (const name of made.splice(0)) await dropClusterDatabase(coordinator, name);
});

const newDatabase = (upTo?: string) => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  made.push(name);
  return makeClusterDatabase(coordinator, name, upTo);
};

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** `killAt`: kills the command as soon as it begins this step. */
function run(url: string, args: readonly string[] = [], killAt?: string): Promise<Ended> {
  const child = spawn(process.execPath, ['scripts/distribute.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...instanceOn(url) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += String(chunk);
      if (killAt !== undefined && output.includes(`${killAt} …`)) child.kill('SIGKILL');
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

test('wrong arguments are answered with the right ones', async () => {
  for (const args of [['--shards', '0'], ['--shards', 'many'], ['--all']]) {
    const { code, output } = await run('postgres://127.0.0.1:1/none', args);
    expect([code, output]).toEqual([1, 'Use: npm run distribute -- [--shards <number from 1 to 1024>] [--check]\n']);
  }
});

(testLayout === 'single' ? test : test.skip)('a database without Citus is refused, and stays as it is', async () => {
  const database = await createTestDatabase();
  const { code, output } = await run(database.url);
  expect([code, output]).toEqual([1, 'Citus 13 or newer is needed; the database has no extension citus.\n']);
  const check = await run(database.url, ['--check']);
  expect([check.code, check.output]).toEqual([1, 'The database has no extension citus.\n']);
  await database.drop();
});

onCluster('a run that is killed at any step, and repeated, ends with everything in its place', async () => {
  const url = await newDatabase();
  const before = connect({ url, connections: 2, onError: () => undefined });
  const accountId = await insertAccount(before.db);
  for (const slug of ['solar-a', 'solar-b', 'solar-c']) {
    const campaign = await insertCampaign(before.db, accountId, { ...solarPlan, slug });
    const leads = Array.from({ length: 50 }, () => aLead());
    await seedLeads(before.db, campaign, { kind: 'system', id: null }, leads);
  }
  await before.close();
  const counts = () =>
    ask(
      url,
      `select ${['leads', 'lead_events', 'fields', 'campaigns'].map((table) => `(select count(*) from ${table}) as ${table}`).join()}`,
    );
  const was = await counts();

  for (const { name } of stepsToCluster(8)) {
    const killed = await run(url, ['--shards', '8'], name);
    if (killed.code === 0) continue;
    const check = await run(url, ['--check']);
    expect(check.output).toMatch(/Not in their places|Not done: |Everything is in its place/);
  }
  const { code, output } = await run(url, ['--shards', '8']);
  expect([code, output]).toEqual([0, expect.stringMatching(/Everything is in its place\.\n$/)]);
  expect(await counts()).toEqual(was);
  const [{ campaigns = 0 } = {}] = await ask<{ campaigns: number }>(
    url,
    `select count(*)::int as campaigns from citus_tables where citus_table_type = 'distributed'`,
  );
  expect(campaigns).toBe(Object.values(places).filter((place) => place === 'campaign').length);
  const foreignKeys = await ask(
    url,
    `select 1 from pg_constraint where conname = 'options_campaign_id_select_key_fkey'`,
  );
  expect(foreignKeys).toHaveLength(1);
});

onCluster('a database that is half distributed is not served', async () => {
  const url = await newDatabase();
  await run(url, [], 'Distribute leads by campaign');
  const { code, output } = await runToEnd({ env: instanceOn(url) });
  expect(code).toBe(1);
  expect(output).toMatch(/Run `npm run distribute` again\./);
});

onCluster('while an instance runs, nothing is moved; afterwards it starts again and serves', async () => {
  const url = await newDatabase();
  const env = instanceOn(url, { LEADSPEC_DEMO: '1' });
  const instance = await startProcess({ env });
  const refused = await run(url);
  expect([refused.code, refused.output]).toEqual([
    1,
    'An instance of Leadspec is connected. Stop all instances first.\n',
  ]);
  await instance.stop();
  expect((await run(url, ['--shards', '4'])).code).toBe(0);
  const again = await startProcess({ env });
  expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
  const { output } = await run(url, ['--check']);
  expect(output).toMatch(/Everything is in its place/);
  await again.stop();
});

onCluster('an instance on a Unix socket counts as connected', async () => {
  const url = await newDatabase();
  const { username: user, port, pathname } = new URL(url);
  const [{ host = '' } = {}] = await ask<{ host: string }>(
    url,
    `select trim(split_part(current_setting('unix_socket_directories'), ',', 1)) as host`,
  );
  const instance = new pg.Client({
    ...{ host, user, port: Number(port), database: pathname.slice(1) },
    application_name: 'leadspec',
  });
  await instance.connect();
  const refused = await run(url);
  await instance.end();
  expect(refused.output).toBe('An instance of Leadspec is connected. Stop all instances first.\n');
});

onCluster('the check names a table that is not in its place', async () => {
  const url = await newDatabase();
  await run(url, ['--shards', '4']);
  await ask(url, `select undistribute_table('document_changes')`);
  const { code, output } = await run(url, ['--check']);
  expect(code).toBe(1);
  expect(output).toMatch(/Not in their places: document_changes\./);
});

onCluster('migrations that came later run on a distributed database', async () => {
  const url = await newDatabase('0027_requests_in_rows_of_many');
  await underMigrationLock(url, (db) => takeSteps(db, stepsToCluster(4)));
  const instance = await startProcess({ env: instanceOn(url) });
  await instance.stop();
  const applied = await ask<{ name: string }>(url, 'select name from kysely_migration order by name');
  const files = readdirSync(new URL('../../migrations/', import.meta.url)).filter((file) => file.endsWith('.ts'));
  expect(applied.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
  expect((await run(url, ['--check'])).output).toMatch(/Everything is in its place/);
});
