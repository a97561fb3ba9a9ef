/**
 * Line 2: no list shows a hidden lead, and hidden leads change no response. Each request goes to two campaigns that differ
 * only in hidden leads.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { newId } from '../../../src/ids/ids.ts';
import { insertCampaign, insertToken, solarPlan } from '../../support/campaigns.ts';
import { type Body, type Client, client } from '../../support/client.ts';
import { readFeed } from '../../support/feed.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
/** Vendor XYZ in a campaign with its leads only, and in a campaign that has Nordic's leads too. */
let alone: Client;
let beside: Client;

beforeAll(async () => {
  v = await startVendors();
  const { db, accountId, server } = v;
  const clientIn = async (slug: string) => {
    const campaign = await insertCampaign(db, accountId, { ...solarPlan, slug });
    const token = await insertToken(db, server.vault, { accountId, campaign, filter: 'Vendor XYZ' });
    return { api: client(server, token, slug), id: campaign.id };
  };
  const one = await clientIn('alone');
  const two = await clientIn('beside');
  for (let i = 0; i < 8; i += 1) {
    const lead = {
      external_id: `x-${i}`,
      status: i % 3 ? 'new' : 'won',
      fields: {
        name: `Lead ${i}`,
        email: `lead${i % 4}@example.com`,
        phone: `+452012345${i}`,
        zip: String(5000 + (i % 3)),
        roof_area: 10 * i + 1,
        household_size: (i % 4) + 1,
        owns_home: i % 2 === 0,
        visit_date: `2026-12-0${i + 1}`,
        call_from: `0${i}:30`,
        callback_at: `2026-12-01T0${i}:00:00Z`,
      },
    };
    await one.api.post('/leads', lead);
    const { body } = await two.api.post('/leads', lead);
    // For each lead a twin that belongs to Nordic, with the same values, right before and right after it.
    for (const offset of [-1, 1]) {
      await sql`
        insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, n1, n2)
        select campaign_id, ${newId(Date.parse(body.created_at) + offset)}, status, external_id, version, created_at, updated_at,
          values || '{"source": "nordic-leads"}', ${twinKeys('beside')}
        from leads where campaign_id = ${two.id} and id = ${body.id}`.execute(db);
    }
  }
  alone = one.api;
  beside = two.api;
});
afterAll(() => v.stop());

/** The twin's key columns: those of the lead, except for the column with the source. */
function twinKeys(_slug: string) {
  const names = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10'];
  return sql.join([
    ...names.map(
      (name) => sql`case when ${sql.ref(name)} = 'vendor-xyz' then 'nordic-leads' else ${sql.ref(name)} end`,
    ),
    sql`n1`,
    sql`n2`,
  ]);
}

const filters: readonly Record<string, string>[] = [
  {},
  { status: 'new' },
  { status: 'new,won,lost' },
  { external_id: 'x-3' },
  { external_id: 'none' },
  { 'fields.source': 'vendor-xyz' },
  { 'fields.email': 'lead1@example.com' },
  { 'fields.phone': '+4520123453' },
  { 'fields.zip': '5001' },
  { 'fields.zip.gte': '5001', 'fields.zip.lt': '5002' },
  { 'fields.roof_area.gt': '21', 'fields.roof_area.lte': '61' },
  { 'fields.household_size': '2' },
  { 'fields.owns_home': 'true' },
  { 'fields.visit_date.gte': '2026-12-03' },
  { 'fields.call_from.gte': '03:30' },
  { 'fields.callback_at.lt': '2026-12-01T05:00:00+01:00' },
  { 'created_at.gte': '2020-01-01T00:00:00Z' },
  { 'created_at.lt': '2020-01-01T00:00:00Z' },
  { 'updated_at.gt': '2020-01-01T00:00:00Z' },
];
const sorts = ['-created_at', 'created_at', '-updated_at', 'updated_at'];

async function asked(
  api: Client,
  query: Record<string, string | number>,
): Promise<{ pages: number; leads: Record<string, unknown>[] }> {
  const { leads, pages } = await api.walk(query);
  return { pages, leads: leads.map(({ external_id, fields, status }) => ({ external_id, status, ...fields })) };
}

test.each(filters)(
  'the list with %j is the same with and without hidden leads, in every order and size',
  async (query) => {
    const counts = new Set<number>();
    for (const sort of sorts) {
      for (const limit of [2, 200]) {
        const [first, second] = await Promise.all([
          asked(alone, { ...query, sort, limit }),
          asked(beside, { ...query, sort, limit }),
        ]);
        expect(second).toEqual(first);
        expect(second.leads.every((lead) => lead.source === 'vendor-xyz')).toBe(true);
        counts.add(first.leads.length);
      }
    }
    const counted = await Promise.all([alone, beside].map((api) => api.get('/leads/count', query)));
    for (const { text } of counted) expect(JSON.parse(text)).toEqual({ count: [...counts][0], exact: true });
    const exported = await Promise.all(
      [alone, beside].map(async (api) => {
        const { text } = await api.get('/leads/export', query, { accept: 'application/x-ndjson' });
        const leads = text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Body);
        return leads.map(({ external_id, fields, status }) => ({ external_id, status, ...fields }));
      }),
    );
    expect(exported[1]).toEqual(exported[0]);
    expect(exported[0]?.length).toBe([...counts][0]);
    expect(counts.size).toBe(1);
  },
);

test("asking for the other vendor's source is refused alike, and tells only of one's own", async () => {
  const hide = (text: string) => text.replace(/"instance":"[^"]*"/, '');
  const [first, second] = await Promise.all(
    [alone, beside].map((api) => api.get('/leads', { 'fields.source': 'nordic-leads' })),
  );
  expect(first?.status).toBe(400);
  expect(hide(second?.text ?? '')).toBe(hide(first?.text ?? 'none'));
  expect(first?.body.errors).toMatchObject([{ parameter: 'fields.source', allowed: ['vendor-xyz'] }]);
  const refused = await beside.get('/leads/count', { 'fields.source': 'nordic-leads' });
  expect(refused.body.errors).toEqual(first?.body.errors);
});

test('the feed is the same with and without what happens to hidden leads', async () => {
  const { rows } = await sql<{ campaign_id: string; id: string }>`
    select l.campaign_id, l.id from leads l join campaigns c on c.id = l.campaign_id
    where c.slug = 'beside' and l.values ->> 'source' = 'nordic-leads'`.execute(v.db);
  expect(rows.length).toBeGreaterThan(10);
  for (const { campaign_id, id } of rows) {
    await sql`
      insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, before, after)
      select campaign_id, id, n, case n when 1 then 'created' else 'updated' end, clock_timestamp(), 'system',
        case when n > 1 then jsonb_build_object('status', status, 'external_id', external_id, 'values', values) end,
        jsonb_build_object('status', status, 'external_id', external_id, 'values', values)
      from leads, generate_series(1, 3) n where campaign_id = ${campaign_id} and id = ${id}`.execute(v.db);
  }
  const told = async (api: Client, limit: number) =>
    (await readFeed(api, undefined, limit)).events.map(({ kind, version, lead }) => ({
      kind,
      version,
      external_id: lead?.external_id,
      fields: lead?.fields,
    }));
  for (const limit of [1, 3, 1_000]) {
    const [first, second] = await Promise.all([told(alone, limit), told(beside, limit)]);
    expect(second).toEqual(first);
    expect(first.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'created'));
  }
});
