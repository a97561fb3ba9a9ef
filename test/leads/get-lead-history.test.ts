/** `getLeadHistory`: the changes and their actors, for a broad token, and for a vendor, who sees less. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change } from '../support/campaigns.ts';
import type { Body, Client } from '../support/client.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

async function historyOf(api: Client, id: string): Promise<readonly Body[]> {
  const answer = await api.get(`/leads/${id}/history`);
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.anything()]);
  return answer.body.data;
}

const paths = (entry: Body | undefined) => entry?.changes.map(({ path, from, to }) => [path, from, to]);

test('200: the history shows the changes of each version, newest first, with empty values as null', async () => {
  const { id } = await v.xyz.lead({ ...least, roof_area: 12.5, interests: ['battery'] }, { external_id: 'H-1' });
  await v.xyz.patch(`/leads/${id}`, { status: 'won', fields: { roof_area: null, zip: '5000' } });
  const before = Date.now();
  await v.xyz.patch(`/leads/${id}`, { external_id: null, fields: { interests: ['battery', 'charger'] } });
  const after = Date.now();
  await v.xyz.patch(`/leads/${id}`, { status: 'won' });

  const entries = await historyOf(v.xyz, id);

  expect(entries.map(({ kind, version }) => [kind, version])).toEqual([
    ['updated', 3],
    ['updated', 2],
    ['created', 1],
  ]);
  expect(paths(entries[0])).toEqual([
    ['external_id', 'H-1', null],
    ['fields.interests', ['battery'], ['battery', 'charger']],
  ]);
  expect(paths(entries[1])).toEqual([
    ['status', 'new', 'won'],
    ['fields.zip', null, '5000'],
    ['fields.roof_area', 12.5, null],
  ]);
  expect(paths(entries[2])).toEqual(
    expect.arrayContaining([
      ['status', null, 'new'],
      ['external_id', null, 'H-1'],
      ['fields.name', null, 'Anna'],
      ['fields.language', null, 'da'],
      ['fields.source', null, 'vendor-xyz'],
    ]),
  );
  const now = (await v.xyz.get(`/leads/${id}`)).body;
  for (const at of [entries[0]?.at ?? '', now.updated_at]) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(at)).toBeLessThanOrEqual(after);
  }
});

test('200: a broad token gets names, any other learns that it was another integration or a member', async () => {
  const { id } = await v.xyz.lead(least);
  await v.whole.patch(`/leads/${id}`, { fields: { zip: '5000' } });
  await v.broad.patch(`/leads/${id}`, { fields: { zip: '5001' } });
  const member = { id: '0199c000-0000-7000-8000-0000000000d1', name: 'Mia Admin' };
  await sql`insert into members (id, account_id, email, name, role, password_hash, created_at)
    values (${member.id}, ${v.accountId}, 'mia@example.com', ${member.name}, 'admin', '', now())`.execute(v.db);
  await sql`insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
    select campaign_id, lead_id, 4, kind, at, 'member', ${member.id}::uuid, after, after from lead_events where lead_id = ${id} and version = 3
    union all
    select campaign_id, lead_id, 5, kind, at, 'system', null, after, after from lead_events where lead_id = ${id} and version = 3`.execute(
    v.db,
  );
  const actors = async (api: Client) => (await historyOf(api, id)).map(({ actor }) => `${actor.kind}: ${actor.name}`);

  expect(await actors(v.broad)).toEqual([
    'system: the service',
    'member: Mia Admin',
    'this_token: account',
    'other_token: campaign',
    'other_token: Vendor XYZ',
  ]);
  for (const api of [v.xyz, v.whole]) expect((await actors(api)).join()).not.toMatch(/Mia|Vendor|account|campaign/);
  expect(await actors(v.xyz)).toEqual([
    'system: the service',
    'member: a member',
    'other_token: another integration',
    'other_token: another integration',
    'this_token: this token',
  ]);
});

test('200: the history begins for a vendor where the lead last came into its scope, and shows it as it came', async () => {
  const { id } = await v.xyz.lead({ ...least, notes: 'first' });
  await v.whole.patch(`/leads/${id}`, { fields: { source: 'nordic-leads' } });
  await v.nordic.patch(`/leads/${id}`, { fields: { notes: 'of nordic alone', zip: '5000' } });
  await v.whole.patch(`/leads/${id}`, { fields: { source: 'vendor-xyz', notes: 'back' } });
  await v.xyz.patch(`/leads/${id}`, { status: 'won' });

  const entries = await historyOf(v.xyz, id);

  expect(entries.map(({ kind, version }) => [kind, version])).toEqual([
    ['updated', 5],
    ['entered_scope', 4],
  ]);
  expect(entries[1]?.changes.every(({ from }) => from === null)).toBe(true);
  expect(paths(entries[1])).toEqual(
    expect.arrayContaining([
      ['fields.notes', null, 'back'],
      ['fields.zip', null, '5000'],
      ['fields.name', null, 'Anna'],
    ]),
  );
  expect(JSON.stringify(entries)).not.toMatch(/nordic|first/);
  expect((await historyOf(v.broad, id)).map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
});

test('200: pages meet without a gap, also while new versions come', async () => {
  const { id } = await v.xyz.lead(least);
  for (let i = 0; i < 4; i += 1) await v.xyz.patch(`/leads/${id}`, { fields: { zip: `500${i}` } });
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 2, ...(cursor !== null && { cursor }) };
    const { body }: { body: Body } = await v.xyz.get(`/leads/${id}/history`, query);
    seen.push(...body.data.map(({ version }) => version));
    cursor = body.next_cursor;
    await v.xyz.patch(`/leads/${id}`, { fields: { notes: String(seen.length) } });
  } while (cursor !== null);
  expect(seen).toEqual([5, 4, 3, 2, 1]);
});

test('200: values of a removed field are not shown', async () => {
  const { id } = await v.xyz.lead({ ...least, website: 'https://example.com/' });
  await change(
    v.db,
    v.campaign,
    sql`update fields set removed_at = now() where key = 'website' and campaign_id = ${v.campaign.id}`,
  );
  expect(JSON.stringify(await historyOf(v.xyz, id))).not.toContain('example.com/');
});

test('400: a cursor of another lead, of a list or of another token is refused', async () => {
  const { id } = await v.xyz.lead(least);
  const other = await v.xyz.lead(least);
  for (const each of [id, other.id]) await v.xyz.patch(`/leads/${each}`, { status: 'lost' });
  const cursorOf = async (api: Client, path: string) => (await api.get(path, { limit: 1 })).body.next_cursor ?? '';
  const foreign = [
    await cursorOf(v.xyz, `/leads/${other.id}/history`),
    await cursorOf(v.whole, `/leads/${id}/history`),
    await cursorOf(v.xyz, '/leads'),
    'x',
  ];
  for (const cursor of foreign) {
    const answer = await v.xyz.get(`/leads/${id}/history`, { cursor });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
  }
  expect(errorsOf(await v.xyz.get(`/leads/${id}/history`, { limit: 201, sort: 'at' }))).toEqual([
    'limit maximum',
    'sort unknown',
  ]);
});

test('404: a lead that was deleted has no history', async () => {
  const { id } = await v.xyz.lead(least);
  await v.xyz.delete(`/leads/${id}`);
  for (const api of [v.xyz, v.broad]) expect((await api.get(`/leads/${id}/history`)).status).toBe(404);
});
