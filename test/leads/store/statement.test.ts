/** A statement that is compiled once for a grant is given the values of each request, and is nobody else's. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../src/ids/ids.ts';
import type { LeadStore } from '../../../src/leads/store/store.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

const idsOf = (data: string) => (JSON.parse(`[${data}]`) as { id: string }[]).map(({ id }) => id);
const page = { conditions: [], updated: [], sort: '-created_at', limit: 50, after: undefined } as const;

async function withLeads(filter: string, count: number): Promise<{ store: LeadStore; ids: string[] }> {
  const store = await fixture.store(await fixture.token(filter));
  const ids: string[] = [];
  const source = filter === 'Vendor XYZ' ? 'vendor-xyz' : 'nordic-leads';
  for (let i = 0; i < count; i += 1) {
    const { lead } = await store.create(aLead({ id: newId(Date.now() + i), values: { ...aLead().values, source } }));
    if (!lead) throw new Error('the lead was not created');
    ids.push(lead.id);
  }
  return { store, ids };
}

test('each of many reads at once under one grant gets its own lead', async () => {
  const { store, ids } = await withLeads('Vendor XYZ', 12);
  const found = await Promise.all([...ids, ...ids].map((id) => store.get(id)));
  expect(found.map((lead) => lead?.id)).toEqual([...ids, ...ids]);
});

test('each of many changes at once under one grant changes its own lead to its own value', async () => {
  const { store, ids } = await withLeads('Vendor XYZ', 8);
  const written = await Promise.all(ids.map((id, i) => store.update(id, { values: { notes: `note ${i}` } })));
  expect(written.map(({ lead }) => JSON.parse(lead?.json ?? '{}').fields.notes)).toEqual(
    ids.map((_, i) => `note ${i}`),
  );
});

test('two grants of one campaign do not share a statement: neither sees what is the other’s', async () => {
  const [one, other] = [await withLeads('Vendor XYZ', 2), await withLeads('Nordic Leads', 2)];
  const seen = [await one.store.get(one.ids[0] ?? ''), await one.store.get(other.ids[0] ?? '')];
  expect(seen.map((lead) => lead?.id)).toEqual([one.ids[0], undefined]);
  expect(idsOf((await other.store.list(page)).data)).toEqual(expect.not.arrayContaining(one.ids));
});

test('more sizes and orders of a list than are kept for a grant are each answered as they were asked', async () => {
  const { store, ids } = await withLeads('Vendor XYZ', 14);
  for (let limit = 1; limit <= 14; limit += 1) {
    const newest = idsOf((await store.list({ ...page, limit })).data);
    expect(newest).toEqual(ids.toReversed().slice(0, limit));
    const oldest = idsOf((await store.list({ ...page, sort: 'created_at', limit })).data);
    expect(oldest).toHaveLength(limit);
    expect(oldest).toEqual(oldest.toSorted());
  }
});
