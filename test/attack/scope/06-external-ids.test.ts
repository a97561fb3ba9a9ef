/**
 * Line 6: the external id of a hidden lead neither blocks nor shows, whichever operation names it. A duplicate check
 * reveals of a hidden lead only what the admin chose.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change } from '../../support/campaigns.ts';
import type { Answer } from '../../support/client.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

test('two vendors have a lead each under the same external id', async () => {
  const first = await v.nordic.lead(least, { external_id: 'A-1' });
  const second = await v.xyz.lead(least, { external_id: 'A-1' });

  expect((await v.nordic.get('/leads', { external_id: 'A-1' })).body.data.map((l) => l.id)).toEqual([first.id]);
  expect((await v.xyz.get('/leads', { external_id: 'A-1' })).body.data.map((l) => l.id)).toEqual([second.id]);
  expect((await v.broad.get('/leads', { external_id: 'A-1' })).body.data).toHaveLength(2);
});

test('a change takes the external id of a hidden lead, and not that of a visible one', async () => {
  await v.nordic.lead(least, { external_id: 'B-1' });
  await v.xyz.lead(least, { external_id: 'B-2' });
  const { id } = await v.xyz.lead(least);

  expect((await v.xyz.patch(`/leads/${id}`, { external_id: 'B-1' })).status).toBe(200);
  expect(await v.xyz.patch(`/leads/${id}`, { external_id: 'B-2' })).toMatchObject({
    status: 409,
    body: { code: 'external_id_taken' },
  });
});

test('a token that sees both is refused a third', async () => {
  const fields = { ...least, source: 'nordic-leads' };
  await v.nordic.lead(least, { external_id: 'C-1' });
  expect((await v.whole.post('/leads', { external_id: 'C-1', fields })).status).toBe(409);
});

test('setting the external id that the lead has already is no conflict', async () => {
  const { id } = await v.xyz.lead(least, { external_id: 'D-1' });
  expect((await v.xyz.patch(`/leads/${id}`, { external_id: 'D-1' })).body.version).toBe(1);
});

/** Everything that a vendor could compare, without what differs between requests anyway. */
const told = ({ status, text, headers }: Answer) => ({
  status,
  text: text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replaceAll(/hidden|nobody/g, 'name'),
  names: [...headers.keys()].sort(),
});

const ways = {
  create: (name: string) => v.xyz.post('/leads', { external_id: name, fields: { ...least, notes: name } }),
  upsert: (name: string) =>
    v.xyz.request('PUT', `/external-ids/${name}`, { body: { fields: { ...least, notes: name } } }),
  batch: (name: string) =>
    v.xyz.post('/leads/batch', { items: [{ op: 'upsert', external_id: name, fields: { ...least, notes: name } }] }),
  rehearsal: (name: string) =>
    v.xyz.request('POST', '/leads', { query: { dry_run: 'true' }, body: { external_id: name, fields: least } }),
};

test.each(Object.entries(ways))(
  '%s gets the same response whether a hidden lead has the external id or not',
  async (way, write) => {
    await v.nordic.lead(least, { external_id: `hidden-${way}` });
    const answers = [await write(`hidden-${way}`), await write(`nobody-${way}`)].map(told);
    expect(answers[0]).toEqual(answers[1]);
    expect((await v.nordic.get('/leads', { external_id: `hidden-${way}` })).body.data[0]).toMatchObject({ version: 1 });
  },
);

test.each(['visible', 'campaign'])(
  'a duplicate of a hidden lead, reach %s: told is what the admin chose',
  async (reach) => {
    await change(
      v.db,
      v.campaign,
      sql`
    insert into duplicate_rules (campaign_id, fields, match, action, reach, state)
    values (${v.campaign.id}, '{email}', 'any', 'reject', ${reach}, 'ready')
    on conflict (campaign_id) do update set reach = excluded.reach`,
    );
    const email = `hidden-${reach}@example.com`;
    const hidden = await v.nordic.lead({ ...least, email });
    const fields = { ...least, email };
    const asked = (dry: string) => v.xyz.request('POST', '/leads', { query: { dry_run: dry }, body: { fields } });
    const dry = await asked('true');
    const batch = await v.xyz.request('POST', '/leads/batch', {
      query: { dry_run: 'true' },
      body: { items: [{ op: 'create', fields }] },
    });
    const real = await asked('false');
    for (const answer of [dry, batch, real]) expect(answer.text).not.toContain(hidden.id);
    expect([dry.status, real.status]).toEqual(reach === 'visible' ? [201, 201] : [409, 409]);
    if (reach === 'campaign') {
      expect(Object.keys(real.body).sort()).toEqual(['code', 'detail', 'instance', 'status', 'title', 'type']);
      expect(JSON.stringify(batch.body.results)).toContain('duplicate_lead');
    }
  },
);
