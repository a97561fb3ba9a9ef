/**
 * Line 47: a change for another vendor leaves no trace in what a token can read. No number, tag, date or byte differs, and a
 * token created at the same time learns no more.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client as Member, signUpMember } from '../../support/manage.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let admin: Member;
let path: string;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
  path = `/campaigns/${v.campaign.slug}`;
});
afterAll(() => v.stop());

const forms = [
  '',
  '/openapi.json',
  '/openapi.yaml',
  '/postman.json',
  '/changelog',
  '/changelog.json',
  '/changelog.atom',
];
/** Headers that differ between two responses to the same request. */
const passing = new Set(['date', 'x-request-id', 'ratelimit', 'keep-alive', 'connection']);

async function everything(): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {};
  const note = async (name: string, response: Response) => {
    const headers = [...response.headers].filter(([field]) => !passing.has(field));
    const text = (await response.text()).replaceAll(response.headers.get('x-request-id') ?? 'none', 'id');
    told[name] = { status: response.status, headers, text };
  };
  for (const form of forms)
    await note(`page${form}`, await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}${form}`));
  const headers = { authorization: `Bearer ${v.tokens.xyz.secret}`, 'content-type': 'application/json' };
  const base = `${v.server.url}/v1${path}`;
  for (const below of ['', '/leads', '/leads?zip=1', '/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80'])
    await note(below, await fetch(`${base}${below}`, { headers }));
  await note('document', await fetch(`${v.server.url}/v1/openapi.json`, { headers }));
  await note('refused', await fetch(`${base}/leads`, { method: 'POST', headers, body: '{"fields":{"zip":1}}' }));
  return told;
}

const nordic = () => v.campaign.filters.find(({ name }) => name === 'Nordic Leads')?.id;
const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString();
const option = '/selects/source/options';

test.each([
  ['an option is added', () => [`POST ${path}${option}`, { value: 'vendor-new', label: 'New vendor' }]],
  ['an option is renamed', () => [`PATCH ${path}${option}/nordic-leads`, { label: 'Northern leads' }]],
  ['an option is archived', () => [`DELETE ${path}${option}/vendor-new`]],
  ['a vendor is added', () => [`POST ${path}/vendors`, { field: 'source', label: 'Third', permission: 'read_write' }]],
  ['a filter is renamed', () => [`PATCH ${path}/filters/${nordic()}`, { name: 'North' }]],
  [
    'a filter gets another condition',
    () => [
      `PATCH ${path}/filters/${nordic()}`,
      { condition: { path: 'fields.source', op: 'in', value: ['nordic-leads', 'third'] } },
    ],
  ],
  [
    'a filter is made',
    () => [`POST ${path}/filters`, { name: 'All', condition: { path: 'status', op: 'eq', value: 'new' } }],
  ],
  [
    'a change is announced',
    () => [
      `POST ${path}/announced-changes`,
      {
        at: inAYear(),
        note: 'For the north alone',
        change: { operation: 'deleteOption', path: { key: 'source', value: 'third' }, query: { force: true } },
      },
    ],
  ],
  ['a token is changed', () => [`PATCH /tokens/${v.tokens.nordic.id}`, { permission: 'read', notes: 'Hello.' }]],
  ['a token is made', () => [`POST ${path}/tokens`, { name: 'Another', permission: 'read', filter_id: nordic() }]],
] as [string, () => [string, object?]][])(
  '%s for another vendor, and nothing that a token reads is different',
  async (_, call) => {
    const before = await everything();
    const { revision } = (await admin.call(`GET ${path}`)).body;

    const [request, body] = call();
    expect((await admin.call(request, body ? { body } : {})).status).toBeLessThan(300);

    if (!request.includes('okens')) expect((await admin.call(`GET ${path}`)).body.revision).toBe(revision + 1);
    expect(await everything()).toEqual(before);
  },
);

test('a token begins at 1, however old the campaign is', async () => {
  const late = await v.token({ filter: 'Nordic Leads' });
  const { revision } = (await admin.call(`GET ${path}`)).body;
  expect(revision).toBeGreaterThan(5);
  expect((await v.client(late).get('/')).body.revision).toBe(1);
});
