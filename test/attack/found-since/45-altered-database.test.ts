/**
 * Line 45: a database that became read-only, and one whose tables were altered under a running service, as in a rolling
 * upgrade.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { type Client, signUpMember } from '../../support/manage.ts';
import { patience } from '../../support/patience.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let owner: Client;
beforeAll(async () => {
  v = await startVendors();
  owner = await signUpMember(v.server, v.accountId, 'owner');
});
afterAll(() => v.stop());

test('columns that come and go under a running service break no request', async () => {
  const ask = async () => [
    (await v.xyz.get('/leads')).status,
    (await v.xyz.post('/leads', { fields: least })).status,
    (await v.xyz.get('/')).status,
    (await owner.call('GET /audit')).status,
    (await owner.call(`GET /campaigns/${v.campaign.slug}/tokens`)).status,
    (await owner.call(`GET /campaigns/${v.campaign.slug}/announced-changes`)).status,
    (await owner.call('GET /members')).status,
  ];
  const fine = [200, 201, 200, 200, 200, 200, 200];
  // Prepares the statement on every connection of the pool.
  for (let i = 0; i < 4; i += 1) expect(await ask()).toEqual(fine);
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    v.db,
  );
  for (const { name } of tables) await sql`alter table ${sql.ref(name)} add column added_later text`.execute(v.db);
  for (let i = 0; i < 4; i += 1) expect(await ask()).toEqual(fine);
  for (const { name } of tables) await sql`alter table ${sql.ref(name)} drop column added_later`.execute(v.db);
  for (let i = 0; i < 4; i += 1) expect(await ask()).toEqual(fine);
});

test('a read-only database is 503 for what writes, and the service is not ready until it takes writes again', async () => {
  const admin = new pg.Client({ connectionString: v.server.databaseUrl });
  await admin.connect();
  const ready = async () => {
    // `/readyz` keeps an answer for half a second.
    await new Promise((resolve) => setTimeout(resolve, 600));
    return (await fetch(`${v.server.url}/readyz`)).status;
  };
  const set = async (to: 'on' | 'off') => {
    await admin.query(
      `alter database "${new URL(v.server.databaseUrl).pathname.slice(1)}" set default_transaction_read_only = ${to}`,
    );
    // Settings of a database apply to new connections.
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
  };
  /** A request may meet a connection that was cut, until the pool has noticed each of them. */
  const reads = async () => {
    for (const until = performance.now() + patience(10_000); performance.now() < until; )
      if ((await v.xyz.get('/leads')).status === 200) return;
    throw new Error('leads cannot be read');
  };
  try {
    expect(await ready()).toBe(200);
    await set('on');
    await reads();
    const refused = await v.xyz.post('/leads', { fields: least });
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'unavailable', '1']);
    expect(await ready()).toBe(503);
  } finally {
    await admin.query('set default_transaction_read_only = off');
    await set('off');
    await admin.end();
  }
  await reads();
  expect([await ready(), (await v.xyz.post('/leads', { fields: least })).status]).toEqual([200, 201]);
});
