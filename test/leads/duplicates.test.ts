/** The duplicate check: which leads are equal, what each token learns, and that two simultaneous duplicates are not both accepted. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { grantOfMember } from '../../src/access/grant.ts';
import { loadCampaign } from '../../src/campaign/load.ts';
import { newId } from '../../src/ids/ids.ts';
import { fillMatchKeys } from '../../src/leads/store/campaign-wide/fill-keys.ts';
import { insertStatement } from '../../src/leads/store/insert-leads.ts';
import { change } from '../support/campaigns.ts';
import type { Body } from '../support/client.ts';
import { onOneServer } from '../support/cluster/one-server.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());
afterEach(() => setRule(undefined));

interface Rule {
  readonly fields: readonly string[];
  readonly match?: 'any' | 'all';
  readonly days?: number | null;
  readonly action?: 'reject' | 'flag';
  readonly reach?: 'visible' | 'campaign';
}

async function setRule(rule: Rule | undefined): Promise<void> {
  const { id } = v.campaign;
  const { fields = [], match = 'any', days = null, action = 'reject', reach = 'visible' } = rule ?? {};
  await change(v.db, v.campaign, sql`delete from duplicate_rules where campaign_id = ${id}`);
  if (!rule) return;
  await change(
    v.db,
    v.campaign,
    sql`insert into duplicate_rules (campaign_id, fields, match, within_days, action, reach, state)
      values (${id}, ${fields}, ${match}, ${days}, ${action}, ${reach}, 'filling')`,
  );
  expect(await fillMatchKeys(v.db)).toBe(1);
}

let people = 0;
const person = (rest: Record<string, unknown> = {}) => {
  people += 1;
  return { name: `Person ${people}`, email: `person-${people}@example.com`, ...rest };
};
const post = (fields: Record<string, unknown>, api = v.xyz) => api.post('/leads', { fields });

describe('what counts as the same', () => {
  test.each([
    ['email', 'Anna@Example.com', 'anna@EXAMPLE.com'],
    ['phone', '20 12 34 56', '+45 20123456'],
    ['name', 'Straße 1', '  STRASSE 1 '],
    ['name', 'Zoë', 'ZOE\u0308'],
    ['household_size', 3, 3],
    ['roof_type', 'tile', 'tile'],
  ])('equal leads by %s are %j and %j', async (field, first, second) => {
    await setRule({ fields: [field] });
    const made = await post(person({ [field]: first }));
    expect(made.status).toBe(201);
    const again = await post(person({ [field]: second }));
    expect(again).toMatchObject({ status: 409, body: { code: 'duplicate_lead', duplicate_of: made.body.id } });
    await v.xyz.delete(`/leads/${made.body.id}`);
    expect((await post(person({ [field]: second }))).status).toBe(201);
  });

  test('empty never matches', async () => {
    await setRule({ fields: ['phone', 'zip'] });
    expect((await post(person())).status).toBe(201);
    expect((await post(person({ phone: null, zip: null }))).status).toBe(201);
  });

  test('any: one equal field is enough; all: every one must be equal, and not empty', async () => {
    const one = person({ phone: '20111111', zip: '5000' });
    await setRule({ fields: ['phone', 'zip'], match: 'any' });
    expect((await post(one)).status).toBe(201);
    expect((await post(person({ phone: '20111111' }))).status).toBe(409);
    await setRule({ fields: ['phone', 'zip'], match: 'all' });
    expect((await post(person({ phone: '20111111', zip: '8000' }))).status).toBe(201);
    expect((await post(person({ phone: '20111111' }))).status).toBe(201);
    expect((await post(person({ phone: '20111111', zip: '5000' }))).status).toBe(409);
  });

  test('only so many days back', async () => {
    await setRule({ fields: ['email'], days: 30 });
    const created = new Date(Date.now() - 31 * 86_400_000);
    const old = person();
    const { id } = await v.xyz.lead(old);
    await sql`update leads set id = ${newId(created.getTime())}, created_at = ${created} where id = ${id}`.execute(
      v.db,
    );
    expect((await post(old)).status).toBe(201);
    expect((await post(old)).status).toBe(409);
  });

  test('a lead is found by what it was changed to, and not by what it was', async () => {
    await setRule({ fields: ['email'] });
    const { id } = await v.xyz.lead(person({ email: 'before@example.com' }));
    await v.xyz.patch(`/leads/${id}`, { fields: { email: 'after@example.com' } });
    expect((await post(person({ email: 'after@example.com' }))).body.duplicate_of).toBe(id);
    expect((await post(person({ email: 'before@example.com' }))).status).toBe(201);
  });

  test('leads from before the rule are found once it is ready', async () => {
    const { id } = await v.xyz.lead(person({ email: 'older@example.com' }));
    await setRule({ fields: ['email'] });
    expect((await post(person({ email: 'OLDER@example.com' }))).body.duplicate_of).toBe(id);
  });
});

describe('what happens then', () => {
  test('flag: it is stored, the answer names the other, and no later one does', async () => {
    await setRule({ fields: ['email'], action: 'flag' });
    const fields = person();
    const first = await post(fields);
    expect(first.body).not.toHaveProperty('duplicate_of');
    const second = await post(fields);
    expect(second).toMatchObject({ status: 201, body: { duplicate_of: first.body.id } });
    expect((await v.xyz.get(`/leads/${second.body.id}`)).body).not.toHaveProperty('duplicate_of');
  });

  test('a duplicate of a hidden lead, reach visible: accepted as if it were alone, and marked for the admin', async () => {
    await setRule({ fields: ['email'] });
    const fields = person();
    const hidden = await v.nordic.lead(fields);
    const answer = await post(fields);
    expect(answer.status).toBe(201);
    expect(answer.text).not.toContain(hidden.id);
    const path = `/campaigns/${v.campaign.slug}/leads`;
    expect((await admin.call(`GET ${path}/${answer.body.id}`)).body.duplicate_of).toBe(hidden.id);
    const { data } = (await admin.call(`GET ${path}?limit=2`)).body;
    expect(data.map(({ id, duplicate_of }: Body) => [id, duplicate_of])).toEqual([
      [answer.body.id, hidden.id],
      [hidden.id, undefined],
    ]);
    expect((await v.xyz.get(`/leads/${answer.body.id}`)).text).not.toContain('duplicate_of');
    expect((await v.xyz.get('/leads', { limit: 1 })).text).not.toContain('duplicate_of');
  });

  test('flag: a dry run names an existing duplicate, but does not say that there will be no duplicate', async () => {
    await setRule({ fields: ['email'], action: 'flag' });
    const fields = person();
    const { id } = await v.xyz.lead(fields);
    const planned = await v.xyz.post('/leads?dry_run=true', { fields });
    expect(planned.body).toMatchObject({ duplicate_of: id });
    const [other, new1] = [person(), { op: 'create', fields }];
    const items = [{ op: 'create', fields: other }, { op: 'create', fields: other }, new1];
    const { results } = (await v.xyz.post('/leads/batch?dry_run=true', { items })).body as unknown as {
      results: { lead: Body }[];
    };
    expect(results.map(({ lead }) => lead.duplicate_of)).toEqual([undefined, undefined, id]);
  });

  test('a hidden one, reach campaign: refused without a word of it', async () => {
    await setRule({ fields: ['email'], reach: 'campaign' });
    const fields = person();
    const hidden = await v.nordic.lead(fields);
    const answer = await post(fields);
    expect(answer).toMatchObject({ status: 409, body: { code: 'duplicate_lead' } });
    expect(answer.body).not.toHaveProperty('duplicate_of');
    expect(answer.text).not.toContain(hidden.id);
    expect((await post({ ...fields, source: 'vendor-xyz' }, v.whole)).body.duplicate_of).toBe(hidden.id);
  });

  test('flag, reach campaign: a hidden one is not told', async () => {
    await setRule({ fields: ['email'], reach: 'campaign', action: 'flag' });
    const fields = person();
    await v.nordic.lead(fields);
    const answer = await post(fields);
    expect([answer.status, 'duplicate_of' in answer.body]).toEqual([201, false]);
  });

  test('an upsert that creates is measured, one that changes is not', async () => {
    await setRule({ fields: ['email'] });
    const fields = person();
    const put = (name: string) => v.xyz.request('PUT', `/external-ids/${name}`, { body: { fields } });
    expect([(await put('dup-1')).status, (await put('dup-1')).status, (await put('dup-2')).status]).toEqual([
      201, 200, 409,
    ]);
  });

  test('a dry run gets the same answer, and leaves nothing', async () => {
    await setRule({ fields: ['email'] });
    const fields = person();
    const dry = () => v.xyz.request('POST', '/leads', { query: { dry_run: 'true' }, body: { fields } });
    expect((await dry()).headers.get('dry-run')).toBe('create');
    expect((await dry()).headers.get('dry-run')).toBe('create');
    await v.xyz.lead(fields);
    expect((await dry()).body.code).toBe('duplicate_lead');
  });

  test('within a batch each item sees those before it', async () => {
    await setRule({ fields: ['email', 'phone'] });
    const kept = await v.xyz.lead(person({ email: 'kept@example.com' }));
    const one = person({ phone: '20222222' });
    const { body } = await v.xyz.post('/leads/batch', {
      items: [
        { op: 'create', fields: one },
        { op: 'create', fields: person({ phone: '20222222' }) },
        { op: 'create', fields: person({ email: 'kept@example.com' }) },
        { op: 'update', id: kept.id, fields: { email: 'other@example.com' } },
        { op: 'create', fields: person({ email: 'kept@example.com' }) },
        { op: 'create', fields: person({ email: 'other@example.com' }) },
        { op: 'create', fields: person() },
      ],
    });
    expect((body.results as Body[]).map((result) => result.status)).toEqual([201, 409, 409, 200, 201, 409, 201]);
  });
});

test('one of fifty equal creations at once passes, also where the equal field is not the same one', async () => {
  await setRule({ fields: ['email', 'phone'] });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      post(
        person(
          i % 2
            ? { email: 'crowd@example.com', phone: '20333333' }
            : { email: 'CROWD@example.com', phone: '20 33 33 33' },
        ),
      ),
    ),
  );
  expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
  expect(answers.filter((a) => a.body.code === 'duplicate_lead')).toHaveLength(49);
});

onOneServer('it is about the plan of the whole statement')(
  'the look is an index probe, also among many leads of which the planner has not heard yet',
  async () => {
    await setRule({ fields: ['email', 'phone'] });
    await sql`insert into leads (campaign_id, id, status, version, created_at, updated_at, values, match_keys, t1)
    select ${v.campaign.id}::uuid, gen_random_uuid(), 'new', 1, now(), now(), '{"source":"vendor-xyz"}',
      jsonb_build_object('email', md5(i::text)), 'vendor-xyz'
    from generate_series(1, 50000) i`.execute(v.db);
    const campaign = await loadCampaign(v.db, { id: v.campaign.id });
    if (!campaign) throw new Error('the campaign is gone');
    const scope = campaign.filters.find(({ name }) => name === 'Vendor XYZ')?.condition;
    const createdAt = Date.now();
    const leads = Array.from({ length: 100 }, () => ({
      ...{ id: newId(createdAt), createdAt, status: 'new', externalId: null, values: person() },
    }));
    /** By which indexes leads are looked for. */
    const indexesOf = async (condition: typeof scope, many: typeof leads) => {
      const grant = grantOfMember({ kind: 'system', id: null }, campaign, 'read_write', condition);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${insertStatement(grant, many)}`.execute(
        v.db,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).not.toMatch(/Seq Scan on leads\b/);
      return [...plan.matchAll(/(?:using|Index Scan on) (leads_\w+)/g)].map(([, name]) => name);
    };
    for (const known of [false, true]) {
      if (known) await sql`analyze leads`.execute(v.db);
      for (const condition of [undefined, scope])
        for (const many of [leads.slice(0, 1), leads]) {
          const [first, second, ...rest] = await indexesOf(condition, many);
          expect([first, second]).toEqual(['leads_match_keys', 'leads_match_keys']);
          // The third is for an external id, and runs only where there is one.
          expect(rest.length).toBeLessThanOrEqual(2);
        }
    }
  },
);

test("the vendor's document describes the check, and says nothing without one", async () => {
  const text = async () => (await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`)).text();
  await setRule({ fields: ['email', 'phone'], days: 90, reach: 'campaign' });
  const told = await text();
  expect(told).toContain(
    'A new lead whose `email` or `phone` is the same as that of any lead of the campaign created within the last 90 days is refused with 409 `duplicate_lead`',
  );
  expect(told).toContain('If this token does not see that lead, the response does not name it.');
  await setRule(undefined);
  expect(await text()).not.toMatch(/duplicate/i);
});
