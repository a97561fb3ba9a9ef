/**
 * Line 10 of `test/attack/README.md`: everything that a scoped token can read (document, page, campaign, refusals) contains no other vendor's option,
 * label, example, filter name, count or token id.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { solarPlan, sourceIs } from '../../support/campaigns.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors({
    ...solarPlan,
    fields: solarPlan.fields.map((field) => (field.key === 'source' ? { ...field, default: 'nordic-leads' } : field)),
    filters: [
      { name: 'Filter of Vendor XYZ', condition: sourceIs('vendor-xyz') },
      { name: 'Filter of Nordic', condition: sourceIs('nordic-leads') },
      {
        name: 'Both of them',
        condition: { path: 'fields.source', op: 'in', value: ['vendor-xyz', 'old-vendor'] },
      },
    ],
  });
  await v.nordic.lead({ ...least, name: 'Hidden Person' }, { external_id: 'hidden-id' });
});
afterAll(() => v.stop());

/** Everything that a token with this filter and permission can read of the campaign, by its source. */
async function readable(filter: string, permission: 'read' | 'read_write'): Promise<Record<string, string>> {
  const token = await v.token({ filter, permission });
  const api = v.client(token);
  const page = async (suffix: string) => (await fetch(`${v.server.url}/docs/${token.docsId}${suffix}`)).text();
  return {
    page: await page(''),
    json: await page('/openapi.json'),
    yaml: await page('/openapi.yaml'),
    own: (await api.get('/v1/openapi.json')).text,
    campaign: (await api.get('/')).text,
    campaigns: (await api.get('/v1/campaigns')).text,
    list: (await api.get('/leads')).text,
    wrongFilter: (await api.get('/leads', { 'fields.source': 'x', status: 'x' })).text,
    wrongLead: (await api.post('/leads', { fields: { source: 'nordic-lead', nordic: 1 } })).text,
  };
}

async function ids(): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id::text from tokens union all select id::text from filters union all select id::text from campaigns
    union all select docs_id from tokens where name = 'Filter of Nordic'`.execute(v.db);
  return rows.map((row) => row.id);
}

test.each(['read', 'read_write'] as const)(
  'a token of one vendor with the permission %s reads nothing about other vendors',
  async (permission) => {
    const texts = await readable('Filter of Vendor XYZ', permission);

    const secrets = [
      'nordic-leads',
      'Nordic Leads',
      'old-vendor',
      'Old Vendor',
      'Filter of',
      'Hidden Person',
      'hidden-id',
      ...(await ids()),
    ];
    for (const [where, text] of Object.entries(texts))
      for (const secret of secrets)
        expect({ where, found: text.includes(secret) ? secret : null }).toEqual({ where, found: null });
    expect(texts.json).toContain('Vendor XYZ');
  },
);

test('a token whose filter has two of three options reads nothing about the third', async () => {
  const texts = await readable('Both of them', 'read_write');
  for (const text of Object.values(texts)) expect(text).not.toMatch(/nordic-leads|Nordic Leads|Both of them/);
  expect(JSON.parse(texts.json ?? '').components.schemas.LeadFieldsCreate.properties.source.enum).toEqual([
    'vendor-xyz',
  ]);
});

test('a document and its page are sent with `noindex`, `no-referrer` and a private `Cache-Control`', async () => {
  for (const suffix of ['', '/openapi.json', '/openapi.yaml']) {
    const { headers } = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}${suffix}`);
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toMatch(/private|no-store/);
  }
});

test("a document does not change because another vendor's leads, filters or tokens do", async () => {
  const read = async () => (await v.xyz.get('/v1/openapi.json')).text;
  const before = await read();
  await v.nordic.lead(least);
  await v.token({ filter: 'Filter of Nordic' });
  expect(await read()).toBe(before);
});
