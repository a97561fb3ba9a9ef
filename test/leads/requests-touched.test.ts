/** `Sunset` is in the answers to requests that an announced change will refuse or answer differently, and in no others. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fillMatchKeys } from '../../src/leads/store/campaign-wide/fill-keys.ts';
import { announce } from '../support/announced.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let admin: Member;
let path: string;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
  path = `/campaigns/${v.campaign.slug}`;
});
afterAll(() => v.stop());

/** Announces the change for February 2099, and withdraws it once `run` is through. */
async function announced(change: object, run: () => Promise<void>): Promise<void> {
  const withdraw = await announce(admin, v.campaign.slug, { change, at: '2099-02-01T08:00:00.000Z' });
  try {
    await run();
  } finally {
    await withdraw();
  }
}

/** The month in which `Sunset` says that it ends. */
const ends = ({ status, headers }: { status: number; headers: Headers }) => {
  expect(status).toBeLessThan(300);
  return headers.get('Sunset')?.slice(8, 11);
};

const lead = (fields: object = {}) => ({ fields: { ...least, ...fields } });
const put = (id: string, body: object) => v.xyz.request('PUT', `/external-ids/${id}`, { body });
const requireRoof = { operation: 'updateField', path: { key: 'roof_type' }, body: { required: true } };

test('a list that asks by a field that stays, and can no longer be searched', () =>
  announced({ operation: 'updateField', path: { key: 'zip' }, body: { searchable: false } }, async () => {
    for (const list of ['/leads', '/leads/count', '/leads/export']) {
      expect(ends(await v.xyz.get(list, { 'fields.zip': '5000' }))).toBe('Feb');
      expect(ends(await v.xyz.get(list, { 'fields.zip.gte': '5000' }))).toBe('Feb');
      expect(ends(await v.xyz.get(list))).toBeUndefined();
    }
  }));

test('an upsert is judged by what it does: as a new lead only where it makes one', async () => {
  await put('there', lead());
  await announced(requireRoof, async () => {
    expect(ends(await put('there', { fields: { name: 'Bea' } }))).toBeUndefined();
    expect(ends(await put('new-1', lead()))).toBe('Feb');
    expect(ends(await put('new-2?dry_run=true', lead()))).toBe('Feb');
    expect(ends(await put('new-3', lead({ roof_type: 'tile' })))).toBeUndefined();
    const batch = (items: object[], query = '') => v.xyz.post(`/leads/batch${query}`, { items });
    const upsert = (external_id: string) => ({ op: 'upsert', external_id, ...lead() });
    expect(ends(await batch([upsert('there')]))).toBeUndefined();
    expect(ends(await batch([upsert('there'), upsert('new-4')], '?dry_run=true'))).toBe('Feb');
    expect(ends(await batch([upsert('there'), upsert('new-4')]))).toBe('Feb');
  });
});

test('every response, where the filter will match other leads or will be gone', async () => {
  const filters = (await admin.call(`GET ${path}/filters`)).body.data as { id: string; name: string }[];
  const { id } = filters.find(({ name }) => name === 'Vendor XYZ') as { id: string };
  const condition = { path: 'fields.source', op: 'eq', value: 'nordic-leads' };
  const { body } = await v.xyz.post('/leads', lead());
  const changes = [
    { operation: 'updateFilter', path: { id }, body: { condition } },
    { operation: 'deleteFilter', path: { id }, query: { force: true } },
  ];
  for (const change of changes)
    await announced(change, async () => {
      expect(ends(await v.xyz.get(`/leads/${body.id}`))).toBe('Feb');
      expect(ends(await v.xyz.get('/leads/count'))).toBe('Feb');
      expect(ends(await v.nordic.get('/leads/count'))).toBeUndefined();
    });
});

test('a phone number that the default country to come cannot read, in bodies, forms, batches and lists', async () => {
  await admin.call(`PATCH ${path}`, { body: { default_country: 'DK' } });
  const noCountry = { operation: 'updateCampaign', body: { default_country: null } };
  await announced(noCountry, async () => {
    const national = lead({ phone: '20 12 34 56' });
    const whole = lead({ phone: '+4520123456' });
    const form = (phone: string) =>
      v.xyz.request('POST', '/leads/form', {
        raw: new URLSearchParams({
          'fields.name': 'Ann',
          'fields.email': 'a@example.com',
          'fields.phone': phone,
        }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const told = [
      v.xyz.post('/leads', national),
      v.xyz.post('/leads?dry_run=true', national),
      put('phone-1', national),
      form('20123456'),
      v.xyz.post('/leads/batch', { items: [{ op: 'create', ...national }] }),
      v.xyz.get('/leads', { 'fields.phone': '20123456' }),
    ];
    for (const answer of await Promise.all(told)) expect(ends(answer)).toBe('Feb');
    const silent = [
      v.xyz.post('/leads', whole),
      form('+4520123456'),
      v.xyz.post('/leads/batch', { items: [{ op: 'create', ...whole }] }),
      v.xyz.get('/leads', { 'fields.phone': '+4520123456' }),
    ];
    for (const answer of await Promise.all(silent)) expect(ends(answer)).toBeUndefined();
  });
});

test('a new lead that an announced duplicate check will refuse, where the rule of today marks it or looks less far', async () => {
  const rule = { fields: ['email', 'zip'], match: 'all', within_days: null, action: 'flag', reach: 'visible' };
  expect((await admin.call(`PUT ${path}/duplicate-rule`, { body: rule })).status).toBe(200);
  await fillMatchKeys(v.db);
  const one = (name: string) => lead({ email: `${name}@example.com`, zip: '5000' });
  await v.nordic.post('/leads', one('foreign'));
  const refusing = (other: object) => ({
    operation: 'setDuplicateRule',
    body: { ...rule, action: 'reject', ...other },
  });
  await announced(refusing({}), async () => {
    expect(ends(await v.xyz.post('/leads', one('a')))).toBeUndefined();
    expect(ends(await v.xyz.post('/leads', one('A')))).toBe('Feb');
    expect(ends(await v.xyz.post('/leads?dry_run=true', one('a')))).toBe('Feb');
    expect(ends(await v.xyz.post('/leads', one('foreign')))).toBeUndefined();
    expect(ends(await put('equal', one('a')))).toBe('Feb');
    const items = [
      { op: 'create', ...one('b') },
      { op: 'create', ...one('b') },
    ];
    expect(ends(await v.xyz.post('/leads/batch', { items: items.slice(0, 1) }))).toBeUndefined();
    expect(ends(await v.xyz.post('/leads/batch', { items: items.slice(0, 1) }))).toBe('Feb');
    expect(ends(await v.xyz.post('/leads', lead({ email: 'a@example.com', zip: '9000' })))).toBeUndefined();
  });
  await announced(refusing({ match: 'any', reach: 'campaign', fields: ['email'] }), async () => {
    expect(ends(await v.xyz.post('/leads', lead({ email: 'foreign@example.com', zip: '7000' })))).toBe('Feb');
    expect(ends(await v.xyz.post('/leads', lead({ email: 'nobody@example.com', zip: '7000' })))).toBeUndefined();
  });
});

test('a new lead that the first duplicate check will refuse, once older leads have the keys by which it finds them', async () => {
  await admin.call(`PUT ${path}/duplicate-rule`, {
    body: { fields: [], match: 'any', action: 'reject', reach: 'visible' },
  });
  const one = (name: string) => lead({ email: `${name}@example.com` });
  await v.xyz.post('/leads', one('older'));
  const moved = (await v.xyz.post('/leads', one('before'))).body.id;
  const folded = (await v.xyz.post('/leads', one('unfolded'))).body.id;
  const rule = { fields: ['email'], match: 'any', within_days: null, action: 'reject', reach: 'visible' };
  await announced({ operation: 'setDuplicateRule', body: rule }, async () => {
    expect(await fillMatchKeys(v.db)).toBe(1);
    expect(ends(await v.xyz.post('/leads', one('OLDER')))).toBe('Feb');
    expect(ends(await v.nordic.post('/leads', one('older')))).toBeUndefined();
    expect(ends(await v.xyz.post('/leads', one('new')))).toBeUndefined();
    expect(ends(await v.xyz.post('/leads', one('new')))).toBe('Feb');
    await v.xyz.patch(`/leads/${moved}`, { fields: { email: 'after@example.com' } });
    await v.xyz.post('/leads/batch', {
      items: ['x', 'folded'].map((name) => ({ op: 'update', id: folded, fields: { email: `${name}@example.com` } })),
    });
    for (const name of ['after', 'folded']) expect(ends(await v.xyz.post('/leads', one(name)))).toBe('Feb');
    for (const name of ['before', 'unfolded']) expect(ends(await v.xyz.post('/leads', one(name)))).toBeUndefined();
  });
  expect(await fillMatchKeys(v.db)).toBe(0);
});

test('keys of a rule to come stay when the rule that holds is filled again', async () => {
  const rule = { fields: ['email'], match: 'any', within_days: null, action: 'flag', reach: 'visible' };
  const coming = { ...rule, fields: ['website'], action: 'reject' };
  const one = (website: string) => lead({ email: `${website}@example.com`, website: `https://${website}.example` });
  await v.xyz.post('/leads', one('first'));
  await announced({ operation: 'setDuplicateRule', body: coming }, async () => {
    await fillMatchKeys(v.db);
    await admin.call(`PUT ${path}/duplicate-rule`, { body: rule });
    await fillMatchKeys(v.db);
    const { body, ...answer } = await v.xyz.post('/leads', {
      fields: { ...one('first').fields, email: 'other@example.com' },
    });
    expect([ends(answer), body.duplicate_of]).toEqual(['Feb', undefined]);
    const marked = await v.xyz.post('/leads', { fields: { ...one('other').fields, email: 'first@example.com' } });
    expect([ends(marked), typeof marked.body.duplicate_of]).toEqual([undefined, 'string']);
  });
});
