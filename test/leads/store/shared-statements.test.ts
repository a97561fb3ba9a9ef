/** Requests that share a statement: each has its own outcome, its order and its version, whatever becomes of the others. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { isUnavailable } from '../../../src/database/connection.ts';
import { newId } from '../../../src/ids/ids.ts';
import { StaleGrant } from '../../../src/leads/store/guard.ts';
import { runAlone, shareStatements } from '../../../src/leads/store/shared-statements.ts';
import { bindLeadStore, type LeadStore } from '../../../src/leads/store/store.ts';
import { change } from '../../support/campaigns.ts';
import { untilWaiting, waiting } from '../../support/lock-waits.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

const times = <T>(count: number, run: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => run(i));

/** The stores of as many requests of one token: each request has its own. */
async function storesOf(count: number): Promise<LeadStore[]> {
  const grant = await fixture.grant(await fixture.token('Vendor XYZ'));
  return times(count, () => bindLeadStore(fixture.connection.db, grant));
}

async function created(store: LeadStore): Promise<string> {
  const { lead } = await store.create(aLead());
  if (!lead) throw new Error('the lead was not created');
  return lead.id;
}

const notesOf = (lead: { json: string } | undefined): unknown => JSON.parse(lead?.json ?? '{}').fields?.notes;

/** Holds a lock on all leads while `run` works. */
async function whileLocked<T>(lock: ReturnType<typeof sql>, run: () => Promise<T>): Promise<T> {
  return fixture.connection.db.transaction().execute(async (trx) => {
    await lock.execute(trx);
    return run();
  });
}

test('two hundred and fifty leads that are created at once are all there, each with its own values and event', async () => {
  const stores = await storesOf(250);
  const outcomes = await Promise.all(
    stores.map((store, i) => store.create(aLead({ values: { ...aLead().values, notes: `number ${i}` } }))),
  );
  expect(outcomes.map(({ lead }) => notesOf(lead))).toEqual(times(250, (i) => `number ${i}`));
  const ids = outcomes.map(({ lead }) => lead?.id ?? '');
  const read = await Promise.all(ids.map((id, i) => stores[i]?.get(id)));
  expect(read.map(notesOf)).toEqual(times(250, (i) => `number ${i}`));
  const { rows } = await sql<{ events: number }>`
    select count(*)::int as events from lead_events where lead_id = any(${ids}::uuid[])`.execute(fixture.connection.db);
  expect(rows[0]?.events).toBe(250);
});

test('a lead that is hidden, or missing, is not found beside leads that are', async () => {
  const stores = await storesOf(4);
  const [store] = stores as [LeadStore];
  const id = await created(store);
  const whole = await fixture.store(await fixture.token());
  const hidden = (await whole.create(aLead({ values: { ...aLead().values, source: 'nordic-leads' } }))).lead?.id ?? '';
  const read = await Promise.all([id, hidden, newId(), id].map((one, i) => stores[i]?.get(one)));
  expect(read.map((lead) => lead?.id)).toEqual([id, undefined, undefined, id]);
});

test('an item that fails does not fail the others: of two leads with one id the first is created', async () => {
  const stores = await storesOf(20);
  const twice = newId();
  const leads = times(20, (i) => aLead(i === 3 || i === 7 ? { id: twice } : {}));
  const settled = await Promise.allSettled(leads.map((lead, i) => stores[i]?.create(lead)));
  expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(times(20, (i) => i !== 7));
  expect((await stores[0]?.get(twice))?.version).toBe(1);
});

test('updates of one lead keep their order and each makes a version, beside updates of other leads', async () => {
  const stores = await storesOf(60);
  const ids = await Promise.all(times(3, () => created(stores[0] as LeadStore)));
  const outcomes = await Promise.all(
    stores.map((store, i) => store.update(ids[i % 3] as string, { values: { notes: `number ${i}` } })),
  );
  for (const which of [0, 1, 2])
    expect(outcomes.filter((_, i) => i % 3 === which).map(({ lead }) => [lead?.version, notesOf(lead)])).toEqual(
      times(20, (i) => [i + 2, `number ${3 * i + which}`]),
    );
});

test('each update has its own refusal: a stale version, a lead that leaves the scope, a missing lead', async () => {
  const stores = await storesOf(5);
  const ids = await Promise.all(times(5, () => created(stores[0] as LeadStore)));
  const outcomes = await Promise.all([
    stores[0]?.update(ids[0] as string, { values: { notes: 'x' } }),
    stores[1]?.update(ids[1] as string, { values: { notes: 'x' }, versions: [7] }),
    stores[2]?.update(ids[2] as string, { values: { source: 'nordic-leads' } }),
    stores[3]?.update(newId(), { values: { notes: 'x' } }),
    stores[4]?.update(ids[4] as string, { values: {} }),
  ]);
  expect(outcomes.map((outcome) => outcome?.refused?.why ?? outcome?.lead?.version)).toEqual([
    2,
    'stale_version',
    'out_of_scope',
    'not_visible',
    1,
  ]);
});

test('a locked lead holds up its own updates only, and these are made in order once it is free', async () => {
  const stores = await storesOf(8);
  const [locked, free] = [await created(stores[0] as LeadStore), await created(stores[0] as LeadStore)];
  let late: Promise<unknown> | undefined;
  await whileLocked(
    sql`select from leads where campaign_id = ${fixture.campaign.id} and id = ${locked}::uuid for update`,
    async () => {
      late = Promise.all(times(4, (i) => stores[i]?.update(locked, { values: { notes: `number ${i}` } })));
      await untilWaiting(fixture.connection.db);
      for (const i of [4, 5, 6])
        expect((await stores[i]?.update(free, { values: { notes: `${i}` } }))?.lead?.version).toBe(i - 2);
      expect((await stores[7]?.get(locked))?.version).toBe(1);
      expect(await waiting(fixture.connection.db)).toBe(1);
    },
  );
  expect(await late).toMatchObject(times(4, (i) => ({ lead: { version: i + 2 } })));
});

test('after a change of the definition, nothing of a shared statement is done, and each request learns it', async () => {
  const stores = await storesOf(30);
  const ids = times(30, () => newId());
  await change(fixture.connection.db, fixture.campaign, sql`select 1`);
  const settled = await Promise.allSettled(stores.map((store, i) => store.create(aLead({ id: ids[i] as string }))));
  for (const one of settled) expect(one).toMatchObject({ status: 'rejected', reason: expect.any(StaleGrant) });
  const { rows } = await sql`select from leads where id = any(${ids}::uuid[])`.execute(fixture.connection.db);
  expect(rows).toEqual([]);
});

test('if the connection is lost, each request of the statement learns it, and the next ones are made', async () => {
  const stores = await storesOf(12);
  await created(stores[0] as LeadStore);
  const { db } = fixture.connection;
  const settled = await whileLocked(sql`lock table leads in access exclusive mode`, async () => {
    const all = Promise.allSettled(stores.slice(0, 10).map((store) => store.create(aLead())));
    await untilWaiting(db);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return all;
  });
  for (const one of settled) {
    expect(one.status).toBe('rejected');
    expect(isUnavailable((one as PromiseRejectedResult).reason)).toBe(true);
  }
  expect((await stores[11]?.create(aLead()))?.refused).toBeUndefined();
});

const upsertOf = (externalId: string, notes: string) => ({
  externalId,
  patch: { values: { notes } },
  create: aLead({ externalId, values: { ...aLead().values, notes } }),
  onlyCreate: false,
  onlyChange: false,
});

test('upserts by external id that come together create each lead once, and change it in order', async () => {
  const stores = await storesOf(60);
  const outcomes = await Promise.all(
    stores.map((store, i) => store.upsert(upsertOf(`shared-${i % 3}`, `number ${i}`))),
  );
  for (const which of [0, 1, 2]) {
    const own = outcomes.filter((_, i) => i % 3 === which);
    expect(new Set(own.map(({ lead }) => lead?.id)).size).toBe(1);
    expect(
      own.map((outcome) => [outcome.lead?.version, !outcome.refused && outcome.effect, notesOf(outcome.lead)]),
    ).toEqual(times(20, (i) => [i + 1, i === 0 ? 'create' : 'update', `number ${3 * i + which}`]));
  }
});

test('one of several creates with the same external id is made and the others are refused, beside other creates', async () => {
  const stores = await storesOf(12);
  const outcomes = await Promise.all(
    stores.map((store, i) => store.create(aLead({ externalId: i % 2 === 0 ? 'taken-once' : `taken-${i}` }))),
  );
  const refused = outcomes.map(({ refused: reason }) => reason?.why);
  expect(refused.filter((why) => why === undefined)).toHaveLength(7);
  expect(refused.filter((why) => why === 'external_id_taken')).toHaveLength(5);
});

test('a lead that somebody holds does not hold up the upserts of others', async () => {
  const stores = await storesOf(12);
  const held = (await (stores[0] as LeadStore).upsert(upsertOf('held', 'first'))).lead?.id as string;
  let late: Promise<{ lead?: { version: number } | undefined }> | undefined;
  await whileLocked(
    sql`select from leads where campaign_id = ${fixture.campaign.id} and id = ${held}::uuid for update`,
    async () => {
      late = stores[1]?.upsert(upsertOf('held', 'second'));
      const others = await Promise.all(times(10, (i) => stores[i + 2]?.upsert(upsertOf(`not-held-${i}`, 'x'))));
      expect(others.map((outcome) => outcome?.lead?.version)).toEqual(Array(10).fill(1));
    },
  );
  expect((await late)?.lead?.version).toBe(2);
});

test('the shared statements of one token have at most two connections', async () => {
  const stores = await storesOf(90);
  const ids = await Promise.all(times(30, () => created(stores[0] as LeadStore)));
  let all: Promise<unknown> | undefined;
  await whileLocked(sql`lock table leads in access exclusive mode`, async () => {
    all = Promise.all(
      stores.map((store, i) => {
        const id = ids[i % 30] as string;
        return i % 3 === 0
          ? store.get(id)
          : i % 3 === 1
            ? store.create(aLead())
            : store.update(id, { values: { notes: `${i}` } });
      }),
    );
    await untilWaiting(fixture.connection.db, 2);
    expect(await waiting(fixture.connection.db)).toBe(2);
  });
  await all;
});

test('a statement takes what came while another ran, at most a hundred items', async () => {
  const token = await fixture.token('Vendor XYZ');
  const grant = await fixture.grant(token);
  const sizes: number[] = [];
  let release = () => {};
  const run = shareStatements<number, number>({
    alone: async (_db, _grant, item) => {
      sizes.push(1);
      if (sizes.length === 1) await new Promise<void>((resolve) => (release = resolve));
      return item;
    },
    async together(_db, _grant, items) {
      sizes.push(items.length);
      return items.map((item) => (item % 10 === 9 ? runAlone : item));
    },
  });
  const ask = (items: readonly number[]) => Promise.all(items.map((item) => run(fixture.leads, grant, item)));
  const first = ask(times(3, (i) => i));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const later = ask(times(140, (i) => i + 100));
  release();
  expect(await first).toEqual([0, 1, 2]);
  expect(await later).toEqual(times(140, (i) => i + 100));
  expect(sizes.filter((size) => size > 1)).toEqual([100, 42]);
  // The first, which waited for nobody, and those that had to run alone.
  expect(sizes.filter((size) => size === 1)).toHaveLength(1 + 14);
});
