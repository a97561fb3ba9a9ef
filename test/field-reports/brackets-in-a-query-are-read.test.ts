/** Lists as PHP's `http_build_query`, axios, qs and Express write them: `status[]`, `status[0]`, `fields[source][]`. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client, signUpMember } from '../support/manage.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Client;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
  for (const source of ['vendor-xyz', 'nordic-leads'])
    for (const status of ['new', 'contacted', 'won'])
      await v.whole.lead(
        { ...least, source, roof_area: status === 'won' ? 80 : 50, owns_home: status === 'won' },
        { status },
      );
});
afterAll(() => v.stop());

const plain = {
  status: 'status=new,won',
  source: 'fields.source=vendor-xyz,nordic-leads',
  area: 'fields.roof_area.gte=60',
};

test.each([
  ['http_build_query', 'status%5B0%5D=new&status%5B1%5D=won', plain.status],
  ['axios', 'status[]=new&status[]=won', plain.status],
  ['a name in two spellings', 'status=new&status[]=won', plain.status],
  ['a list in one entry', 'status[]=new,won', plain.status],
  ['fields.source[]', 'fields.source[]=vendor-xyz&fields.source[]=nordic-leads', plain.source],
  ['fields.source[0]', 'fields.source[0]=vendor-xyz', 'fields.source=vendor-xyz'],
  ['fields[source]', 'fields[source]=vendor-xyz,nordic-leads', plain.source],
  ['fields[source][]', 'fields[source][]=vendor-xyz&fields[source][]=nordic-leads', plain.source],
  ['fields[source][1]', 'fields%5Bsource%5D%5B1%5D=vendor-xyz', 'fields.source=vendor-xyz'],
  ['fields[roof_area][gte]', 'fields[roof_area][gte]=60', plain.area],
  ['created_at[gte]', 'created_at[gte]=2000-01-01T00:00:00Z', 'created_at.gte=2000-01-01T00:00:00Z'],
])('%s', async (_client, sent, meant) => {
  const readers: ((query: string) => Promise<{ status: number; body: object }>)[] = [
    (query) => v.whole.get(`/leads?${query}`),
    (query) => v.whole.get(`/leads/count?${query}`),
    (query) => v.broad.get(`/leads/count?${query}`),
    (query) => member.call(`GET /campaigns/${v.campaign.slug}/leads?${query}`),
    (query) => member.call(`GET /campaigns/${v.campaign.slug}/leads/count?${query}`),
  ];
  for (const read of readers) {
    const [ours, known] = [await read(sent), await read(meant)];
    expect([ours.status, ours.body]).toEqual([known.status, known.body]);
  }
});

test('the next page uses the same spelling as the first', async () => {
  const first = await v.whole.get('/leads?status[]=new&status[]=won&limit=3');
  const next = new URL(/<(.+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '');

  const rest = await v.whole.get(`/leads${next.search}`);

  expect(first.body.data).toHaveLength(3);
  expect(rest.body.data).toHaveLength(1);
});

test('an export accepts them too', async () => {
  const rows = async (query: string) => (await v.whole.get(`/leads/export?${query}`)).text.trim().split('\n').length;

  expect(await rows('status[]=new&status[]=won')).toBe(await rows(plain.status));
});

test('brackets turn no single value into a list, and no unknown name into a parameter', async () => {
  expect(errorsOf(await v.whole.get('/leads?limit[]=5'))).toEqual(['limit[] unknown']);
  expect(errorsOf(await v.whole.get('/leads?fields[roof_area][gte]=1&fields.roof_area.gte=2'))).toEqual([
    'fields.roof_area.gte repeated',
  ]);
  expect(errorsOf(await v.whole.get('/leads?status[a]=new'))).toEqual(['status[a] unknown']);
  expect(errorsOf(await v.whole.get('/leads?__proto__[x]=1&[]=1&[0]=1'))).toEqual([
    '[0] unknown',
    '[] unknown',
    '__proto__[x] unknown',
  ]);
  const { body } = await v.whole.get('/leads?fields[sorce]=vendor-xyz');
  expect(body.errors?.[0]).toMatchObject({ parameter: 'fields[sorce]', code: 'unknown' });
  expect(body.detail).toContain('did you mean `fields.source`?');
});
