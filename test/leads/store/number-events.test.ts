/**
 * Events are numbered after their commit. Each test holds one transaction open where a simpler way would number an event twice,
 * behind a reader's cursor, or against the order of versions; or would wait in a circle with an erasure.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { newId } from '../../../src/ids/ids.ts';
import { eraseLeads } from '../../../src/leads/store/erase-leads.ts';
import { numberEvents, numberIdleCampaigns } from '../../../src/leads/store/feed-ends.ts';
import { insertLeads } from '../../../src/leads/store/insert-leads.ts';
import { untilWaiting } from '../../support/lock-waits.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

interface Numbered {
  readonly lead_id: string;
  readonly version: number;
  readonly seq: string | null;
}

async function inOrder(): Promise<readonly Numbered[]> {
  const { rows } = await sql<Numbered>`
    select lead_id, version, seq from lead_events where campaign_id = ${fixture.campaign.id} order by seq, at`.execute(
    fixture.leads,
  );
  return rows;
}

const number = () => numberEvents(fixture.connection.db, fixture.campaign.id);

/** Every number is given once, no number is missing, and the events of a lead are in the order of their versions. */
async function expectExact(): Promise<void> {
  const rows = await inOrder();
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, i) => i + 1));
  const versions = new Map<string, number>();
  for (const { lead_id, version } of rows) {
    expect(version).toBeGreaterThan(versions.get(lead_id) ?? 0);
    versions.set(lead_id, version);
  }
}

async function created(): Promise<string> {
  const { lead } = await (await fixture.store(await fixture.token())).create(aLead());
  return lead?.id ?? '';
}

test('events of a transaction that commits late get numbers after those already read', async () => {
  const grant = await fixture.grant(await fixture.token());
  const slow = newId();
  let fast = '';
  await fixture.leads.transaction().execute(async (trx) => {
    await insertLeads(trx, grant, [aLead({ id: slow })]);
    fast = await created();
    await number();
    expect((await inOrder()).filter((row) => row.seq !== null).map((row) => row.lead_id)).toEqual([fast]);
  });

  await number();

  expect((await inOrder()).map((row) => row.lead_id)).toEqual([fast, slow]);
  await expectExact();
});

test('a pass that waited for another numbers only what the other has left', async () => {
  const first = await created();
  let second = '';
  let waiting: Promise<number> | undefined;
  await fixture.leads.transaction().execute(async (trx) => {
    await sql`select from feed_heads where campaign_id = ${fixture.campaign.id} for update`.execute(trx);
    // It begins, with a snapshot if it took one, before the holder numbers.
    waiting = number();
    await untilWaiting(fixture.connection.db);
    await sql`
      update lead_events e set seq = h.last_seq + 1 from feed_heads h
      where h.campaign_id = e.campaign_id and e.campaign_id = ${fixture.campaign.id} and e.lead_id = ${first}`.execute(
      trx,
    );
    await sql`update feed_heads set last_seq = last_seq + 1 where campaign_id = ${fixture.campaign.id}`.execute(trx);
    second = await created();
  });

  expect(await waiting).toBe(1);
  expect((await inOrder()).slice(-2).map((row) => row.lead_id)).toEqual([first, second]);
  await expectExact();
});

test('versions keep their order though a later one has an earlier time', async () => {
  const store = await fixture.store(await fixture.token());
  const [one, two] = [await created(), await created()];
  for (const id of [one, two]) for (const zip of ['5000', '5001']) await store.update(id, { values: { zip } });
  // As where the clocks of two nodes differ.
  await sql`
    update lead_events set at = ('{2026-01-01 00:00:03,2026-01-01 00:00:02,2026-01-01 00:00:01}'::timestamptz[])[version]
    where campaign_id = ${fixture.campaign.id} and seq is null`.execute(fixture.leads);

  // In passes of one: the first event by time is the last version of its lead, and must follow the lead's other events.
  while ((await numberEvents(fixture.connection.db, fixture.campaign.id, { limit: 1 })) > 0);

  await expectExact();
});

test('passes of seven events number all events, a prefix at a time, in one order', async () => {
  const store = await fixture.store(await fixture.token());
  const ids = await Promise.all(Array.from({ length: 10 }, created));
  // Ten leads at once, each lead's updates one after the other: sixty at once would wait for ten rows, and for connections.
  await Promise.all(
    ids.map(async (id) => {
      for (let turn = 0; turn < 6; turn += 1) await store.update(id, { values: { notes: `turn ${turn}` } });
    }),
  );
  const passes: number[] = [];
  for (;;) {
    const numbered = await numberEvents(fixture.connection.db, fixture.campaign.id, { limit: 7 });
    if (numbered === 0) break;
    passes.push(numbered);
  }
  expect(passes.length).toBeGreaterThan(5);
  expect(passes.reduce((a, b) => a + b, 0)).toBe(70);
  await expectExact();
});

test('eight passes at once, while sixteen write, give every event one number', async () => {
  const store = await fixture.store(await fixture.token());
  const ids = await Promise.all(Array.from({ length: 5 }, created));
  let writing = true;
  const numbering = Array.from({ length: 8 }, async () => {
    while (writing) await number();
  });
  await Promise.all(
    Array.from({ length: 16 }, async (_, writer) => {
      for (let i = 0; i < 15; i += 1)
        await store.update(ids[(writer + i) % 5] ?? '', { values: { notes: `${writer} ${i}` } });
    }),
  );
  writing = false;
  await Promise.all(numbering);
  await number();
  await expectExact();
});

test('an erasure and a numbering pass at the same time do not deadlock', async () => {
  const store = await fixture.store(await fixture.token());
  const grant = await fixture.grant(await fixture.token());
  const id = await created();
  await store.update(id, { values: { notes: 'a secret that must go' } });
  let pass: Promise<number> | undefined;
  await fixture.leads.transaction().execute(async (trx) => {
    await eraseLeads(trx, grant, [{ id, versions: undefined }]);
    pass = number();
    await untilWaiting(fixture.connection.db);
  });
  expect(await pass).toBe(2);
  await number();

  await Promise.all(
    Array.from({ length: 30 }, async () => {
      const other = await created();
      await Promise.all([store.update(other, { values: { notes: 'a secret that must go' } }), number()]);
      await Promise.all([store.delete({ id: other, versions: undefined }), number(), number()]);
    }),
  );
  await number();

  const { rows } = await sql<{
    text: string;
  }>`select coalesce(before::text, '') || coalesce(after::text, '') as text from lead_events`.execute(fixture.leads);
  expect(rows.filter(({ text }) => text.includes('secret'))).toEqual([]);
  await expectExact();
});

test('events that nobody reads are numbered in the background, by any number of processes', async () => {
  await Promise.all(Array.from({ length: 20 }, created));
  await Promise.all(Array.from({ length: 4 }, () => numberIdleCampaigns(fixture.connection.db, () => false)));
  expect((await inOrder()).filter((row) => row.seq === null)).toEqual([]);
  await expectExact();
});

test('a burst is numbered in passes, even if the statistics of the planner contain only numbered events', async () => {
  const { leads, campaign } = fixture;
  await sql`alter table lead_events set (autovacuum_enabled = off)`.execute(leads);
  while ((await number()) > 0);
  await sql`analyze lead_events`.execute(leads);
  const burst = 60_000;
  await sql`
    insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
    select ${campaign.id}::uuid, gen_random_uuid(), 1, 'created', clock_timestamp() + make_interval(secs => n / 1000.0), 'system', null, null, '{}'
    from generate_series(1, ${sql.lit(burst)}) n`.execute(leads);

  // A statement is given ten seconds; one that went through the burst for each of its events would take minutes.
  expect(await number()).toBe(500);
  expect(await number()).toBe(500);
});
