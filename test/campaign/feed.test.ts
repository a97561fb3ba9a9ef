/**
 * The change feed agrees with the evaluator in the process: for random campaigns, scopes and writes, a copy that only reads
 * the feed has exactly the leads that match the condition, in their newest state, at every stage.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { grantOfMember } from '../../src/access/grant.ts';
import { holds } from '../../src/campaign/condition/evaluate.ts';
import type { Campaign, FieldValue } from '../../src/campaign/definition.ts';
import { type Connection, connect } from '../../src/database/connection.ts';
import { newId } from '../../src/ids/ids.ts';
import { numberEvents } from '../../src/leads/store/feed-ends.ts';
import { type ChangesQuery, leadChanges } from '../../src/leads/store/lead-changes.ts';
import { bindLeadStore } from '../../src/leads/store/store.ts';
import { withLeads } from '../../src/leads/store/tables.ts';
import type { Body } from '../support/client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { everySeed, randomCampaign, randomCondition, randomLead } from '../support/draws/arbitraries.ts';
import { Mirror } from '../support/feed.ts';

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

async function freshCampaign(made: Campaign): Promise<Campaign> {
  const campaign = { ...made, id: newId() };
  await connection.db
    .insertInto('campaign_heads')
    .values({ campaign_id: campaign.id, epoch: 1, revision: 1 })
    .execute();
  return campaign;
}

test('a copy that only reads the feed has the leads that match the condition', async () => {
  const told: Record<string, number> = {};
  await everySeed(25, async (random) => {
    const campaign = await freshCampaign({ ...randomCampaign(random), removedFields: [] });
    // The feed reports a deleted lead by the paths that filters use, so the condition must be a filter.
    const condition = randomCondition(random, campaign);
    const filters = [{ id: newId(), name: 'Scope', condition }];
    const whole = bindLeadStore(connection.db, grantOfMember(actor, { ...campaign, filters }, 'read_write'));
    const scoped = grantOfMember(actor, campaign, 'read', condition);
    const mirror = new Mirror();
    const present = new Map<string, Body>();
    let place: ChangesQuery['after'] = 'oldest';

    for (let step = 0; step < 40; step += 1) {
      const draft = { ...randomLead(random, campaign, step), externalId: null };
      const known = present.size > 4 && random.chance(0.75) ? random.pick([...present.keys()]) : undefined;
      if (known === undefined) {
        const { lead } = await whole.create(draft);
        if (lead) present.set(lead.id, JSON.parse(lead.json) as Body);
      } else if (random.chance(0.2)) {
        await whole.delete({ id: known, versions: undefined });
        present.delete(known);
      } else {
        const { lead } = await whole.update(known, { status: draft.status, values: draft.values });
        if (lead) present.set(lead.id, JSON.parse(lead.json) as Body);
      }
      if (step % 5 !== 4) continue;

      while ((await numberEvents(connection.db, campaign.id)) > 0);
      for (;;) {
        const looked = await leadChanges(withLeads(connection.db), scoped, {
          after: place,
          limit: random.pick([1, 3, 100]),
        });
        place = looked.place;
        const events = JSON.parse(`[${looked.data}]`) as Body[];
        for (const { kind } of events) told[kind] = (told[kind] ?? 0) + 1;
        mirror.apply(events);
        if (!looked.more && events.length === 0) break;
      }
      const expected = [...present.values()].filter((lead) => holds(campaign, condition, stateOf(campaign, lead)));
      expect({ condition, leads: mirror.sorted() }).toEqual({
        condition,
        leads: expected.sort((a, b) => (a.id < b.id ? -1 : 1)),
      });
    }
  });
  // If a kind of change never occurred, the run would prove nothing about it.
  expect(Object.keys(told).sort()).toEqual(['created', 'deleted', 'entered_scope', 'left_scope', 'updated']);
});

/** The state that conditions read. A removed field is not shown, so a response does not have it. */
function stateOf(campaign: Campaign, lead: Body) {
  if (campaign.removedFields.length > 0) throw new Error('a removed field would not be seen');
  const values = Object.entries(lead.fields).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return {
    status: String(lead.status),
    external_id: lead.external_id,
    created_at: lead.created_at,
    values: Object.fromEntries(values) as Record<string, FieldValue>,
  };
}
