/** Line 46: transactions that wait for each other, or that PostgreSQL ends in favour of others. No client gets a 500. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { tryAgain } from '../../../src/database/try-again.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

test('batches of erasures whose kept answers name each other are all carried out', async () => {
  for (let round = 0; round < 6; round += 1) {
    const ids: string[] = [];
    for (let i = 0; i < 8; i += 1) ids.push((await v.whole.lead({ ...least, source: 'vendor-xyz' })).id);
    // Writes that name all of the leads, in different orders.
    const items = ids.map((id) => ({ op: 'update', id, fields: { notes: `round ${round}` } }));
    for (const [key, list] of [items, items.toReversed()].entries())
      await v.whole.post('/leads/batch', { items: list }, { 'idempotency-key': `d-${round}-${key}` });
    const erase = (some: readonly string[]) =>
      v.whole.post('/leads/batch', { items: some.map((id) => ({ op: 'delete', id })) });
    const answers = await Promise.all([
      erase(ids.slice(0, 4)),
      erase(ids.slice(4)),
      erase(ids.slice(2, 6).toReversed()),
      erase(ids.toReversed()),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  }
});

test('a transaction that PostgreSQL ended because of a deadlock is run again', async () => {
  const { db } = v;
  const ids = [
    (await v.whole.lead({ ...least, source: 'vendor-xyz' })).id,
    (await v.whole.lead({ ...least, source: 'vendor-xyz' })).id,
  ];
  let runs = 0;
  let arrived = 0;
  const both = Promise.withResolvers<void>();
  const lockBoth = (order: readonly string[]) =>
    tryAgain(() =>
      db.transaction().execute(async (trx) => {
        runs += 1;
        await sql`select from leads where campaign_id = ${v.campaign.id} and id = ${order[0]} for update`.execute(trx);
        arrived += 1;
        if (arrived === 2) both.resolve();
        await both.promise;
        await sql`select from leads where campaign_id = ${v.campaign.id} and id = ${order[1]} for update`.execute(trx);
        return 'done';
      }),
    );
  expect(await Promise.all([lockBoth(ids), lockBoth(ids.toReversed())])).toEqual(['done', 'done']);
  expect(runs).toBe(3);
});

test('any other failure is not run again', async () => {
  let runs = 0;
  const run = () => {
    runs += 1;
    return sql`select 1 / 0`.execute(v.db);
  };
  await expect(tryAgain(run)).rejects.toThrow('division by zero');
  expect(runs).toBe(1);
});
