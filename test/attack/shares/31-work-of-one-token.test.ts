/** Line 31: a token that keeps the service busy. It gets its share, waits, and is refused; nobody else notices. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { sharesFor } from '../../../src/limits/in-flight.ts';
import { untilWaiting, waiting } from '../../support/lock-waits.ts';
import { patience } from '../../support/patience.ts';
import { eventually } from '../../support/process.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

const inFlight = { ...sharesFor(10), open: 60, longestWaitMs: patience(1_000) };

let v: Vendors;
let other: pg.Client;
beforeAll(async () => {
  v = await startVendors(undefined, { inFlight });
  other = new pg.Client({ connectionString: v.server.databaseUrl });
  await other.connect();
  await Promise.all([v.xyz, v.nordic].map((api) => api.lead(least)));
});
afterAll(async () => {
  await other.end();
  await v.stop();
});

/** Runs `run` while the lead is locked, so that requests that change it wait in PostgreSQL. */
async function whileLocked<T>(id: string, run: () => Promise<T>): Promise<T> {
  await other.query('begin');
  await other.query('select from leads where campaign_id = $1 and id = $2 for update', [v.campaign.id, id]);
  try {
    return await run();
  } finally {
    await other.query('rollback');
  }
}

/** A change with a transaction of its own: a batch. */
const changed = (id: string, change: Readonly<Record<string, unknown>>) =>
  v.nordic.post('/leads/batch', { items: [{ op: 'update', id, ...change }] });

const changes: readonly [string, (id: string) => [method: string, path: string, body?: unknown]][] = [
  ['changes that are dry runs', (id) => ['PATCH', `/leads/${id}?dry_run=true`, { fields: { notes: 'x' } }]],
  ['batches', (id) => ['POST', '/leads/batch', { items: [{ op: 'update', id, status: 'won' }] }]],
  ['deletions', (id) => ['DELETE', `/leads/${id}`]],
];

test.each(changes)(
  'one token that sends %s holds its share of connections; others are answered meanwhile',
  async (_, of) => {
    const { id } = await v.nordic.lead(least);
    const mine = await v.xyz.lead(least);
    const [method, path, body] = of(id);

    const sent: Promise<{ status: number; body: { code: string } }>[] = [];
    await whileLocked(id, async () => {
      let refusals = 0;
      for (let i = 0; i < 20; i += 1) {
        const one = v.nordic.request(method, path, body === undefined ? {} : { body });
        sent.push(one);
        one.then(() => {
          refusals += 1;
        });
      }
      await untilWaiting(v.db, inFlight.work);
      expect([(await v.xyz.get(`/leads/${mine.id}`)).status, (await v.xyz.lead(least)).version]).toEqual([200, 1]);
      const refused = await Promise.race(sent);
      expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_in_flight' } });
      await eventually(() => refusals === 20 - inFlight.work);
      expect(await waiting(v.db)).toBe(inFlight.work);
      expect(v.server.gates.work.held()).toBeLessThanOrEqual(inFlight.work);
    });
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20 - inFlight.work);
  },
);

test('changes share statements: those of one locked lead hold one connection, and changes of other leads are made meanwhile', async () => {
  const [{ id }, another] = [await v.nordic.lead(least), await v.nordic.lead(least)];
  const change = (lead: string, notes: string) => v.nordic.patch(`/leads/${lead}`, { fields: { notes } });
  const sent: ReturnType<typeof change>[] = [];
  await whileLocked(id, async () => {
    for (let i = 0; i < 20; i += 1) sent.push(change(id, `${i}`));
    await untilWaiting(v.db);
    const others = await Promise.all(Array.from({ length: 5 }, (_, i) => change(another.id, `${i}`)));
    expect(others.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect((await v.nordic.get(`/leads/${another.id}`)).body.version).toBe(6);
    expect(await waiting(v.db)).toBe(1);
  });
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(new Set(answers.map(({ body }) => body.version)).size).toBe(20);
});

test('a refusal says what to do, and changes nothing', async () => {
  const lead = await v.nordic.lead(least);
  const sent: ReturnType<typeof changed>[] = [];
  await whileLocked(lead.id, async () => {
    for (let i = 0; i < 12; i += 1) sent.push(changed(lead.id, { fields: { notes: `${i}` } }));
    await untilWaiting(v.db, inFlight.work);
    const refused = await Promise.race(sent);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.body.detail).toMatch(/^Your other requests are still being worked on\. Send fewer/);
  });
  const made = (await Promise.all(sent)).filter(({ status }) => status === 200).length;
  expect((await v.nordic.get(`/leads/${lead.id}`)).body.version).toBe(1 + made);
});

test('beyond the requests that may be open, a token is refused at once', async () => {
  const { id } = await v.nordic.lead(least);
  await whileLocked(id, async () => {
    const sent = Array.from({ length: 70 }, () => v.nordic.patch(`/leads/${id}`, { fields: { notes: 'y' } }));
    const refused = await Promise.race(sent);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_in_flight' } });
    expect(refused.body.detail).toContain('60 requests open');
    await other.query('rollback');
    await Promise.all(sent);
  });
});

test('a request that its client has left while it waited is not begun', async () => {
  const { id } = await v.nordic.lead(least);
  await whileLocked(id, async () => {
    const busy = Array.from({ length: inFlight.work }, () => changed(id, { status: 'won' }));
    await untilWaiting(v.db, inFlight.work);
    const left = new AbortController();
    const create = fetch(`${v.server.url}/v1/campaigns/${v.campaign.slug}/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${v.tokens.nordic.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ external_id: 'left', fields: least }),
      signal: left.signal,
    });
    await eventually(() => v.server.gates.work.waiting() === 1);
    left.abort();
    await expect(create).rejects.toThrow();
    await eventually(() => v.server.gates.open.held() === inFlight.work);
    await other.query('rollback');
    await Promise.all(busy);
  });
  expect((await v.whole.get('/leads', { external_id: 'left' })).body.data).toEqual([]);
});

/** Runs `run` while no request can read a lead. */
async function whileUnreadable<T>(run: () => Promise<T>): Promise<T> {
  await other.query('begin');
  await other.query('lock table leads, lead_events in access exclusive mode');
  try {
    return await run();
  } finally {
    await other.query('rollback');
  }
}

test.each([
  ['one page of 200 leads', ['/leads?limit=200', '/leads?limit=200', '/leads?limit=200'], 1],
  ['one page of 200 changes', ['/leads/changes?limit=200', '/leads/changes', '/leads/changes?limit=200'], 1],
  ['one part of an export', ['/leads/export', '/leads/export', '/leads/export'], 1],
  ['two pages of 100 leads', ['/leads?limit=100', '/leads?limit=100', '/leads?limit=100'], 2],
  ['four usual pages', ['/leads', '/leads', '/leads?limit=50', '/leads?limit=9', '/leads'], 4],
])('a token reads %s at the same time', async (_, paths, most) => {
  const sent: Promise<unknown>[] = [];
  await whileUnreadable(async () => {
    for (const path of paths) sent.push(v.nordic.request('GET', path, {}));
    await eventually(() => v.server.gates.work.waiting() > 0 && v.server.gates.work.held() === inFlight.work);
    await eventually(async () => (await waiting(v.db)) === most);
  });
  await Promise.all(sent);
});

test('all is given back in the end', async () => {
  await v.nordic.get('/leads');
  const { work, open, bytes } = v.server.gates;
  await eventually(() => work.held() + open.held() + bytes.held() + work.waiting() === 0);
});
