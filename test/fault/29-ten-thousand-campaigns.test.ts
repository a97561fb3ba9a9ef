/**
 * Line 29: ten thousand campaigns. A process keeps a bounded part of them: with less memory than all those that are asked for
 * would need, it goes on. One that it has never met is answered soon, and meanwhile those that it knows are answered as ever.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type ServiceProcess, startProcess } from '../support/process.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

const campaigns = 10_000;
/** So many have a hundred fields: a document of one takes some 170 kB, all of them far more than the process is given. */
const large = 1_300;
const heap = 280;

let v: Vendors;
let service: ServiceProcess;
let secret: string;
beforeAll(async () => {
  v = await startVendors();
  await copyCampaign();
  secret = (await v.token({ broad: true, requestsPerMinute: 0 })).secret;
  service = await startProcess({
    env: {
      DATABASE_URL: v.server.databaseUrl,
      LEADSPEC_SECRET_KEYS: 'a sealing key of more than 32 characters',
      LOG_LEVEL: 'error',
      NODE_OPTIONS: `--max-old-space-size=${heap}`,
    },
  });
}, 120_000);
afterAll(async () => {
  await service?.stop();
  await v.stop();
});

/** The campaign with all that it is made of, over and over, set by set. */
async function copyCampaign(): Promise<void> {
  const of = v.campaign.id;
  await sql`create table copies as
    select gen_random_uuid() as id, n from generate_series(1, ${sql.lit(campaigns)}) n`.execute(v.db);
  await sql`insert into campaigns (id, account_id, slug, name, default_country, created_at)
    select copies.id, account_id, 'copy-' || n, name, default_country, created_at from campaigns, copies
    where campaigns.id = ${of}::uuid`.execute(v.db);
  const columns: Readonly<Record<string, string>> = {
    campaign_heads: 'epoch, revision',
    fields:
      'key, type, label, required, searchable, select_key, min, max, max_length, pattern, default_value, position',
    selects: 'key, label, position',
    options: 'select_key, value, label, position, archived_at',
    statuses: 'key, label, category, is_default, position',
  };
  for (const [table, list] of Object.entries(columns)) {
    await sql`insert into ${sql.table(table)} (campaign_id, ${sql.raw(list)})
      select copies.id, ${sql.raw(list)} from ${sql.table(table)}, copies where campaign_id = ${of}::uuid`.execute(
      v.db,
    );
  }
  await sql`insert into fields (campaign_id, key, type, label, required, searchable, position)
    select id, 'further_' || i, 'text', 'Further field ' || i, false, false, 100 + i
    from copies, generate_series(1, 85) i where n <= ${sql.lit(large)}`.execute(v.db);
  await sql`drop table copies`.execute(v.db);
}

/** Asks for the campaign; gives the milliseconds that this took. */
async function ask(slug: string): Promise<number> {
  const begun = performance.now();
  const { status } = await fetch(`${service.url}/v1/campaigns/${slug}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  if (status !== 200) throw new Error(`${slug} was answered ${status}`);
  return performance.now() - begun;
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

test('a process with less memory than they would need goes on, and answers new ones soon and known ones as ever', async () => {
  const known = 'copy-9999';
  await ask(known);
  const [cold, warm]: [number[], number[]] = [[], []];
  for (let n = 1; n <= large; n += 4) {
    cold.push(...(await Promise.all([0, 1, 2, 3].map((i) => ask(`copy-${n + i}`)))));
    if (n % 20 === 1) warm.push(await ask(known));
  }
  // Generous, for machines that do other things: usual are some 15 and 4 milliseconds.
  expect(median(cold)).toBeLessThan(1_000);
  expect(median(warm)).toBeLessThan(500);
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
}, 120_000);
