/**
 * The evaluators of conditions always agree: the one in the process, and the one in SQL, for the stored row (with and
 * without key columns) and for the row that a write will leave. Random definitions, conditions and leads, on a real
 * PostgreSQL.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { grantOfMember } from '../../src/access/grant.ts';
import type { Condition } from '../../src/campaign/condition/condition.ts';
import { holds } from '../../src/campaign/condition/evaluate.ts';
import { parseCondition } from '../../src/campaign/condition/read-condition.ts';
import type { Campaign, FieldValue, LeadState } from '../../src/campaign/definition.ts';
import { keyLength } from '../../src/campaign/key-columns.ts';
import { type Connection, connect } from '../../src/database/connection.ts';
import { createRandom } from '../../src/demo/random.ts';
import { newId } from '../../src/ids/ids.ts';
import { conditionSql, type RowSource, storedRow } from '../../src/leads/store/condition-sql.ts';
import { insertLeads, type NewLead, seedLeads } from '../../src/leads/store/insert-leads.ts';
import { patchLeads } from '../../src/leads/store/patch-leads.ts';
import { withLeads } from '../../src/leads/store/tables.ts';
import { wholeField } from '../support/campaigns.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { everySeed, randomCampaign, randomCondition, randomLead } from '../support/draws/arbitraries.ts';

const campaigns = 16;
const leadsEach = 100;
const conditionsEach = 50;
const actor = { kind: 'system', id: null } as const;

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect({ ...database, connections: 2, onError: () => undefined });
});

afterAll(async () => {
  await connection.close();
  await database.drop();
});

const stateOf = ({ status, externalId, createdAt, values }: NewLead): LeadState => ({
  status,
  external_id: externalId,
  created_at: new Date(createdAt).toISOString(),
  values: values as Record<string, FieldValue>,
});

/** The ids of the stored leads that match the condition, as rows of a `select`. */
async function idsIn(campaign: Campaign, condition: Condition, row: RowSource, from = sql`leads l`): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select ${row.id} as id from ${from} where campaign_id = ${campaign.id} and ${conditionSql(campaign, condition, row)}`.execute(
    connection.db,
  );
  return rows.map(({ id }) => id).sort();
}

/** A row that is in no table: only values, like those of a new row. */
const looseRow: RowSource = {
  id: sql`i.id`,
  status: sql`i.status`,
  externalId: sql`i.external_id`,
  values: sql`i.values`,
  column: undefined,
};

async function freshCampaign(make: () => Campaign): Promise<Campaign> {
  const campaign = { ...make(), id: newId() };
  await connection.db
    .insertInto('campaign_heads')
    .values({ campaign_id: campaign.id, epoch: 1, revision: 1 })
    .execute();
  return campaign;
}

test('a stored lead matches a condition in SQL exactly when it does in the process, with and without key columns', async () => {
  let cases = 0;
  let matched = 0;
  await everySeed(campaigns, async (random) => {
    const campaign = await freshCampaign(() => randomCampaign(random));
    const leads = Array.from({ length: leadsEach }, (_, i) => randomLead(random, campaign, i));
    await seedLeads(connection.db, campaign, actor, leads);
    for (let i = 0; i < conditionsEach; i++) {
      const condition = randomCondition(random, campaign);

      const withKeys = await idsIn(campaign, condition, storedRow);
      const withoutKeys = await idsIn({ ...campaign, keyColumns: [] }, condition, storedRow);
      const loose = sql`(select campaign_id, id, status, external_id, values from leads) i`;
      const asNewRow = await idsIn(campaign, condition, looseRow, loose);

      const expected = leads.filter((lead) => holds(campaign, condition, stateOf(lead))).map(({ id }) => id);
      const told = { condition, ready: campaign.keyColumns };
      expect({ ...told, ids: withKeys }).toEqual({ ...told, ids: expected.sort() });
      expect({ ...told, ids: withoutKeys }).toEqual({ ...told, ids: expected });
      expect({ ...told, ids: asNewRow }).toEqual({ ...told, ids: expected });
      cases += leads.length;
      matched += expected.length;
    }
  });
  expect(cases).toBeGreaterThanOrEqual(5_000);
  // Conditions that match no lead or every lead would prove little.
  expect(matched / cases).toBeGreaterThan(0.1);
  expect(matched / cases).toBeLessThan(0.9);
});

test('a write checks its new row like the evaluator in the process', async () => {
  await everySeed(200, async (random) => {
    const campaign = await freshCampaign(() => randomCampaign(random));
    const whole = grantOfMember(actor, campaign, 'read_write');
    const db = withLeads(connection.db);
    const condition = randomCondition(random, campaign);
    const scoped = grantOfMember(actor, campaign, 'read_write', condition);
    const after = randomLead(random, campaign, 1);
    const drawn = randomLead(random, campaign, 2);
    const before = drawn.externalId === after.externalId ? { ...drawn, externalId: null } : drawn;
    const expected = holds(campaign, condition, stateOf(after));

    const created = (await insertLeads(db, scoped, [after]))[0];

    expect({ condition, after, fits: created?.fits }).toEqual({ condition, after, fits: expected });
    expect(created?.lead !== null).toBe(expected);

    // The patch changes `before` into `after`. A write checks only leads that were visible before.
    await insertLeads(db, whole, [before]);
    const emptied = Object.fromEntries(Object.keys(before.values).map((key) => [key, null]));
    const patch = { status: after.status, externalId: after.externalId, values: { ...emptied, ...after.values } };
    const changed = (await patchLeads(db, scoped, [{ ...patch, id: before.id }]))[0];

    const seen = holds(campaign, condition, stateOf(before));
    const left = holds(campaign, condition, { ...stateOf(after), created_at: stateOf(before).created_at });
    expect({ condition, before, found: changed?.found }).toEqual({ condition, before, found: seen });
    if (seen)
      expect({ condition, before, after, fits: changed?.fits }).toEqual({ condition, before, after, fits: left });
  });
});

test('an admin may save every random condition that reads no removed field', async () => {
  await everySeed(100, (random) => {
    const campaign = randomCampaign(random);
    const condition = randomCondition(random, campaign);

    const { condition: read, errors } = parseCondition(campaign, condition);

    const gone = [...campaign.removedFields.map(({ key }) => `fields.${key}`), 'fields.never_was'];
    const readsGone = gone.some((path) => JSON.stringify(condition).includes(`"${path}"`));
    expect({ condition, errors, read }).toEqual(
      readsGone ? { condition, errors, read } : { condition, errors: undefined, read: condition },
    );
  });
});

test('a text is found by characters beyond those in a key column', async () => {
  const field = { ...wholeField({ key: 'zip', type: 'text' }), searchable: true };
  const column = { column: 't1', field: 'zip', state: 'ready' } as const;
  const campaign = await freshCampaign(() => ({
    ...randomCampaign(createRandom(1)),
    fields: [field],
    removedFields: [],
    keyColumns: [column],
  }));
  const values = { zip: `${'x'.repeat(keyLength)}needle` };
  const lead = { ...randomLead(createRandom(1), campaign, 1), values };
  await seedLeads(connection.db, campaign, actor, [lead]);

  const found = await idsIn(campaign, { path: 'fields.zip', op: 'contains', value: 'needle' }, storedRow);

  expect(found).toEqual([lead.id]);
});
