/**
 * Line 9: a change of filter, option, field or token in the middle of a stream of requests on two real processes. No request
 * that started after the change had returned gets a response under the old grant, neither with leads nor with a refusal.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { rotateSecret } from '../../../src/access/tokens.ts';
import { setArchived } from '../../../src/campaign/archive.ts';
import type { Campaign } from '../../../src/campaign/definition.ts';
import { change, insertCampaign, insertToken, solarPlan, type TestToken } from '../../support/campaigns.ts';
import { client } from '../../support/client.ts';
import { eventually, instanceOn, type ServiceProcess, startProcess } from '../../support/process.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let processes: ServiceProcess[];
beforeAll(async () => {
  v = await startVendors();
  const env = instanceOn(v.server.databaseUrl, { DATABASE_CONNECTIONS: '3', TRUST_PROXY: '1' });
  processes = [await startProcess({ env }), await startProcess({ env })];
});
afterAll(async () => {
  for (const each of processes) expect(await each.stop()).toBe(0);
  await v.stop();
});

interface Seen {
  readonly began: number;
  readonly ended: number;
  readonly what: keyof typeof looks;
  readonly status: number;
  readonly text: string;
}

const body = { fields: { ...least, roof_type: 'boat', sourc: 'x' } };
const looks = {
  campaign: ['GET', ''],
  list: ['GET', '/leads?status=new,won&limit=5&sort=created_at'],
  refusal: ['POST', '/leads'],
  missing: ['GET', '/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80'],
  document: ['GET', 'document'],
} as const;

/** Each request comes from another address, because refused tokens are throttled by address, which is not tested here. */
let addresses = 0;
const address = () => `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;

interface Stream {
  warm(): Promise<void>;
  /** Resolves when each request was sent after this moment, and answered. */
  answeredSince(moment: number): Promise<void>;
  stop(): Promise<Seen[]>;
}

/** Sends requests to both processes without pause until it is stopped. */
function stream(slug: string, secret: string): Stream {
  const seen: Seen[] = [];
  let stopped = false;
  const ask = async (url: string, what: keyof typeof looks) => {
    const [method, path] = looks[what];
    const asked = path === 'document' ? '/v1/openapi.json' : `/v1/campaigns/${slug}${path}`;
    while (!stopped) {
      const began = performance.now();
      const response = await fetch(url + asked, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json',
          'x-forwarded-for': address(),
        },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      seen.push({ began, ended: performance.now(), what, status: response.status, text });
    }
  };
  const asking = processes.flatMap(({ url }) =>
    (Object.keys(looks) as (keyof typeof looks)[]).map((what) => ask(url, what)),
  );
  return {
    /** Resolves when each process has answered each request several times. */
    warm: () => eventually(() => seen.length > 60 && new Set(seen.map((each) => each.what)).size === asking.length / 2),
    answeredSince: (moment) =>
      eventually(
        () => new Set(seen.filter((each) => each.began > moment).map((each) => each.what)).size === asking.length / 2,
      ),
    async stop() {
      stopped = true;
      await Promise.all(asking);
      return seen;
    },
  };
}

interface Place {
  readonly campaign: Campaign;
  readonly token: TestToken;
}

let count = 0;

/** A campaign with a lead of each vendor, and a token of Vendor XYZ. */
async function place(): Promise<Place> {
  count += 1;
  const { db, accountId, server } = v;
  const campaign = await insertCampaign(db, accountId, { ...solarPlan, slug: `stream-${count}` });
  const token = await insertToken(db, server.vault, { accountId, campaign, filter: 'Vendor XYZ' });
  const broad = client(v.server, v.tokens.broad, campaign.slug);
  await broad.lead({ ...least, source: 'vendor-xyz', zip: '5000', notes: 'quokka' });
  await broad.lead({ ...least, source: 'nordic-leads', zip: '8000', notes: 'quokka' });
  return { campaign, token };
}

/** The responses from before the change, and those of requests that began after it had returned. */
async function during(
  { campaign, token }: Place,
  make: () => Promise<unknown>,
): Promise<{ before: Seen[]; after: Seen[] }> {
  const asking = stream(campaign.slug, token.secret);
  await asking.warm();
  const started = performance.now();
  await make();
  const returned = performance.now();
  await sleep(250);
  // A busy machine may take longer until each request was sent again.
  await asking.answeredSince(returned);
  const seen = await asking.stop();
  const before = seen.filter((each) => each.ended < started);
  const after = seen.filter((each) => each.began > returned);
  for (const what of Object.keys(looks)) {
    expect(before.filter((each) => each.what === what).length).toBeGreaterThan(0);
    expect(after.filter((each) => each.what === what).length).toBeGreaterThan(0);
  }
  return { before, after };
}

const of = (seen: Seen[], what: keyof typeof looks) => seen.filter((each) => each.what === what);
const statuses = (seen: Seen[]) => [...new Set(seen.map((each) => `${each.what} ${each.status}`))].sort();
const working = ['campaign 200', 'document 200', 'list 200', 'missing 404', 'refusal 422'];

const ended = (set: ReturnType<typeof sql>) => (at: Place) =>
  sql`update tokens set ${set}, version = version + 1 where id = ${at.token.id}`.execute(v.db);

test.each<[string, (at: Place) => Promise<unknown>]>([
  ['revoked', ended(sql`revoked_at = now()`)],
  ['paused', ended(sql`paused = true`)],
  ['expired', ended(sql`expires_at = now()`)],
  ['rotated', (at) => v.db.transaction().execute((trx) => rotateSecret(trx, v.server.vault, at.token.id, 0))],
])('a token that is %s is refused by both processes at once, whatever it asks', async (_how, make) => {
  const at = await place();

  const { before, after } = await during(at, () => make(at));

  expect(statuses(before)).toEqual(working);
  expect([...new Set(after.map((each) => each.status))]).toEqual([401]);
  expect(after.every((each) => each.text.includes('"code":"invalid_token"'))).toBe(true);
});

test('a campaign that is archived does not exist for its token from then on, and does again once it is back', async () => {
  const at = await place();
  const set = (archived: boolean) => () =>
    v.db.transaction().execute((trx) => setArchived(trx, at.campaign.id, archived));

  const gone = await during(at, set(true));
  expect(statuses(gone.before)).toEqual(working);
  expect([...new Set(gone.after.map((each) => each.status))]).toEqual([404]);
  for (const each of gone.after) expect(each.text).not.toMatch(/vendor-xyz|quokka|Vendor XYZ/);

  const back = await during(at, set(false));
  expect(statuses(back.after)).toEqual(working);
});

test('a token that ends by the clock ends on both processes, though nobody changes anything', async () => {
  const at = await place();
  await ended(sql`expires_at = now() + interval '600 milliseconds'`)(at);
  const { after } = await during(at, () => sleep(700));
  expect([...new Set(after.map((each) => each.status))]).toEqual([401]);
});

const condition = (value: object) =>
  sql`update filters set condition = ${JSON.stringify(value)} where name = 'Vendor XYZ'`;
const nordic = { path: 'fields.source', op: 'eq', value: 'nordic-leads' };
const narrowed = {
  all: [
    { path: 'fields.source', op: 'eq', value: 'vendor-xyz' },
    { path: 'fields.zip', op: 'eq', value: '8000' },
  ],
};

test('a filter that is changed shows the new leads, pins and document, and nothing of the old', async () => {
  const at = await place();
  const { before, after } = await during(at, () =>
    change(v.db, at.campaign, sql`${condition(nordic)} and campaign_id = ${at.campaign.id}`),
  );

  expect(statuses(before)).toEqual(working);
  expect(statuses(after)).toEqual(working);
  expect(of(before, 'list').some((each) => each.text.includes('vendor-xyz'))).toBe(true);
  for (const each of after) expect(each.text).not.toContain('vendor-xyz');
  for (const each of of(after, 'list')) expect(each.text).toContain('nordic-leads');
});

test('a filter that is narrowed shows no lead that has left it', async () => {
  const at = await place();
  const { after } = await during(at, () =>
    change(v.db, at.campaign, sql`${condition(narrowed)} and campaign_id = ${at.campaign.id}`),
  );
  expect(statuses(after)).toEqual(working);
  for (const each of of(after, 'list')) expect(JSON.parse(each.text)).toEqual({ data: [], next_cursor: null });
});

test('a filter that is deleted leaves its token with nothing, never with more', async () => {
  const at = await place();
  const gone = sql`delete from filters where name = 'Vendor XYZ' and campaign_id = ${at.campaign.id}`;
  const { after } = await during(at, () => change(v.db, at.campaign, gone));
  expect(statuses(after)).toEqual(['campaign 200', 'document 200', 'list 200', 'missing 404', 'refusal 403']);
  for (const each of of(after, 'list')) expect(JSON.parse(each.text)).toEqual({ data: [], next_cursor: null });
  for (const each of of(after, 'refusal')) expect(each.text).toContain('"code":"scope_closed"');
});

test('an option that is archived is in no refusal any more', async () => {
  const at = await place();
  const archive = sql`update options set archived_at = now() where campaign_id = ${at.campaign.id} and value = 'flat'`;
  const { before, after } = await during(at, () => change(v.db, at.campaign, archive));
  const allowed = (seen: Seen[]) => [
    ...new Set(of(seen, 'refusal').map((each) => /"allowed":(\[[^\]]*\])/.exec(each.text)?.[1])),
  ];
  expect(allowed(before)).toEqual(['["tile","flat"]']);
  expect(allowed(after)).toEqual(['["tile"]']);
});

test('archiving the pinned option closes creation and leaves reading', async () => {
  const at = await place();
  const archive = sql`update options set archived_at = now() where campaign_id = ${at.campaign.id} and value = 'vendor-xyz'`;
  const { after } = await during(at, () => change(v.db, at.campaign, archive));
  expect(statuses(after)).toEqual(['campaign 200', 'document 200', 'list 200', 'missing 404', 'refusal 403']);
  for (const each of of(after, 'list')) expect(JSON.parse(each.text).data).toHaveLength(1);
});

test('a field that is removed is in no answer and no refusal any more', async () => {
  const at = await place();
  const remove = sql`update fields set removed_at = now() where campaign_id = ${at.campaign.id} and key in ('notes', 'roof_type')`;
  const { before, after } = await during(at, () => change(v.db, at.campaign, remove));
  expect(of(before, 'list').every((each) => each.text.includes('quokka'))).toBe(true);
  for (const each of [...of(after, 'list'), ...of(after, 'campaign'), ...of(after, 'document')])
    expect(each.text).not.toMatch(/"notes"|"roof_type"|quokka/);
  for (const each of of(after, 'refusal')) expect(each.text).toContain('`roof_type` is not a field of this campaign');
});
