/** The promise of a list: a walk through its pages while sixteen others write has each lead that is left alone exactly once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom } from '../../src/demo/random.ts';
import { newId } from '../../src/ids/ids.ts';
import { seedLeads } from '../../src/leads/store/insert-leads.ts';
import { seed } from '../support/draws/seed.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
/** Leads of Vendor XYZ: some are never written again, the others all the time. */
let still: string[];
let moved: string[];
beforeAll(async () => {
  v = await startVendors();
  const made = Array.from({ length: 240 }, (_, i) => ({
    id: newId(Date.now() - 240_000 + i * 1_000),
    createdAt: Date.now() - 240_000 + i * 1_000,
    status: 'new',
    externalId: null,
    values: { ...least, source: 'vendor-xyz', zip: '5000' },
  }));
  await seedLeads(v.db, v.campaign, { kind: 'system', id: null }, made);
  still = made.filter((_, i) => i % 2 === 0).map(({ id }) => id);
  moved = made.filter((_, i) => i % 2 === 1).map(({ id }) => id);
});
afterAll(() => v.stop());

test.each(['-created_at', 'created_at', '-updated_at', 'updated_at'])(
  'a list in the order of %s is complete',
  async (sort) => {
    // Without an end, a walk by ascending change would follow the writers for as long as they write.
    const end = new Date().toISOString();
    let walking = true;
    const random = createRandom(seed);
    const writers = Array.from({ length: 16 }, async () => {
      while (walking) {
        const id = random.pick(moved);
        const turn = random.whole(0, 3);
        if (turn === 0) await v.whole.lead({ ...least, source: 'vendor-xyz' });
        else if (turn === 1) await v.whole.patch(`/leads/${id}`, { fields: { source: 'nordic-leads' } });
        else
          await v.whole.patch(`/leads/${id}`, {
            fields: { source: 'vendor-xyz', notes: String(random.whole(0, 1e6)) },
          });
      }
    });
    const walks = await Promise.all([30].map((limit) => v.xyz.walk({ sort, limit, 'updated_at.lt': end }))).finally(
      () => {
        walking = false;
      },
    );
    await Promise.all(writers);

    for (const { leads } of walks) {
      const seen = leads.map(({ id }) => id).filter((id) => still.includes(id));
      expect({
        seed,
        twice: seen.length - new Set(seen).size,
        missing: still.filter((id) => !seen.includes(id)),
      }).toEqual({
        seed,
        twice: 0,
        missing: [],
      });
      expect(leads.every(({ fields }) => fields.source === 'vendor-xyz')).toBe(true);
    }
  },
);
