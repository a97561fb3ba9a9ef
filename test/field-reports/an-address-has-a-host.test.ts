/**
 * Web addresses and e-mail addresses that cannot work are refused in words that name the mistake: in leads on every way in,
 * in lists, in saved conditions and as the default of a field.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CampaignPlan, solarPlan } from '../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

const plan: CampaignPlan = {
  ...solarPlan,
  fields: solarPlan.fields.map((field) => (field.key === 'website' ? { ...field, searchable: true } : field)),
};

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors(plan);
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const details = ({ body }: { body: { errors?: readonly { detail: string }[] } }) =>
  body.errors?.map(({ detail }) => detail) ?? [];
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const label = 'a'.repeat(63);

const wrong: readonly (readonly [key: 'website' | 'email', value: string, words: string])[] = [
  ['website', 'https://', ': it has no host.'],
  ['website', 'https:///x', ': it has no host.'],
  ['website', 'https://:80/', ': it has no host.'],
  ['website', 'http://?q=1', ': it has no host.'],
  ['website', 'https://#top', ': it has no host.'],
  ['website', 'https://user@/x', ': it has no host.'],
  ['website', 'https://user:secret@:80', ': it has no host.'],
  ['website', 'https://blåbær.example', ': write the host in ASCII, with `xn--`: `å` cannot stand in it.'],
  ['website', 'https://example.com/blåbær', ': write `%C3%A5` for `å`.'],
  ['website', 'https://example.com/a b', ': write `%20` for a space.'],
  ['website', 'https://exa mple.com/', ': a space cannot stand in a host.'],
  ['website', 'https://example.com/?a=<b>', ': write `%3C` for `<`.'],
  ['website', 'https://example.com/100%', ': write `%25` for `%`.'],
  ['website', 'www.example.com', ': `https://` is missing before it.'],
  ['website', 'ftp://example.com/', ' begins with https:// or http:// and names a host.'],
  ['email', `${'a'.repeat(65)}@example.com`, ': there are more than 64 characters before its `@`.'],
  ['email', `anna@${label}a.dk`, ': a part of its domain has more than 63 characters.'],
  ['email', 'anna.example.com', ': it has no `@`.'],
  ['email', 'anna@example', ': its domain has no dot.'],
];

describe.each(wrong)('%s as %s', (key, value, words) => {
  const told = [expect.stringContaining(words)];

  test('is refused in words, as JSON, as a form, in a batch and by members', async () => {
    const fields = { ...least, [key]: value };
    const { id } = await v.xyz.lead(least);
    const raw = new URLSearchParams(
      Object.entries(fields).map(([name, text]): [string, string] => [`fields.${name}`, text]),
    ).toString();
    const batch = await v.xyz.post('/leads/batch', { items: [{ op: 'create', fields }] });
    const [{ problem }] = batch.body.results as [{ problem: { errors: { detail: string }[] } }];
    for (const answer of [
      await v.xyz.post('/leads', { fields }),
      await v.xyz.patch(`/leads/${id}`, { fields: { [key]: value } }),
      await v.xyz.request('POST', '/leads', { raw, headers: form }),
      await admin.call(`PATCH /campaigns/${plan.slug}/leads/${id}`, { body: { fields: { [key]: value } } }),
      { body: problem },
    ])
      expect(details(answer)).toEqual(told);
  });

  test('is refused by a list, and as the default of a field', async () => {
    const list = await v.xyz.get('/leads', { [`fields.${key}`]: value });
    expect([list.status, details(list)]).toEqual([400, told]);
    const type = key === 'website' ? 'url' : 'email';
    const field = await admin.call(`POST /campaigns/${plan.slug}/fields`, {
      body: { key: 'another', label: 'Another', type, default: value },
    });
    expect([field.status, field.body.errors?.[0].pointer]).toEqual([422, '/default']);
  });
});

test.each([
  ['website', 'HTTPS://EXAMPLE.COM'],
  ['website', 'http://a'],
  ['website', 'https://[::1]:8/'],
  ['website', 'https://user:secret@example.com:8080/a;b?c=d@e#f'],
  ['website', 'https://example.com/bl%C3%A5b%C3%A6r?to=@anna'],
  ['website', 'https://xn--blbr-roah.example/'],
  ['email', `${'a'.repeat(64)}@${label}.${label}.dk`],
  ['email', 'a@b.c'],
])('%s as %s is taken', async (key, value) => {
  expect((await v.xyz.post('/leads', { fields: { ...least, [key]: value } })).status).toBe(201);
});

test('a saved condition must have a possible address', async () => {
  const saved = (value: string) =>
    admin.call(`POST /campaigns/${plan.slug}/filters`, {
      body: { name: `At ${value}`, condition: { path: 'fields.website', op: 'eq', value } },
    });
  expect((await saved('https:///x')).body.errors[0].detail).toContain('names a host');
  expect((await saved('https://example.com/')).status).toBe(201);
});
