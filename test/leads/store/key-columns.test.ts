/** Key columns: assigned, filled in the background while others write, read only when ready, and served by their index. */

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readyColumn } from '../../../src/campaign/key-columns.ts';
import { loadCampaign } from '../../../src/campaign/load.ts';
import { newId } from '../../../src/ids/ids.ts';
import { fillKeyColumns } from '../../../src/leads/store/campaign-wide/fill-keys.ts';
import { insertLeads, seedLeads } from '../../../src/leads/store/insert-leads.ts';
import { checkKeyColumns } from '../../../src/leads/store/key-columns.ts';
import { listStatement } from '../../../src/leads/store/read-leads.ts';
import { change } from '../../support/campaigns.ts';
import { onOneServer } from '../../support/cluster/one-server.ts';
import { eventually } from '../../support/process.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

const system = { kind: 'system', id: null } as const;
const searchable = (key: string, yes: boolean) =>
  change(
    fixture.connection.db,
    fixture.campaign,
    sql`update fields set searchable = ${yes} where campaign_id = ${fixture.campaign.id} and key = ${key}`,
  );
const current = async () => {
  const campaign = await loadCampaign(fixture.connection.db, { id: fixture.campaign.id });
  if (!campaign) throw new Error('the campaign is gone');
  return campaign;
};

test('a field that becomes searchable is filled in while writers go on, and read from its column only then', async () => {
  const { db } = fixture.connection;
  const token = await fixture.token();
  await seedLeads(
    db,
    await current(),
    system,
    Array.from({ length: 5_000 }, (_, i) =>
      aLead({ values: { name: `Person ${i}`, email: 'a@example.com', source: 'vendor-xyz' } }),
    ),
  );
  await searchable('name', true);
  expect(readyColumn(await current(), 'name')).toBeUndefined();

  let writing = true;
  const writer = (async () => {
    for (let i = 0; writing; i += 1)
      await (await fixture.store(token))
        .create(aLead({ values: { name: `New ${i}`, email: 'n@example.com', source: 'vendor-xyz' } }))
        .catch(() => undefined);
  })();
  await fillKeyColumns(db);
  writing = false;
  await writer;

  expect(readyColumn(await current(), 'name')).toBeDefined();
  expect(await checkKeyColumns(db)).toEqual([]);
});

test('filling waits for a write that began before the assignment', async () => {
  const { db } = fixture.connection;
  const token = await fixture.token();
  await searchable('name', false);
  const grant = await fixture.grant(token);

  let [filled, looks] = [false, 0];
  // It is asked before each look for writes that are older.
  const isStopping = () => {
    looks += 1;
    return false;
  };
  let filling: Promise<unknown> = Promise.resolve();
  await fixture.leads.transaction().execute(async (trx) => {
    await insertLeads(trx, grant, [
      aLead({ values: { name: 'Written without the column', email: 'a@example.com', source: 'vendor-xyz' } }),
    ]);
    await searchable('name', true);
    filling = fillKeyColumns(db, isStopping).then(() => {
      filled = true;
    });
    await eventually(() => looks > 5);
    expect(filled).toBe(false);
  });
  await filling;

  expect(await checkKeyColumns(db)).toEqual([]);
});

test('an update moves the copy with the value', async () => {
  const token = await fixture.token();
  const store = await fixture.store(token);
  const { lead } = await store.create(aLead());

  await store.update(lead?.id ?? '', { values: { name: 'x'.repeat(99), zip: '9000', roof_area: 12.5 } });

  expect(await checkKeyColumns(fixture.connection.db)).toEqual([]);
});

onOneServer('it is about the plan of the whole statement')(
  'a pinned list of 100,000 leads is read from an index on its key column, without a sort',
  async () => {
    const { db } = fixture.connection;
    const campaign = await current();
    const now = Date.now();
    for (let part = 0; part < 20; part += 1) {
      const rows = Array.from({ length: 5_000 }, (_, i) => {
        const createdAt = now - (part * 5_000 + i) * 1_000;
        const source = i % 10 === 0 ? 'vendor-xyz' : 'nordic-leads';
        return aLead({
          id: newId(createdAt),
          createdAt,
          values: { name: `Lead ${part}-${i}`, email: 'a@example.com', source },
        });
      });
      await seedLeads(db, campaign, system, rows);
    }
    await sql`analyze leads`.execute(db);
    const grant = await fixture.grant(await fixture.token('Vendor XYZ'));
    const statement = listStatement(grant, {
      conditions: [],
      updated: [],
      sort: '-created_at',
      limit: 50,
      after: undefined,
    });

    const { rows } = await sql<{
      'QUERY PLAN': string;
    }>`explain (analyze, buffers off, timing off, summary off) ${statement}`.execute(db);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');

    const column = readyColumn(grant.campaign, 'source');
    expect(plan).toMatch(new RegExp(`Index Scan using leads_${column} on leads`));
    const scanned = plan.split('\n').slice(
      plan.split('\n').findIndex((line) => line.includes('CTE page')),
      plan.split('\n').findIndex((line) => line.includes(`leads_${column}`)) + 1,
    );
    expect(scanned.join('\n')).not.toMatch(/Sort/);
    // Fifty-one rows are read for a page of fifty, however many leads there are.
    expect(plan).toMatch(/Index Scan using leads_t\d+ on leads.*rows=51/);
  },
);
