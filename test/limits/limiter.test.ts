/**
 * The limiter of several processes on one database. Each process is a limiter with its own connection pool here, and all use
 * one clock that the test sets, so that the admitted units can be counted exactly.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Connection, connect } from '../../src/database/connection.ts';
import type { Quota } from '../../src/limits/bucket.ts';
import { createLimiter, type Limiter, type Taken } from '../../src/limits/limiter.ts';
import { type Ask, createShares, pruneLimits } from '../../src/limits/shares.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { patience } from '../support/patience.ts';
import { eventually } from '../support/process.ts';

let database: TestDatabase;
const connections: Connection[] = [];
let asking: Connection;
beforeAll(async () => {
  database = await createTestDatabase();
  asking = connect({ ...database, connections: 1, onError: () => undefined });
  connections.push(asking);
});
afterAll(async () => {
  for (const connection of connections) await connection.close();
  await database.drop();
});

/** The start of a minute. Each test moves it on, so that tests have different windows. */
let now = Date.UTC(2026, 10, 25, 12);
beforeEach(() => {
  now += 3_600_000;
});

let keys = 0;
const quotaOf = (limit: number): Quota => ({ key: `quota ${++keys}`, limit, seconds: 60 });

interface Process extends Limiter {
  readonly db: Connection['db'];
  /** The number of statements sent. */
  statements(): number;
  /** Resolves when all background statements have come back. */
  idle(): Promise<void>;
}

function newProcess(answerWithinMs = 60_000): Process {
  const connection = connect({ ...database, connections: 1, onError: () => undefined });
  connections.push(connection);
  const shares = createShares(connection.db, () => new Date(now));
  let [statements, answered] = [0, 0];
  const counted = (asks: readonly Ask[]) => {
    statements += 1;
    return shares(asks).finally(() => {
      answered += 1;
    });
  };
  const idle = async () => {
    // Statements are sent in the next turn of the event loop.
    do await new Promise((resolve) => setImmediate(resolve));
    while (answered < statements);
  };
  const limiter = createLimiter(counted, { now: () => now, answerWithinMs, pauseMs: 20 });
  return { ...limiter, db: connection.db, statements: () => statements, idle };
}

/** The units that are taken according to the database, spent or not. */
async function takenOf({ key }: Quota): Promise<number> {
  const { rows } = await sql<{ taken: number }>`select taken from rate_shares where key = ${key}`.execute(asking.db);
  return rows[0]?.taken ?? 0;
}

/** Takes single units from the processes in turns. Returns how many were admitted. */
async function drive(processes: readonly Limiter[], quota: Quota, times: number): Promise<number> {
  let admitted = 0;
  for (let i = 0; i < times; i += 1) {
    const taken = await processes[i % processes.length]?.take(quota);
    if (taken?.admitted) admitted += 1;
    // Lets background statements come back now and then, as between real requests.
    if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return admitted;
}

test.each([
  [1, 600],
  [2, 600],
  [4, 6_000],
  [8, 600],
  [2, 60],
  [2, 7],
  [3, 1],
])('%i processes together admit %i in a minute, within a tenth', async (count, limit) => {
  const processes = Array.from({ length: count }, () => newProcess());
  const quota = quotaOf(limit);

  const admitted = await drive(processes, quota, limit * 2);

  expect(admitted).toBeGreaterThanOrEqual(Math.floor(limit * 0.9));
  expect(admitted).toBeLessThanOrEqual(Math.ceil(limit * 1.1));
  if (count === 1) expect(admitted).toBe(limit);
  for (const { stop } of processes) await stop();
});

test('sixteen at once on each of two processes are held to the limit as well', async () => {
  const processes = [newProcess(), newProcess()];
  const quota = quotaOf(600);
  let admitted = 0;
  const client = async (limiter: Limiter) => {
    for (let i = 0; i < 50; i += 1) if ((await limiter.take(quota)).admitted) admitted += 1;
  };

  await Promise.all(processes.flatMap((each) => Array.from({ length: 16 }, () => client(each))));

  expect(admitted).toBeGreaterThanOrEqual(540);
  expect(admitted).toBeLessThanOrEqual(660);
  for (const { stop } of processes) await stop();
});

test('when traffic moves from one process to another in the middle of a minute, little is left lying with the first', async () => {
  const [first, second] = [newProcess(), newProcess()];
  const quota = quotaOf(600);
  expect(await drive([first], quota, 200)).toBe(200);

  const admitted = 200 + (await drive([second], quota, 600));

  expect(admitted).toBeGreaterThanOrEqual(540);
  expect(admitted).toBeLessThanOrEqual(660);
});

test('a new minute starts empty, and its first requests wait for nobody', async () => {
  const limiter = newProcess();
  const quota = quotaOf(600);
  expect(await drive([limiter], quota, 700)).toBe(600);
  expect((await limiter.take(quota)).admitted).toBe(false);

  now += 60_000;
  const taken = limiter.take(quota);

  expect(taken).toMatchObject({ admitted: true, remaining: 599, resets: 60 });
  expect(await drive([limiter], quota, 700)).toBe(599);
});

test('a request seldom waits, and a statement serves many', async () => {
  const limiter = newProcess();
  const quota = quotaOf(6_000);
  let waited = 0;
  for (let i = 0; i < 3_000; i += 1) {
    const taken = limiter.take(quota);
    if (taken instanceof Promise) waited += 1;
    expect((await taken).admitted).toBe(true);
    if (i % 50 === 0) await limiter.idle();
  }
  expect(waited).toBeLessThan(30);
  expect(limiter.statements()).toBeLessThan(3_000 / 50);
});

test('quotas that run low together are asked for together', async () => {
  const limiter = newProcess();
  const quotas = Array.from({ length: 500 }, () => quotaOf(600));
  for (const quota of quotas) limiter.take(quota);
  await Promise.all(quotas.map((quota) => limiter.take(quota, 100)));
  expect(limiter.statements()).toBeLessThanOrEqual(3);
});

test('a batch is admitted whole or not at all, and a smaller one still fits', async () => {
  const limiter = newProcess();
  const quota = quotaOf(6_000);
  for (let i = 0; i < 5; i += 1) expect(await limiter.take(quota, 1_000)).toMatchObject({ admitted: true });
  expect(await limiter.take(quota, 900)).toMatchObject({ admitted: true, remaining: 100 });

  expect(await limiter.take(quota, 101)).toMatchObject({ admitted: false, remaining: 100 });
  expect(await limiter.take(quota, 100)).toMatchObject({ admitted: true, remaining: 0 });
  expect(await limiter.take(quotaOf(500), 501)).toMatchObject({ admitted: false, remaining: 500 });
});

test('units that were taken and not used are available again, also for other processes', async () => {
  const [first, second] = [newProcess(), newProcess()];
  const quota = quotaOf(1_000);
  const { ends } = await first.take(quota, 1_000);
  expect((await second.take(quota, 500)).admitted).toBe(false);

  first.giveBack(quota, 1_000, ends);
  await eventually(async () => (await takenOf(quota)) <= 50);
  // The second process has an old view of the row until it asks again.
  expect((await newProcess().take(quota, 900)).admitted).toBe(true);
});

test('over the limit nobody asks the database any more', async () => {
  const limiter = newProcess();
  const quota = quotaOf(60);
  await drive([limiter], quota, 70);
  const before = limiter.statements();
  for (let i = 0; i < 1_000; i += 1) expect(limiter.take(quota)).toMatchObject({ admitted: false, remaining: 0 });
  expect(limiter.statements()).toBe(before);
});

test('a limit that is raised holds at once, and one that is lowered as well', async () => {
  const limiter = newProcess();
  const quota = quotaOf(100);
  expect(await drive([limiter], quota, 150)).toBe(100);

  expect((await limiter.take({ ...quota, limit: 200 })).admitted).toBe(true);
  expect(await drive([limiter], { ...quota, limit: 200 }, 150)).toBe(99);
  expect((await limiter.take({ ...quota, limit: 50 })).admitted).toBe(false);
});

test('a database that does not answer delays a request once, for a moment, and fails no request', async () => {
  const [limiter, other] = [newProcess(100), newProcess()];
  const quota = quotaOf(600);
  await limiter.take(quota, 15);
  await eventually(async () => (await limiter.take(quota)).remaining < 600);
  await other.db.transaction().execute(async (trx) => {
    await sql`lock table rate_shares in access exclusive mode`.execute(trx);
    let [admitted, waited] = [0, 0];
    for (let i = 0; i < 700; i += 1) {
      const taken = limiter.take(quota);
      if (taken instanceof Promise) waited += 1;
      if ((await taken).admitted) admitted += 1;
    }
    // It has counted 16 units before, and counts by itself now.
    expect(admitted).toBe(600 - 16);
    // A waiting request is held up until the limiter's wait is over.
    expect(waited).toBeLessThanOrEqual(1);
  });

  // Units spent without asking are reported afterwards.
  await eventually(async () => (await takenOf(quota)) === 600);
  expect((await other.take(quota, 13)).admitted).toBe(false);
  await limiter.stop();
});

test('a database that is away is no reason to refuse, and is found again', async () => {
  let away = true;
  const shares = createShares(newProcess().db, () => new Date(now));
  const failing = (asks: readonly Ask[]) => (away ? Promise.reject(new Error('away')) : shares(asks));
  const limiter = createLimiter(failing, { now: () => now, pauseMs: 10 });
  const quota = quotaOf(40);

  expect(await drive([limiter], quota, 30)).toBe(30);
  away = false;
  await eventually(async () => (await takenOf(quota)) >= 30);
  expect((await newProcess().take(quota, 11)).admitted).toBe(false);
  expect(await drive([limiter], quota, 20)).toBe(10);
  await limiter.stop();
});

test('memory is bounded, and after it was forgotten a quota holds all the same', async () => {
  const { db } = newProcess();
  const limiter = createLimiter(
    createShares(db, () => new Date(now)),
    { now: () => now, max: 3 },
  );
  const quotas = Array.from({ length: 10 }, () => quotaOf(20));
  let admitted = 0;
  for (let round = 0; round < 30; round += 1)
    for (const quota of quotas) {
      const taken: Taken = await limiter.take(quota);
      if (taken.admitted) admitted += 1;
    }
  expect(admitted).toBe(200);
  await limiter.stop();
});

test("windows are those of the database's clock, whatever the processes' own say", async () => {
  const { db } = newProcess();
  const shares = createShares(db, () => new Date(now));
  const processes = [-40_000, 0, 25_000].map((wrong) => createLimiter(shares, { now: () => now + wrong }));
  const quota = quotaOf(600);
  for (const each of processes) await each.take(quota, 20);

  const admitted = 60 + (await drive(processes, quota, 900));

  expect(admitted).toBeGreaterThanOrEqual(540);
  expect(admitted).toBeLessThanOrEqual(660);
  const { resets } = await (processes[0] as Limiter).take(quota);
  expect(resets).toBe(60);
  for (const { stop } of processes) await stop();
});

test('rows of windows that have ended are removed', async () => {
  const { db } = newProcess();
  const shares = createShares(db);
  const old = createShares(db, () => new Date(Date.now() - 3_600_000));
  const one = { quota: 10, seconds: 60, settle: 0, needed: 1, wanted: 1, first: true };
  await shares([{ ...one, key: 'present' }]);
  await old([{ ...one, key: 'past' }]);

  await pruneLimits(db);

  const { rows } = await sql<{ key: string }>`select key from rate_shares where key in ('present', 'past')`.execute(db);
  expect(rows).toEqual([{ key: 'present' }]);
});

test('units that were spent without asking are not charged to a later window', async () => {
  let away = true;
  const shares = createShares(newProcess().db, () => new Date(now));
  const failing = (asks: readonly Ask[]) => (away ? Promise.reject(new Error('away')) : shares(asks));
  const failures: unknown[] = [];
  const limiter = createLimiter(failing, { now: () => now, pauseMs: 10, onFailure: (error) => failures.push(error) });
  const quota = quotaOf(100);
  expect(await drive([limiter], quota, 100)).toBe(100);
  expect(failures).toHaveLength(1);

  now += 60_000;
  away = false;
  // Nothing should happen, so the test can only wait for a time in which it would.
  await new Promise((resolve) => setTimeout(resolve, patience(200)));

  expect(await takenOf(quota)).toBe(0);
  expect(await drive([newProcess()], quota, 150)).toBe(100);
  await limiter.stop();
});
