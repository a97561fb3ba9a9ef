/**
 * Line 35: a burst of events in a campaign that PostgreSQL's statistics do not know yet. The work grows with the number of
 * events.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RawBuilder, sql } from 'kysely';
import { numberEvents, numberStatement } from '../../../src/leads/store/feed-ends.ts';
import { onOneServer } from '../../support/cluster/one-server.ts';
import { createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
  const { leads } = fixture;
  await sql`alter table lead_events set (autovacuum_enabled = off)`.execute(leads);
  // An installation that was in use for a while, and then a new campaign.
  await insert('0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80', 20_000, sql`n`);
  await sql`vacuum analyze lead_events`.execute(leads);
  await insert(fixture.campaign.id, burst, sql`null`);
});
afterAll(() => fixture?.stop());

const burst = 6_000;

const insert = (campaignId: string, count: number, seq: RawBuilder<unknown>) =>
  sql`insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after, seq)
    select ${campaignId}::uuid, gen_random_uuid(), 1, 'created', clock_timestamp() + make_interval(secs => n / 1000.0), 'system', null, null, '{}', ${seq}
    from generate_series(1, ${sql.lit(count)}) n`.execute(fixture.leads);

interface PlanNode {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The rows that the nodes of a plan have touched. */
const touched = (node: PlanNode): number =>
  node['Actual Loops'] *
    (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)) +
  (node.Plans ?? []).reduce((sum, one) => sum + touched(one), 0);

onOneServer('it is about the plan of the whole statement')(
  'a pass touches each of its events a few times',
  async () => {
    await numberEvents(fixture.connection.db, fixture.campaign.id, { limit: 1 });
    const work = async (most: number) => {
      const undo = new Error('undo');
      let rows = 0;
      await fixture.leads
        .transaction()
        .execute(async (trx) => {
          await sql`set local enable_seqscan = off`.execute(trx);
          const explained = await sql<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>`
          explain (analyze, timing off, format json) ${numberStatement(fixture.campaign.id, most)}`.execute(trx);
          rows = touched(explained.rows[0]?.['QUERY PLAN'][0]?.Plan as PlanNode);
          throw undo;
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error;
        });
      return rows;
    };
    const [some, many] = [await work(400), await work(4_000)];
    expect(some).toBeLessThan(400 * 30);
    expect(many).toBeLessThan(4_000 * 30);
  },
);

test('all of the burst is numbered, a few hundred events at a time', async () => {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from lead_events where campaign_id = ${fixture.campaign.id} and seq is null`.execute(
    fixture.leads,
  );
  const left = rows[0]?.left;
  expect(left).toBeGreaterThan(burst - 10);
  const passes: number[] = [];
  for (let pass = 1; pass > 0; ) {
    pass = await numberEvents(fixture.connection.db, fixture.campaign.id);
    passes.push(pass);
  }
  expect(passes.reduce((sum, pass) => sum + pass, 0)).toBe(left);
  expect(Math.max(...passes)).toBeLessThanOrEqual(500);
});
