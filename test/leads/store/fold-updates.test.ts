/** Changes of one lead within a batch, folded: each has the outcome, the version and the event that it would have had alone. */

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { KyselyPlugin } from 'kysely';
import { writeBatch } from '../../../src/leads/store/batch.ts';
import type { ItemOutcome } from '../../../src/leads/store/outcome.ts';
import type { LeadPatch } from '../../../src/leads/store/patch-leads.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

const patch = fc.record({
  status: fc.option(fc.constantFrom('new', 'won', 'contacted'), { nil: undefined }),
  values: fc.dictionary(
    fc.constantFrom('zip', 'notes', 'source', 'email'),
    fc.oneof(
      fc.constantFrom<string | null>('5000', 'vendor-xyz', 'nordic-leads', null),
      fc.constant('a "quoted" text'),
    ),
    { maxKeys: 3 },
  ),
  versions: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
  }),
});

/** Without what cannot be equal: ids and times. */
const told = (outcome: ItemOutcome | undefined) => {
  if (!outcome?.lead) return outcome?.refused;
  const { id: _id, created_at: _created, updated_at: _updated, ...lead } = JSON.parse(outcome.lead.json);
  return { lead, version: outcome.lead.version, effect: outcome.effect };
};

test('as one after the other, in and out of scope, under versions that fit and that do not', async () => {
  const store = await fixture.store(await fixture.token('Vendor XYZ'));
  const create = async () =>
    (await store.create(aLead({ values: { name: 'A', source: 'vendor-xyz' } }))).lead?.id ?? '';
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), patch), { minLength: 2, maxLength: 12 }), async (steps) => {
      const [batched, single] = [
        [await create(), await create()],
        [await create(), await create()],
      ];
      const items = steps.map(([which, one]) => ({ update: { ...(one as LeadPatch), id: batched[which] ?? '' } }));

      const together = await store.write(items);
      const alone: ItemOutcome[] = [];
      for (const [which, one] of steps) alone.push(await store.update(single[which] ?? '', one as LeadPatch));

      expect(together.map(told)).toEqual(alone.map(told));
      for (const i of [0, 1])
        expect(await fixture.events(batched[i] ?? '')).toEqual(await fixture.events(single[i] ?? ''));
      for (const i of [0, 1]) {
        const [one, other] = [await store.get(batched[i] ?? ''), await store.get(single[i] ?? '')];
        expect(told({ lead: one, effect: 'nothing' } as never)).toEqual(
          told({ lead: other, effect: 'nothing' } as never),
        );
        const last = together.findLast(
          (outcome) => outcome.lead?.id === batched[i] && outcome.lead?.version === one?.version,
        );
        if (last?.lead) expect(last.lead.json).toBe(one?.json);
      }
    }),
    { numRuns: 60 },
  );
});

test('a thousand changes of one lead take as many statements as ten', async () => {
  const token = await fixture.token();
  const grant = await fixture.grant(token);
  const store = await fixture.store(token);
  const statements = async (count: number) => {
    const { lead } = await store.create(aLead({ values: { name: 'A', source: 'vendor-xyz' } }));
    const items = Array.from({ length: count }, (_, i) => ({
      update: { id: lead?.id ?? '', values: { notes: `${i}` } },
    }));
    let asked = 0;
    const counting: KyselyPlugin = {
      transformQuery({ node }) {
        asked += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const outcomes = await writeBatch(fixture.leads.withPlugin(counting), grant, items);
    expect(outcomes.at(-1)?.lead?.version).toBe(count + 1);
    expect((await fixture.events(lead?.id ?? '')).length).toBe(count + 1);
    return asked;
  };
  expect(await statements(1_000)).toBe(await statements(10));
});
