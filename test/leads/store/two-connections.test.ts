/**
 * Writers that meet. Each test holds one transaction open while another writer waits for it, and shows the failure that a
 * simpler statement would have: a stale *before*, a lost write, two leads with one external id, values that survive erasure.
 */

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { claimsOf, forgetClaims, takeClaims } from '../../../src/leads/store/claim.ts';
import { insertLeads } from '../../../src/leads/store/insert-leads.ts';
import { patchLead } from '../../../src/leads/store/patch-leads.ts';
import { untilWaiting } from '../../support/lock-waits.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

/** Runs `first` in a transaction that stays open until `second` is seen to wait for it. */
async function meet<T>(first: (trx: StoreFixture['leads']) => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  let waiting: Promise<T> | undefined;
  await fixture.leads.transaction().execute(async (trx) => {
    await first(trx);
    waiting = second();
    waiting.catch(() => undefined);
    await untilWaiting(fixture.connection.db);
  });
  if (!waiting) throw new Error('the second writer was never started');
  return waiting;
}

async function created(
  token: Awaited<ReturnType<StoreFixture['token']>>,
  rest: Parameters<typeof aLead>[0] = {},
): Promise<string> {
  const { lead } = await (await fixture.store(token)).create(aLead(rest));
  if (!lead) throw new Error('the lead was not created');
  return lead.id;
}

test('two patches that meet both count, and each event begins where the one before ended', async () => {
  const token = await fixture.token();
  const grant = await fixture.grant(token);
  const id = await created(token);

  const second = await meet(
    (trx) => patchLead(trx, grant, id, { values: { zip: '5000' } }),
    async () => (await fixture.store(token)).update(id, { values: { notes: 'second' } }),
  );

  expect(JSON.parse(second.lead?.json ?? '{}')).toMatchObject({ version: 3, fields: { zip: '5000', notes: 'second' } });
  const events = await fixture.events(id);
  expect(events.map((event) => event.version)).toEqual([1, 2, 3]);
  expect(events[1]?.before).toEqual(events[0]?.after);
  expect(events[2]?.before).toEqual(events[1]?.after);
});

test('a vendor whose patch waited while the lead left its scope finds no lead, and writes no event', async () => {
  const broad = await fixture.token();
  const vendor = await fixture.token('Vendor XYZ');
  const grant = await fixture.grant(broad);
  const id = await created(broad);

  const second = await meet(
    (trx) => patchLead(trx, grant, id, { values: { source: 'nordic-leads' } }),
    async () => (await fixture.store(vendor)).update(id, { values: { source: 'vendor-xyz', notes: 'mine' } }),
  );

  expect(second).toEqual({ refused: { why: 'not_visible' } });
  expect(await fixture.events(id)).toHaveLength(2);
});

test('a creation that waited for the same external id is refused', async () => {
  const token = await fixture.token('Vendor XYZ');
  const grant = await fixture.grant(token);

  const second = await meet(
    async (trx) => {
      const claims = claimsOf(fixture.campaign, { externalId: 'same' });
      await takeClaims(trx as Parameters<typeof takeClaims>[0], fixture.campaign.id, claims);
      await insertLeads(trx, grant, [aLead({ externalId: 'same' })]);
    },
    async () => (await fixture.store(token)).create(aLead({ externalId: 'same' })),
  );

  expect(second).toEqual({ refused: { why: 'external_id_taken' } });
});

test('one of fifty concurrent creations with one external id is accepted, also while claims are forgotten', async () => {
  const token = await fixture.token('Vendor XYZ');
  const store = await fixture.store(token);

  const forgetting = setInterval(() => void forgetClaims(fixture.leads, () => false), 2);
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => store.create(aLead({ externalId: 'fifty' }))));
  clearInterval(forgetting);

  expect(outcomes.filter((outcome) => outcome.lead)).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome.refused?.why === 'external_id_taken')).toHaveLength(49);
});

test('a claim is forgotten when nobody holds it any more', async () => {
  const claims = claimsOf(fixture.campaign, { externalId: 'claimed' });
  const forget = () => forgetClaims(fixture.leads, () => false);
  await fixture.leads.transaction().execute(async (trx) => {
    await takeClaims(trx as Parameters<typeof takeClaims>[0], fixture.campaign.id, claims);
    await forget();
    expect(await forget()).toBe(0);
  });
  expect(await forget()).toBe(1);
});

test('one who waits for a claim that is being forgotten takes it, and is alone with it', async () => {
  const token = await fixture.token('Vendor XYZ');
  const [one, other] = await Promise.all([fixture.store(token), fixture.store(token)]);
  await one.create(aLead({ externalId: 'before' }));
  const claims = claimsOf(fixture.campaign, { externalId: 'forgotten' });
  await fixture.leads
    .transaction()
    .execute((trx) => takeClaims(trx as Parameters<typeof takeClaims>[0], fixture.campaign.id, claims));

  const outcomes = await meet(
    async (trx) => expect(await forgetClaims(trx, () => false)).toBeGreaterThan(0),
    () => Promise.all([one, other].map((store) => store.create(aLead({ externalId: 'forgotten' })))),
  );

  expect(outcomes.map(({ refused }) => refused?.why).sort()).toEqual(['external_id_taken', undefined]);
});

test("two vendors may use one external id: a hidden lead's neither blocks nor shows", async () => {
  const xyz = await fixture.token('Vendor XYZ');
  const nordic = await fixture.token('Nordic Leads');
  const values = { name: 'B', email: 'b@example.com', source: 'nordic-leads' };

  const first = await (await fixture.store(xyz)).create(aLead({ externalId: 'shared' }));
  const second = await (await fixture.store(nordic)).create(aLead({ externalId: 'shared', values }));

  expect([first.refused, second.refused]).toEqual([undefined, undefined]);
});

test('a deletion that waited for a writer erases the values of that writer too', async () => {
  const token = await fixture.token();
  const grant = await fixture.grant(token);
  const id = await created(token);

  const outcome = await meet(
    (trx) => patchLead(trx, grant, id, { values: { notes: 'a secret that must go' } }),
    async () => (await fixture.store(token)).delete({ id, versions: undefined }),
  );

  expect(outcome).toEqual({ erased: id });
  const events = await fixture.events(id);
  expect(events.map((event) => event.kind)).toEqual(['created', 'updated', 'deleted']);
  expect(JSON.stringify(events)).not.toContain('secret');
  expect(JSON.stringify(events)).not.toContain('anna@example.com');
  expect(JSON.stringify(events)).not.toContain('vendor-xyz');
  // Only the names of the matching filters stay, because each reader must still get the event.
  expect(events.map(({ before, after }) => [before, after])).toEqual([
    [null, { erased: [expect.any(String)] }],
    [{ erased: [expect.any(String)] }, { erased: [expect.any(String)] }],
    [{ erased: [expect.any(String)] }, null],
  ]);
});

test('a chain of sixteen writers on five leads leaves every before equal to the after of the version before', async () => {
  const token = await fixture.token();
  const store = await fixture.store(token);
  const ids = await Promise.all(Array.from({ length: 5 }, () => created(token)));

  await Promise.all(
    Array.from({ length: 16 }, async (_, writer) => {
      for (let i = 0; i < 20; i += 1)
        await store.update(ids[(writer + i) % 5] ?? '', { values: { notes: `writer ${writer} turn ${i}` } });
    }),
  );

  for (const id of ids) {
    const events = await fixture.events(id);
    expect(events.length).toBe(1 + (16 * 20) / 5);
    for (const [i, event] of events.slice(1).entries()) expect(event.before).toEqual(events[i]?.after);
  }
});
