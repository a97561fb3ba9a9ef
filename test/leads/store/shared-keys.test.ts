/**
 * Writes under idempotency keys that share a transaction: each has its own outcome and its own answer, whatever happens to the
 * others.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, isUnavailable } from '../../../src/database/connection.ts';
import { newId } from '../../../src/ids/ids.ts';
import { StaleGrant } from '../../../src/leads/store/guard.ts';
import type { NewLead } from '../../../src/leads/store/insert-leads.ts';
import type { WriteOutcome } from '../../../src/leads/store/outcome.ts';
import type { RepeatKey } from '../../../src/leads/store/repeats/kept-answers.ts';
import type { Kept } from '../../../src/leads/store/repeats/keyed-writes.ts';
import { bindLeadStore, type LeadStore } from '../../../src/leads/store/store.ts';
import { change } from '../../support/campaigns.ts';
import { onOneServer } from '../../support/cluster/one-server.ts';
import { untilWaiting } from '../../support/lock-waits.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

const times = <T>(count: number, run: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => run(i));

/** How often `run` took a connection: once for each statement or transaction. */
async function connectionsOf(run: () => Promise<unknown>): Promise<number> {
  const { pool } = fixture.connection;
  let taken = 0;
  const count = () => {
    taken += 1;
  };
  pool.on('acquire', count);
  await run().finally(() => pool.off('acquire', count));
  return taken;
}

const token = () => fixture.token('Vendor XYZ');
const hash = (text: string) => createHash('sha256').update(text).digest();
type Write = (store: LeadStore) => Promise<WriteOutcome>;

/** As a request does: a refusal is thrown, and an answer is kept. `fails`: the handler fails after its write. */
const answering =
  (write: Write, fails = false) =>
  async (store: LeadStore): Promise<Kept & { readonly lead: string; readonly version: number }> => {
    const { lead, refused } = await write(store);
    if (refused) throw new Error(refused.why);
    if (fails) throw new Error('no answer');
    return {
      lead: lead.id,
      version: lead.version,
      kept: { status: 200, headers: { lead: lead.id }, body: lead.json },
    };
  };

interface Request {
  readonly key: string;
  readonly write: Write;
  readonly fails?: boolean;
}

/** The stores of requests of one token, with their keys. */
async function requestsOf(requests: readonly Request[], { db } = fixture.connection) {
  const { id, ...rest } = await token();
  const grant = await fixture.grant({ id, ...rest });
  return requests.map(({ key, write, fails }) => {
    const repeat: RepeatKey = { token: id, key: hash(key), fingerprint: hash(`request ${key}`) };
    const store = () => bindLeadStore(db, grant);
    return {
      repeat,
      once: () => store().once(repeat, { longestWait: 1_000, shares: true }, answering(write, fails)),
      recall: () => store().recall(repeat),
      /** The same request at another process. */
      onceAt: (other: StoreFixture['connection']) =>
        bindLeadStore(other.db, grant).once(repeat, { longestWait: 5_000, shares: true }, answering(write, fails)),
    };
  });
}

const creates = (lead: Partial<NewLead> = {}): Write => {
  const whole = aLead(lead);
  return (store) => store.create(whole);
};
const statuses = (settled: readonly PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status);
const recordsOf = async (requests: readonly { repeat: RepeatKey }[]) => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from idempotency_records
    where token_id = ${requests[0]?.repeat.token}::uuid and status is not null`.execute(fixture.connection.db);
  return rows[0]?.n;
};

test('sixty writes and their look for a stored answer take few connections, and each has its own answer', async () => {
  const known = (await (await fixture.store(await token())).create(aLead())).lead?.id as string;
  const requests = await requestsOf(
    times(60, (i) => ({
      key: `mixed-${i}`,
      write:
        i % 3 === 0
          ? creates({ values: { ...aLead().values, notes: `number ${i}` } })
          : i % 3 === 1
            ? (within) => within.update(known, { values: { notes: `number ${i}` } })
            : (within) =>
                within.upsert({
                  externalId: `mixed-${i % 4}`,
                  patch: { values: { notes: `number ${i}` } },
                  create: aLead({ externalId: `mixed-${i % 4}` }),
                  onlyCreate: false,
                  onlyChange: false,
                }),
    })),
  );
  expect(await connectionsOf(() => Promise.all(requests.map(({ recall }) => recall())))).toBe(2);
  let made: readonly unknown[] = [];
  const connections = await connectionsOf(async () => {
    made = await Promise.all(requests.map(({ once }) => once()));
  });
  expect(connections).toBe(2);
  expect(made).toMatchObject(
    times(60, (i) =>
      i % 3 === 1 ? { lead: known, version: 2 + Math.floor(i / 3) } : i % 3 === 0 ? { version: 1 } : {},
    ),
  );
  const kept = await Promise.all(requests.map(({ recall }) => recall()));
  expect(kept).toEqual(made.map((one) => ({ answer: (one as Kept).kept, outdated: false })));
  expect(await Promise.all(requests.map(({ once }) => once()))).toEqual(Array(60).fill('done'));
});

test('a refused write beside others keeps nothing, and its key can be used again', async () => {
  const requests = await requestsOf(
    times(12, (i) => ({
      key: `refused-${i}`,
      write: (store) => (i % 4 === 3 ? store.update(newId(), { values: {} }) : store.create(aLead({ id: newId() }))),
    })),
  );
  const settled = await Promise.allSettled(requests.map(({ once }) => once()));
  expect(statuses(settled)).toEqual(times(12, (i) => (i % 4 === 3 ? 'rejected' : 'fulfilled')));
  expect((settled[3] as PromiseRejectedResult).reason).toEqual(new Error('not_visible'));
  expect(await recordsOf(requests)).toBe(9);
  expect(await requests[3]?.recall()).toBeUndefined();
  const { db } = fixture.connection;
  const again = bindLeadStore(db, await fixture.grant(await token()));
  const { repeat } = requests[3] as { repeat: RepeatKey };
  const options = { longestWait: 1_000, shares: true };
  expect(await again.once(repeat, options, answering(creates()))).toMatchObject({ version: 1 });
});

onOneServer('Citus has no triggers on distributed tables')('nobody is answered before all is committed', async () => {
  const { db } = fixture.connection;
  await sql`create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.2); return null; end $$`.execute(
    db,
  );
  await sql`create trigger slow after update on idempotency_records execute function slow()`.execute(db);
  const ids = times(8, () => newId());
  const requests = await requestsOf(
    times(8, (i) => ({
      key: `committed-${i}`,
      write: i === 4 ? (store) => store.update(newId(), { values: {} }) : creates({ id: ids[i] as string }),
    })),
  );
  const committed = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from leads where id = any(${ids.slice(1)}::uuid[])`.execute(db);
    return rows[0]?.n;
  };
  // The first has a transaction of its own, and the others share one.
  const seen = await Promise.all(
    requests.map(({ once }) =>
      once().then(
        () => committed(),
        () => committed(),
      ),
    ),
  );
  await sql`drop trigger slow on idempotency_records`.execute(db);
  expect(seen.slice(1)).toEqual(Array(7).fill(6));
});

test('an item that PostgreSQL refuses does not fail the others, and keeps nothing', async () => {
  const id = newId();
  const requests = await requestsOf(
    times(20, (i) => ({ key: `failing-${i}`, write: creates(i === 3 || i === 7 ? { id } : {}) })),
  );
  const settled = await Promise.allSettled(requests.map(({ once }) => once()));
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(statuses(settled.filter((_, i) => i !== 3 && i !== 7))).toEqual(Array(18).fill('fulfilled'));
  expect(await recordsOf(requests)).toBe(19);
});

test('a request that fails after its write leaves no lead and no record, and does not fail the others', async () => {
  const ids = times(10, () => newId());
  const requests = await requestsOf(
    times(10, (i) => ({ key: `unanswered-${i}`, write: creates({ id: ids[i] as string }), fails: i === 6 })),
  );
  const settled = await Promise.allSettled(requests.map(({ once }) => once()));
  expect(statuses(settled)).toEqual(times(10, (i) => (i === 6 ? 'rejected' : 'fulfilled')));
  expect((settled[6] as PromiseRejectedResult).reason).toEqual(new Error('no answer'));
  expect(await recordsOf(requests)).toBe(9);
  const { rows } = await sql`select from leads where id = any(${ids}::uuid[])`.execute(fixture.connection.db);
  expect(rows).toHaveLength(9);
});

test('after a change of the definition nothing is written, and each request learns it', async () => {
  const requests = await requestsOf(times(20, (i) => ({ key: `stale-${i}`, write: creates() })));
  await change(fixture.connection.db, fixture.campaign, sql`select 1`);
  for (const one of await Promise.allSettled(requests.map(({ once }) => once())))
    expect(one).toMatchObject({ status: 'rejected', reason: expect.any(StaleGrant) });
  for (const one of await Promise.allSettled(requests.map(({ recall }) => recall())))
    expect(one).toMatchObject({ status: 'rejected', reason: expect.any(StaleGrant) });
  const { rows } = await sql`
    select from idempotency_records where token_id = ${requests[0]?.repeat.token}::uuid`.execute(fixture.connection.db);
  expect(rows).toEqual([]);
});

test('if the connection is lost, each request learns it, and a repeat writes once', async () => {
  const requests = await requestsOf(times(12, (i) => ({ key: `lost-${i}`, write: creates() })));
  const { db } = fixture.connection;
  const settled = await db.transaction().execute(async (trx) => {
    await sql`lock table lead_events in access exclusive mode`.execute(trx);
    const all = Promise.allSettled(requests.map(({ once }) => once()));
    await untilWaiting(db);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return all;
  });
  const lost = settled.filter(({ status }) => status === 'rejected');
  expect(lost.length).toBeGreaterThan(0);
  for (const { reason } of lost as PromiseRejectedResult[]) expect(isUnavailable(reason)).toBe(true);
  const again = await Promise.all(requests.map(({ once }) => once()));
  expect(again.map((one) => one === 'done')).toEqual(settled.map(({ status }) => status === 'fulfilled'));
  expect(await recordsOf(requests)).toBe(12);
});

test('two processes with the same keys in opposite orders write each once', async () => {
  const other = connect({ url: fixture.connection.url, connections: 10, onError: () => undefined });
  try {
    const requests = await requestsOf(times(80, (i) => ({ key: `two-${i}`, write: (store) => store.create(aLead()) })));
    const [here, there] = await Promise.all([
      Promise.all(requests.map(({ once }) => once())),
      Promise.all(requests.toReversed().map(({ onceAt }) => onceAt(other))).then((made) => made.reverse()),
    ]);
    expect(times(80, (i) => [here[i], there[i]].filter((one) => one === 'done').length)).toEqual(Array(80).fill(1));
    expect(await recordsOf(requests)).toBe(80);
  } finally {
    await other.close();
  }
});

test('a key that another process holds holds up no other', async () => {
  const requests = await requestsOf(times(10, (i) => ({ key: `held-${i}`, write: creates() })));
  const { db } = fixture.connection;
  const { token: owner, key, fingerprint } = (requests[5] as { repeat: RepeatKey }).repeat;
  const made = await db.transaction().execute(async (trx) => {
    await sql`insert into idempotency_records (campaign_id, token_id, key, fingerprint, created_at)
      values (${fixture.campaign.id}, ${owner}, ${key}, ${fingerprint}, now())`.execute(trx);
    return Promise.all(requests.map(({ once }) => once()));
  });
  expect(made.map((one) => one === 'running')).toEqual(times(10, (i) => i === 5));
  expect(await recordsOf(requests)).toBe(9);
});
