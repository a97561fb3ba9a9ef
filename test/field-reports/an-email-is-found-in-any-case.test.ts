/**
 * A vendor that is refused because of a duplicate finds the lead by the same e-mail address: lists compare addresses like
 * the duplicate check. Filters still compare by code point, so that no token sees more.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type CampaignPlan, change, solarPlan } from '../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

const plan: CampaignPlan = {
  ...solarPlan,
  filters: [
    ...(solarPlan.filters ?? []),
    { name: 'Kim', condition: { path: 'fields.email', op: 'eq', value: 'kim@example.com' } },
  ],
};

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors(plan);
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const found = async (email: string, api = v.whole) =>
  (await api.get('/leads', { 'fields.email': email })).body.data.map(({ fields }) => fields.email).sort();

const long = 'Jean-Pierre.van_der_Meer+42@example.com';
const written = ['Kim@Example.com', 'kim@example.com', 'KIM@EXAMPLE.COM', 'kIm+a@example.com', 'x@example.com', long];

describe.each(['by its key column', 'while the column is being filled'])('%s', (how) => {
  beforeAll(async () => {
    if (how === 'by its key column') for (const email of written) await v.xyz.lead({ ...least, email });
    else await change(v.db, v.campaign, sql`update key_columns set state = 'filling' where field_key = 'email'`);
  });

  test.each(['kim@example.com', 'KIM@example.com', 'Kim@EXAMPLE.COM'])('%s finds each of them', async (email) => {
    const all = ['KIM@example.com', 'Kim@example.com', 'kim@example.com'];
    expect(await found(email)).toEqual(all);
    expect((await v.whole.get('/leads/count', { 'fields.email': email })).body.count).toBe(3);
    const csv = await v.whole.get('/leads/export', { 'fields.email': email }, { accept: 'application/x-ndjson' });
    expect(csv.text.trim().split('\n')).toHaveLength(3);
    const member = await admin.call(`GET /campaigns/${plan.slug}/leads?fields.email=${email}`);
    expect(member.body.data).toHaveLength(3);
  });

  test('a list finds no other lead', async () => {
    expect(await found('KIM+A@example.com')).toEqual(['kIm+a@example.com']);
    expect(await found('X@Example.com')).toEqual(['x@example.com']);
    for (const email of [long, long.toLowerCase(), long.toUpperCase(), 'jean-pierre.VAN_der_meer+42@example.com'])
      expect(await found(email)).toEqual([long]);
    for (const email of [
      'ki@example.com',
      'kim@example.org',
      'kjm@example.com',
      'kim_@example.com',
      'k@example.com',
      'jean-pierre.van_der_meer+43@example.com',
    ])
      expect(await found(email)).toEqual([]);
  });
});

test('a filter compares the address exactly', async () => {
  const kim = v.client(await v.token({ filter: 'Kim' }));
  expect(await found('KIM@example.com', kim)).toEqual(['kim@example.com']);
  expect((await kim.get('/leads/count')).body.count).toBe(1);
});

test('a lead that is refused as a duplicate is found', async () => {
  const other = await startVendors({
    ...solarPlan,
    slug: 'with-a-rule',
    duplicateRule: {
      fields: ['email'],
      match: 'any',
      withinDays: null,
      action: 'reject',
      reach: 'visible',
      state: 'ready',
    },
  });
  try {
    const lead = await other.xyz.lead({ ...least, email: 'Anne.Marie@Example.com' });
    const again = await other.xyz.post('/leads', { fields: { ...least, email: 'anne.marie@example.com' } });
    expect([again.status, again.body.duplicate_of]).toEqual([409, lead.id]);
    const list = await other.xyz.get('/leads', { 'fields.email': 'anne.marie@example.com' });
    expect(list.body.data.map(({ id }) => id)).toEqual([lead.id]);
  } finally {
    await other.stop();
  }
});
