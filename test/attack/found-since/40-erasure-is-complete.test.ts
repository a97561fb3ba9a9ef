/** Line 40: an erased lead leaves no value behind, whatever filters read, and every reader still learns that it is gone. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CampaignPlan, TestToken } from '../../support/campaigns.ts';
import { solarPlan } from '../../support/campaigns.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

/** Filters that read values that a person may want erased. */
const plan: CampaignPlan = {
  ...solarPlan,
  filters: [
    { name: 'by e-mail', condition: { all: [{ path: 'fields.email', op: 'contains', value: '@example.com' }] } },
    { name: 'by phone', condition: { any: [{ path: 'fields.phone', op: 'starts_with', value: '+452012' }] } },
    { name: 'by name', condition: { not: { path: 'fields.name', op: 'eq', value: 'Nobody' } } },
    { name: 'by external id', condition: { all: [{ path: 'external_id', op: 'is_not_empty' }] } },
    { name: 'by status', condition: { all: [{ path: 'status', op: 'eq', value: 'new' }] } },
  ],
};

let v: Vendors;
const readers: Record<string, TestToken> = {};
beforeAll(async () => {
  v = await startVendors(plan);
  for (const { name } of plan.filters ?? []) readers[name] = await v.token({ filter: name });
});
afterAll(() => v.stop());

const secrets = ['Kim Secretly', 'kim.secretly@example.com', '+4520123456', 'external-secret-1'];
const fields = { source: 'vendor-xyz', name: 'Kim Secretly', email: 'kim.secretly@example.com', phone: '+4520123456' };

async function everythingStored(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`.execute(v.db);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} t`.execute(v.db);
    texts.push(...rows.map(({ text }) => `${name} ${text}`));
  }
  return texts.join('\n');
}

const feedOf = async (token: TestToken, cursor?: string) => {
  const { body } = await v.client(token).get('/leads/changes', cursor === undefined ? {} : { cursor });
  return { kinds: body.data.map(({ kind }) => kind), next: body.next_cursor as string, body };
};

test('no table keeps a value of an erased lead, and each reader that saw it learns once that it is gone', async () => {
  const cursors = new Map<string, string>();
  for (const [name, token] of Object.entries(readers)) cursors.set(name, (await feedOf(token)).next);
  const lead = await v.whole.lead(fields, { external_id: 'external-secret-1', status: 'new' });
  await v.whole.request('PUT', '/external-ids/external-secret-1', {
    body: { fields: { notes: 'Kim Secretly called' } },
    headers: { 'Idempotency-Key': 'k-1' },
  });
  await v.whole.patch(`/leads/${lead.id}`, { status: 'won' });
  for (const secret of secrets) expect(await everythingStored()).toContain(secret);

  expect((await v.whole.delete(`/leads/${lead.id}`)).status).toBe(204);

  const stored = await everythingStored();
  for (const secret of secrets) expect(stored).not.toContain(secret);
  for (const [name, token] of Object.entries(readers)) {
    const { kinds } = await feedOf(token, cursors.get(name));
    const told =
      name === 'by status' ? ['created', 'updated', 'left_scope'] : ['created', 'updated', 'updated', 'deleted'];
    expect([name, kinds]).toEqual([name, told]);
    // Also from the start of the feed, because the states are judged by what was kept of them.
    expect([name, (await feedOf(token)).kinds]).toEqual([name, told]);
  }
});

test('a lead that no reader of a filter saw is not told of by its erasure', async () => {
  const cursor = (await feedOf(readers['by phone'] as TestToken)).next;
  const lead = await v.whole.lead({ ...fields, phone: '+4520999999' });
  await v.whole.delete(`/leads/${lead.id}`);
  expect((await feedOf(readers['by phone'] as TestToken, cursor)).kinds).toEqual([]);
});

test('a filter that was made after an erasure tells nothing of the lead', async () => {
  const lead = await v.whole.lead(fields);
  await v.whole.delete(`/leads/${lead.id}`);
  await sql`update filters set condition = ${JSON.stringify({
    all: [{ path: 'fields.name', op: 'eq', value: 'Kim Secretly' }],
  })}::jsonb where name = 'by name'`.execute(v.db);
  await sql`update campaign_heads set epoch = epoch + 1`.execute(v.db);
  expect((await feedOf(readers['by name'] as TestToken)).kinds).toEqual([]);
});
