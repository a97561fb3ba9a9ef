/**
 * Line 48: a filter without a key column reads the values of a hidden lead, which may be stored out of line. A missing lead
 * has no values. So that no clock tells the two apart, the statements read equally much for both. Counted in pages that
 * PostgreSQL touches.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../../src/access/grant.ts';
import { newId } from '../../../src/ids/ids.ts';
import { lockStatement } from '../../../src/leads/store/erase-leads.ts';
import { guardCte } from '../../../src/leads/store/guard.ts';
import { insertStatement, seedLeads } from '../../../src/leads/store/insert-leads.ts';
import { historyStatement } from '../../../src/leads/store/lead-history.ts';
import { foldStatement, patchStatement } from '../../../src/leads/store/patch-leads.ts';
import { getStatement } from '../../../src/leads/store/read-leads.ts';
import { idIfVisible, readsValues, withExternalId } from '../../../src/leads/store/scope.ts';
import { solarPlan } from '../../support/campaigns.ts';
import { testLayout } from '../../support/database.ts';
import { createStoreFixture, type StoreFixture } from '../../support/store.ts';

/** The smallest number of pages that a lead's values take beside its row. */
const outOfLine = 15;
/** The pages by which the lead's own row may differ, because the row is looked for twice. */
const row = 6;

let fixture: StoreFixture;
let grant: Grant;
const leads = Array.from({ length: 40 }, (_, i) => ({ id: newId(Date.now() - i * 60_000), externalId: `A-${i}` }));
const [hidden = { id: '', externalId: '' }] = leads.slice(20);

beforeAll(async () => {
  const battery = { path: 'fields.interests', op: 'contains', value: 'battery' } as const;
  fixture = await createStoreFixture({ ...solarPlan, filters: [{ name: 'Batteries', condition: battery }] });
  grant = await fixture.grant(await fixture.token('Batteries'));
  const { db } = fixture.connection;
  const rows = leads.map(({ id, externalId }, i) => ({
    id,
    externalId,
    createdAt: Date.now() - i * 60_000,
    status: 'new',
    values: { name: 'Anna', email: `${i}@example.com`, notes: randomBytes(60_000).toString('base64') },
  }));
  await seedLeads(db, fixture.campaign, { kind: 'system', id: null }, rows);
  await sql`vacuum analyze leads`.execute(db);
});
afterAll(() => fixture.stop());

interface Plan {
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

/** How statements that write are made here: on a cluster it is their first statement that looks the lead up. */
const form = testLayout === 'distributed' ? 'split' : 'whole';

/** The plan of the node that has the leads. A cluster shows it as part of another plan. */
function planOnNode(shown: unknown): Plan | undefined {
  if (typeof shown !== 'object' || shown === null) return undefined;
  if ('Remote Plan' in shown) return (shown['Remote Plan'] as Plan[][])[0]?.[0];
  for (const part of Object.values(shown)) {
    const found = planOnNode(part);
    if (found) return found;
  }
  return undefined;
}

/** The same, once PostgreSQL has looked up what it needs for the statement. */
async function pagesOf(statement: RawBuilder<unknown>): Promise<number> {
  await pagesOnce(statement);
  return pagesOnce(statement);
}

/** The pages that the statement touches. Its changes are rolled back. */
async function pagesOnce(statement: RawBuilder<unknown>): Promise<number> {
  let pages = 0;
  const explain = fixture.connection.db.transaction().execute(async (trx) => {
    // Plans as for many leads. PostgreSQL would read a few leads one after the other, whatever the statement asks for.
    await sql`set local enable_seqscan = off`.execute(trx);
    await sql`set local enable_bitmapscan = off`.execute(trx);
    const { rows } = await sql<{ 'QUERY PLAN': readonly [Plan] }>`
      explain (analyze, buffers, timing off, format json) ${statement}`.execute(trx);
    const shown = rows[0]?.['QUERY PLAN'];
    const plan = (planOnNode(shown) ?? shown?.[0])?.Plan;
    if (!plan) throw new Error('there is no plan');
    pages = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    throw new Error('undone');
  });
  await expect(explain).rejects.toThrow('undone');
  return pages;
}

const lead = () => ({ id: newId(), createdAt: Date.now(), status: 'new', values: { name: 'Bo' } });

const byId: readonly [string, (id: string) => RawBuilder<unknown>][] = [
  ['read', (id) => getStatement(grant, id)],
  ['read with its history', (id) => historyStatement(grant, id, { limit: 50, before: undefined })],
  ['changed', (id) => patchStatement(grant, [{ id, status: 'won', values: {} }], form)],
  [
    'changed beside another',
    (id) =>
      patchStatement(
        grant,
        [
          { id, values: {} },
          { id: newId(), values: {} },
        ],
        form,
      ),
  ],
  [
    'changed twice',
    (id) =>
      foldStatement(
        grant,
        [
          { id, status: 'won', values: {} },
          { id, values: {} },
        ],
        form,
      ),
  ],
  ['deleted', (id) => lockStatement(grant, [{ id, versions: undefined }])],
];

test.each(byId)('a hidden lead that is %s by id costs what a missing one costs', async (_, statement) => {
  for (let i = 0; i < 3; i += 1) {
    // All leads have the same size, so any lead that is read in place of the missing one costs the same.
    const [ofHidden, ofMissing] = [await pagesOf(statement(hidden.id)), await pagesOf(statement(newId()))];
    expect(Math.abs(ofHidden - ofMissing)).toBeLessThanOrEqual(row);
    expect(ofMissing).toBeGreaterThan(outOfLine);
  }
});

const byExternalId: readonly [string, (externalId: string) => RawBuilder<unknown>][] = [
  ['looked for', (id) => sql`with ${guardCte(grant)} select l.id from ${withExternalId(grant, sql`${id}::text`)} l`],
  ['named by a new lead', (externalId) => insertStatement(grant, [{ ...lead(), externalId }], form)],
];

test.each(byExternalId)(
  'a hidden lead that is %s by external id costs what a missing one costs',
  async (_, statement) => {
    for (let i = 0; i < 3; i += 1) {
      const [ofHidden, ofMissing] = [await pagesOf(statement(hidden.externalId)), await pagesOf(statement(`B-${i}`))];
      expect(Math.abs(ofHidden - ofMissing)).toBeLessThanOrEqual(row);
      expect(ofMissing).toBeGreaterThan(outOfLine);
    }
  },
);

test('which lead is read in place of a missing one does not follow from the order of the ids', async () => {
  // Each lead gets another size. With consecutive ids, steps in the cost would give the lead away.
  const near = Array.from({ length: 12 }, (_, i) => `${hidden.id.slice(0, 24)}${String(i).padStart(12, '0')}`);
  const { db } = fixture.connection;
  for (const { id } of leads) {
    const notes = randomBytes(Number.parseInt(id.slice(-2), 16) % 2 === 0 ? 3_000 : 55_000).toString('base64');
    await sql`
      update leads set values = jsonb_set(values, '{notes}', ${JSON.stringify(notes)}::jsonb)
      where campaign_id = ${fixture.campaign.id} and id = ${id}`.execute(db);
  }
  await sql`vacuum full leads`.execute(db);
  const costs: number[] = [];
  for (const id of near) costs.push(await pagesOf(getStatement(grant, id)));
  expect(Math.max(...costs) - Math.min(...costs)).toBeGreaterThan(row);
  const again: number[] = [];
  for (const id of near) again.push(await pagesOf(getStatement(grant, id)));
  expect(again).toEqual(costs);
});

test('a lead that the token sees is read as ever, and another one never', async () => {
  const store = await fixture.store(await fixture.token('Batteries'));
  const mine = { ...lead(), externalId: 'mine', values: { name: 'Bo', interests: ['battery'] } };
  await store.create(mine);
  expect(await store.get(mine.id)).toMatchObject({ id: mine.id });
  for (const id of [hidden.id, newId(), newId(), newId()]) expect(await store.get(id)).toBeUndefined();
  expect(await store.update(mine.id, { values: { name: 'Bob' } })).toMatchObject({ effect: 'update' });
  expect(await store.create({ ...lead(), externalId: 'mine', values: mine.values })).toMatchObject({
    refused: { why: 'external_id_taken' },
  });
});

test('where the scope reads columns alone, the statements are as simple as they were', async () => {
  const pinned = { path: 'fields.source', op: 'eq', value: 'vendor-xyz' } as const;
  const simple = await createStoreFixture({ ...solarPlan, filters: [{ name: 'Mine', condition: pinned }] });
  try {
    const served = await simple.grant(await simple.token('Mine'));
    const id = sql`i.id`;
    expect([readsValues(served), idIfVisible(served, id) === id]).toEqual([false, true]);
    expect([readsValues(grant), idIfVisible(grant, id) === id]).toEqual([true, false]);
  } finally {
    await simple.stop();
  }
});
