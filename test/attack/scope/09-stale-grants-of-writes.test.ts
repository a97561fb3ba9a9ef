/**
 * Line 9, for writes, repeats, rehearsals, feed and export: a change of token or filter in the middle of a stream of them on
 * two real processes. No request that started after the change had returned writes, repeats or reads under the old grant.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { rotateSecret } from '../../../src/access/tokens.ts';
import { setArchived } from '../../../src/campaign/archive.ts';
import type { Campaign } from '../../../src/campaign/definition.ts';
import { change, insertCampaign, insertToken, solarPlan, type TestToken } from '../../support/campaigns.ts';
import { eventually, instanceOn, type ServiceProcess, startProcess } from '../../support/process.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let processes: ServiceProcess[];
beforeAll(async () => {
  v = await startVendors();
  const env = instanceOn(v.server.databaseUrl, { DATABASE_CONNECTIONS: '4', TRUST_PROXY: '1' });
  processes = await Promise.all([startProcess({ env }), startProcess({ env })]);
});
afterAll(async () => {
  for (const each of processes ?? []) expect(await each.stop()).toBe(0);
  await v.stop();
});

interface Seen {
  readonly began: number;
  readonly ended: number;
  readonly what: What;
  /** The value of `notes` in the leads that the request would write. */
  readonly mark: string;
  readonly status: number;
  readonly text: string;
}

type Request = readonly [method: string, path: string, body?: unknown, key?: string];
const lead = (notes: string) => ({ fields: { ...least, notes } });
const asks = {
  create: (mark) => ['POST', '/leads', lead(mark)],
  keyed: (mark) => ['POST', '/leads', lead(mark), mark],
  upsert: (mark) => ['PUT', `/external-ids/${mark}`, lead(mark)],
  batch: (mark) => [
    'POST',
    '/leads/batch',
    {
      items: [
        { op: 'create', ...lead(mark) },
        { op: 'create', fields: {} },
      ],
    },
  ],
  repeat: () => ['POST', '/leads', lead('stored'), 'stored'],
  rehearsal: (mark) => ['POST', '/leads?dry_run=true', lead(mark)],
  count: () => ['GET', '/leads/count'],
  export: () => ['GET', '/leads/export'],
  feed: (_mark, cursor) => ['GET', `/leads/changes?limit=1&cursor=${encodeURIComponent(cursor)}`],
} satisfies Record<string, (mark: string, cursor: string) => Request>;
type What = keyof typeof asks;
const whats = Object.keys(asks) as What[];

let addresses = 0;
/** Each request comes from another address, because refused tokens are throttled by address, which is not tested here. */
const address = () => `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;

async function send(url: string, at: Place, [method, path, body, key]: Request) {
  const response = await fetch(`${url}/v1/campaigns/${at.campaign.slug}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${at.token.secret}`,
      'x-forwarded-for': address(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // An export whose grant ends on the way is cut off. It began before the change.
  const text = await response.text().catch(() => cut);
  return { status: text === cut ? 0 : response.status, text };
}
const cut = 'cut';

interface Place {
  readonly campaign: Campaign;
  readonly token: TestToken;
  /** A cursor of the feed from the first grant. A response is stored under the key `stored`. */
  readonly cursor: string;
}

let places = 0;
async function place(): Promise<Place> {
  places += 1;
  const { db, accountId, server } = v;
  const campaign = await insertCampaign(db, accountId, { ...solarPlan, slug: `writes-${places}` });
  const token = await insertToken(db, server.vault, { accountId, campaign, filter: 'Vendor XYZ' });
  const at = { campaign, token, cursor: '' };
  const url = processes[0]?.url ?? '';
  await send(url, at, asks.repeat());
  const cursor = JSON.parse((await send(url, at, ['GET', '/leads/changes?limit=1'])).text).next_cursor as string;
  return { ...at, cursor };
}

/** The responses from before the change, and those of requests that began after it had returned. */
async function during(at: Place, make: () => Promise<unknown>): Promise<{ before: Seen[]; after: Seen[] }> {
  const seen: Seen[] = [];
  let marks = 0;
  let stopped = false;
  const asking = processes.flatMap(({ url }) =>
    whats.map(async (what) => {
      while (!stopped) {
        const mark = `${at.campaign.slug}-${what}-${++marks}`;
        const began = performance.now();
        const answer = await send(url, at, asks[what](mark, at.cursor));
        seen.push({ began, ended: performance.now(), what, mark, ...answer });
      }
    }),
  );
  const askedSince = (moment: number) =>
    eventually(() => whats.every((what) => seen.filter((s) => s.what === what && s.began > moment).length >= 4));
  await askedSince(0);
  const started = performance.now();
  await make();
  const returned = performance.now();
  await askedSince(returned);
  stopped = true;
  await Promise.all(asking);
  return {
    before: seen.filter((each) => each.ended < started),
    after: seen.filter((each) => each.began > returned),
  };
}

const statuses = (seen: readonly Seen[]) => [...new Set(seen.map(({ what, status }) => `${what} ${status}`))].sort();
const working = [
  'batch 200',
  'count 200',
  'create 201',
  'export 200',
  'feed 200',
  'keyed 201',
  'rehearsal 201',
  'repeat 201',
  'upsert 201',
];

/** By mark: the vendor of the lead that was written with it. */
async function writtenIn(campaign: Campaign): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ mark: string; source: string }>`
    select values ->> 'notes' as mark, values ->> 'source' as source from leads where campaign_id = ${campaign.id}`.execute(
    v.db,
  );
  expect(new Set(rows.map(({ mark }) => mark)).size).toBe(rows.length);
  return new Map(rows.map(({ mark, source }) => [mark, source]));
}

const ended = (set: ReturnType<typeof sql>) => (at: Place) =>
  sql`update tokens set ${set}, version = version + 1 where id = ${at.token.id}`.execute(v.db);

test.each<[string, (at: Place) => Promise<unknown>]>([
  ['revoked', ended(sql`revoked_at = now()`)],
  ['paused', ended(sql`paused = true`)],
  ['rotated', (at) => v.db.transaction().execute((trx) => rotateSecret(trx, v.server.vault, at.token.id, 0))],
])('a token that is %s writes, repeats and reads nothing more', async (_how, make) => {
  const at = await place();

  const { before, after } = await during(at, () => make(at));

  expect(statuses(before)).toEqual(working);
  expect([...new Set(after.map(({ status }) => status))]).toEqual([401]);
  for (const { text } of after) expect(text).toContain('"code":"invalid_token"');
  const written = await writtenIn(at.campaign);
  expect(after.filter(({ mark }) => written.has(mark))).toEqual([]);
  // Writes that were acknowledged before the change still exist.
  const made = before
    .filter(({ status }) => status === 201)
    .filter(({ what }) => what !== 'repeat' && what !== 'rehearsal');
  expect(made.filter(({ mark }) => !written.has(mark))).toEqual([]);
});

test('a campaign that is archived takes no write more, not even a repeat', async () => {
  const at = await place();
  const { before, after } = await during(at, () =>
    v.db.transaction().execute((trx) => setArchived(trx, at.campaign.id, true)),
  );
  expect(statuses(before)).toEqual(working);
  expect([...new Set(after.map(({ status }) => status))]).toEqual([404]);
  const written = await writtenIn(at.campaign);
  expect(after.filter(({ mark }) => written.has(mark))).toEqual([]);
});

test('a token that may only read from now on writes nothing more, not even a repeat', async () => {
  const at = await place();
  const { before, after } = await during(at, () => ended(sql`permission = 'read'`)(at));
  expect(statuses(before)).toEqual(working);
  const reading = ['count 200', 'export 200', 'feed 200'];
  const writing = ['batch 403', 'create 403', 'keyed 403', 'rehearsal 403', 'repeat 403', 'upsert 403'];
  expect(statuses(after)).toEqual([...reading, ...writing].sort());
  const written = await writtenIn(at.campaign);
  expect(after.filter(({ mark }) => written.has(mark))).toEqual([]);
});

test('a changed filter puts later writes into the new scope, and its feed starts over', async () => {
  const at = await place();
  const nordic = JSON.stringify({ path: 'fields.source', op: 'eq', value: 'nordic-leads' });
  const { before, after } = await during(at, () =>
    change(
      v.db,
      at.campaign,
      sql`update filters set condition = ${nordic} where name = 'Vendor XYZ' and campaign_id = ${at.campaign.id}`,
    ),
  );

  expect(statuses(before)).toEqual(working);
  const now: Readonly<Record<string, string>> = { 'feed 200': 'feed 410', 'repeat 201': 'repeat 404' };
  expect(statuses(after)).toEqual(working.map((each) => now[each] ?? each));
  const written = await writtenIn(at.campaign);
  const vendors = (seen: readonly Seen[]) => new Set(seen.flatMap(({ mark }) => written.get(mark) ?? []));
  expect(vendors(before)).toEqual(new Set(['vendor-xyz']));
  expect(vendors(after)).toEqual(new Set(['nordic-leads']));
  // No response reveals the old scope, and no stored response reveals a lead that is hidden now.
  for (const { what, text } of after) expect([what, text]).toEqual([what, expect.not.stringContaining('vendor-xyz')]);
});

test('a filter that is deleted: nothing is created any more, and a stored answer tells of no lead', async () => {
  const at = await place();
  const { after } = await during(at, () =>
    change(v.db, at.campaign, sql`delete from filters where name = 'Vendor XYZ' and campaign_id = ${at.campaign.id}`),
  );
  const written = await writtenIn(at.campaign);
  expect(after.filter(({ mark }) => written.has(mark))).toEqual([]);
  const refused = after.filter(({ what }) => ['create', 'keyed', 'upsert', 'rehearsal'].includes(what));
  expect(new Set(refused.map(({ text }) => JSON.parse(text).code))).toEqual(new Set(['scope_closed']));
  for (const { text } of after.filter(({ what }) => what === 'batch'))
    expect(JSON.parse(text).results[0].problem.code).toBe('scope_closed');
  for (const { text } of after.filter(({ what }) => what === 'count')) expect(JSON.parse(text).count).toBe(0);
  for (const { text } of after.filter(({ what }) => what === 'repeat')) expect(JSON.parse(text).code).toBe('not_found');
});
