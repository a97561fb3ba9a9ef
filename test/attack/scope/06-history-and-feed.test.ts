/**
 * Line 6: history and feed, read by a token that was created after a lead left its scope, or entered it from another vendor's
 * scope. Neither shows the lead's values from when it was not visible, nor its other owner.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change } from '../../support/campaigns.ts';
import type { Client } from '../../support/client.ts';
import { kindsOf, readFeed } from '../../support/feed.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
/** Vendor XYZ's and then Nordic's; Nordic's and then Vendor XYZ's; erased while it was Nordic's. */
let leads: Record<'left' | 'came' | 'erased', string>;
let late: Client;
beforeAll(async () => {
  v = await startVendors();
  const left = (await v.xyz.lead({ ...least, notes: 'xyz wrote this' }, { external_id: 'x-left' })).id;
  await v.whole.patch(`/leads/${left}`, { fields: { source: 'nordic-leads', notes: 'nordic has it now' } });
  await v.nordic.patch(`/leads/${left}`, { fields: { zip: '6000' } });

  const came = (await v.nordic.lead({ ...least, notes: 'nordic wrote this' }, { external_id: 'n-1' })).id;
  await v.nordic.patch(`/leads/${came}`, { external_id: 'n-2', fields: { zip: '6000', phone: '+4520999999' } });
  await v.whole.patch(`/leads/${came}`, {
    external_id: null,
    fields: { source: 'vendor-xyz', notes: 'handed over', phone: null },
  });

  const erased = (await v.xyz.lead({ ...least, notes: 'xyz wrote this too' })).id;
  await v.whole.patch(`/leads/${erased}`, { fields: { source: 'nordic-leads' } });
  await v.nordic.delete(`/leads/${erased}`);
  leads = { left, came, erased };
  late = v.client(await v.token({ filter: 'Vendor XYZ' }));
});
afterAll(() => v.stop());

test('a lead that has left has no history, and its events come without it', async () => {
  expect((await late.get(`/leads/${leads.left}/history`)).status).toBe(404);
  const { events } = await readFeed(late);
  expect(kindsOf(events, leads.left)).toEqual(['created 1', 'left_scope 2']);
  expect(events.filter(({ lead_id }) => lead_id === leads.left).map(({ lead }) => lead)).toEqual([
    undefined,
    undefined,
  ]);
});

test('history and feed begin with the coming of the lead', async () => {
  const history = await late.get(`/leads/${leads.came}/history`);
  expect(history.body.data.map(({ kind, version }) => `${kind} ${version}`)).toEqual(['entered_scope 3']);
  expect(history.body.data[0]?.changes.every(({ from }) => from === null)).toBe(true);
  expect(history.body.data[0]?.changes.map(({ path }) => path)).not.toEqual(
    expect.arrayContaining(['external_id', 'fields.phone']),
  );
  const { events } = await readFeed(late);
  expect(kindsOf(events, leads.came)).toEqual(['entered_scope 3']);
});

test('writes to a hidden lead do not appear, nor do their authors', async () => {
  const texts = [
    JSON.stringify((await readFeed(late)).events),
    (await late.get(`/leads/${leads.came}/history`)).text,
    (await late.get('/leads/export')).text,
  ];
  for (const text of texts) {
    expect(text).not.toMatch(/nordic|xyz wrote|n-1|n-2|20999999|x-left/i);
    expect(text).not.toContain(v.tokens.nordic.id);
  }
});

test('a lead that was erased elsewhere appears only as having left', async () => {
  const { events } = await readFeed(late);
  expect(kindsOf(events, leads.erased)).toEqual(['created 1', 'left_scope 2']);
  expect(kindsOf((await readFeed(v.nordic)).events, leads.erased)).toEqual(['entered_scope 2', 'deleted 3']);
});

test('an erased lead is gone from the events, with the values that filters read', async () => {
  const { rows } = await sql<{ text: string }>`
    select coalesce(before::text, '') || coalesce(after::text, '') as text from lead_events where lead_id = ${leads.erased}`.execute(
    v.db,
  );
  expect(rows.length).toBe(3);
  for (const { text } of rows) {
    expect(text).not.toMatch(/Anna|example\.com|xyz wrote|vendor-xyz|nordic-leads/);
  }
});

test('a filter on what an erasure has taken away tells nothing of the erased', async () => {
  const condition = { not: { path: 'fields.zip', op: 'eq', value: '5000' } };
  await change(
    v.db,
    v.campaign,
    sql`update filters set condition = ${JSON.stringify(condition)} where name = 'Nordic Leads' and campaign_id = ${v.campaign.id}`,
  );
  const { events } = await readFeed(v.client(await v.token({ filter: 'Nordic Leads' })));
  expect(events.length).toBeGreaterThan(2);
  expect(kindsOf(events, leads.erased)).toEqual([]);
});
