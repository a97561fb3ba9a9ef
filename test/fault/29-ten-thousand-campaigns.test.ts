/**
 * Line 29: ten thousand campaigns. A process bounds the size of what it keeps of them, so its memory does not grow with the
 * number of campaigns in use. A new campaign is answered soon, and meanwhile known campaigns are as fast as before.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createPublisher, publish } from '../../src/document/publish.ts';
import { usualLimits } from '../../src/document/words/limits.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';
import { instanceOn, type ServiceProcess, startProcess } from '../support/process.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

/** The number of campaigns to ask for. */
const asked = 200;

interface Installation {
  readonly v: Vendors;
  readonly service: ServiceProcess;
  readonly secret: string;
}

/** Two installations, which are asked in turns, so that a slow machine is slow for both. */
let few: Installation;
let many: Installation;
beforeAll(async () => {
  few = await install(asked);
  many = await install(10_000);
});
afterAll(async () => {
  for (const { service, v } of [few, many]) {
    await service.stop();
    await v.stop();
  }
});

async function install(campaigns: number): Promise<Installation> {
  const v = await startVendors();
  await copyCampaign(v, campaigns);
  const { secret } = await v.token({ broad: true, requestsPerMinute: 0 });
  return { v, secret, service: await startProcess({ env: instanceOn(v.server.databaseUrl) }) };
}

/** Copies the campaign with all its parts many times, table by table. */
async function copyCampaign(v: Vendors, campaigns: number): Promise<void> {
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
  await sql`drop table copies`.execute(v.db);
}

/** Asks for the campaign. Returns the milliseconds that the response took. */
async function ask({ service, secret }: Installation, slug: string): Promise<number> {
  const begun = performance.now();
  const { status } = await fetch(`${service.url}/v1/campaigns/${slug}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  if (status !== 200) throw new Error(`${slug} was answered ${status}`);
  return performance.now() - begun;
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

test('new campaigns among ten thousand are answered as soon as among two hundred, and so are known ones', async () => {
  const known = `copy-${asked}`;
  const seen = [few, many].map((at) => ({ at, cold: [] as number[], warm: [] as number[] }));
  for (const { at } of seen) await ask(at, known);
  for (let n = 1; n + 4 <= asked; n += 4)
    for (const { at, cold, warm } of seen) {
      cold.push(...(await Promise.all([0, 1, 2, 3].map((i) => ask(at, `copy-${n + i}`)))));
      warm.push(await ask(at, known));
    }
  const [ofFew, ofMany] = seen.map(({ cold, warm }) => ({ cold: median(cold), warm: median(warm) }));
  // If one request read all campaigns, fifty times as many would take about fifty times as long.
  expect(ofMany?.cold).toBeLessThan((ofFew?.cold ?? 0) * 4);
  expect(ofMany?.warm).toBeLessThan((ofFew?.warm ?? 0) * 4);
});

const subjectOf = (number: number) =>
  grantOf({ ...fixtures.rich, id: String(number), slug: `copy-${number}`, epoch: String(number) }, 'campaign');

test('documents are kept by their size: what was asked for last, and no more', () => {
  let made = 0;
  const publisher = createPublisher(
    publicUrl,
    usualLimits,
    (...given) => {
      made += 1;
      return publish(...given);
    },
    500,
  );
  const subjects = Array.from({ length: 12 }, (_, i) => subjectOf(i));
  for (const subject of subjects) publisher(subject);
  expect(made).toBe(12);
  publisher(subjects[11] as (typeof subjects)[number]);
  expect(made).toBe(12);
  publisher(subjects[0] as (typeof subjects)[number]);
  expect(made).toBe(13);
});

test('compiled schemas are kept by their size as well', () => {
  const compiled = createCompiledOperations(500_000);
  const documents = Array.from({ length: 12 }, (_, i) => {
    const { fields } = fixtures.rich;
    const own = fields.map((field) => ({ ...field, key: `${field.key}_${i}` }));
    return publish(grantOf({ ...fixtures.rich, fields: own, filters: [], keyColumns: [] }, 'campaign'), publicUrl)
      .document;
  });
  for (const document of documents) compiled.of(document, 'createLead');
  expect(compiled.statistics.misses).toBe(12);
  expect(compiled.statistics.size()).toBeLessThan(12);
  expect(compiled.statistics.size()).toBeGreaterThan(0);
});
