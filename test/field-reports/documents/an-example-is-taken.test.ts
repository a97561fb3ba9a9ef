/**
 * The API accepts every example of a document, because a vendor sends one first. The values fit the limits of their fields
 * and the filter of the token, or there is no example.
 */
import { afterEach, expect, test } from '@jest/globals';
import type { Condition } from '../../../src/campaign/condition/condition.ts';
import type { OpenApiDocument } from '../../../src/document/openapi.ts';
import { type CampaignPlan, solarPlan } from '../../support/campaigns.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';
import { tryExamples } from '../../truth/examples.ts';

let v: Vendors | undefined;
afterEach(async () => {
  await v?.stop();
  v = undefined;
});

async function documentOf(plan: Partial<CampaignPlan>, condition?: Condition) {
  const filters = condition ? [{ name: 'Mine', condition }] : [];
  v = await startVendors({ ...solarPlan, ...plan, filters });
  const token = condition ? v.tokens.xyz : v.tokens.whole;
  const response = await fetch(`${v.server.url}/docs/${token.docsId}/openapi.json`);
  const document = (await response.json()) as OpenApiDocument;
  const create = document.paths['/leads']?.post?.requestBody?.content['application/json'] as { example?: object };
  return { document, example: create.example, lies: await tryExamples(v.client(token), document) };
}

test('e-mail and web addresses of every possible length', async () => {
  const mails = [5, 6, 7, 8, 12, 13, 15, 16, 254].map((max_length) => ({ type: 'email' as const, max_length }));
  const sites = [8, 9, 10, 11, 12, 18, 19, 23, 24, 2_000].map((max_length) => ({ type: 'url' as const, max_length }));
  const fields = [...mails, ...sites].map((field) => ({
    ...field,
    key: `${field.type}_${field.max_length}`,
    required: true,
  }));
  const { example, lies } = await documentOf({ fields });
  expect(lies).toEqual([]);
  expect(Object.keys((example as { fields: object }).fields)).toEqual(fields.map(({ key }) => key));
});

test.each<[string, CampaignPlan['fields'][number]]>([
  ['no e-mail address is so short', { key: 'mail', type: 'email', max_length: 4 }],
  ['no address is so short', { key: 'site', type: 'url', max_length: 7 }],
  [
    'the pattern asks for more than the field holds',
    { key: 'code', type: 'text', max_length: 3, pattern: '^[A-Z]{4}$' },
  ],
  ['the pattern asks for what is trimmed', { key: 'code', type: 'text', pattern: '^ [a-z]$' }],
])('where %s, there is no example', async (_why, field) => {
  const { document, example, lies } = await documentOf({ fields: [{ required: true, ...field }] });
  expect([example, lies]).toEqual([undefined, []]);
  expect(JSON.stringify(document.components.schemas?.LeadFieldsCreate)).not.toContain('"examples"');
});

test('fields with narrow limits, and a default that became too long', async () => {
  const { example, lies } = await documentOf({
    fields: [
      { key: 'address', type: 'text', max_length: 7 },
      { key: 'note', type: 'text', max_length: 1 },
      { key: 'area', type: 'number', min: 0.25, max: 0.5 },
      { key: 'count', type: 'integer', min: -90, max: -80 },
      { key: 'language', type: 'text', max_length: 3, default: 'Too long' },
    ],
  });
  expect([example, lies]).toEqual([{ fields: { address: 'Nygade', note: 'W', area: 0.5, count: -80 } }, []]);
});

test('a field with a default that the filter requires to be empty', async () => {
  const condition = { path: 'fields.language', op: 'is_empty' } as const;
  const { example, lies } = await documentOf({}, condition);
  expect([example, lies]).toEqual([
    expect.objectContaining({ fields: expect.objectContaining({ language: null }) }),
    [],
  ]);
});

test.each<[string, Condition]>([
  ['leads of the past', { path: 'created_at', op: 'lt', value: '2020-01-01T00:00:00.000Z' }],
  ['leads of the future', { path: 'created_at', op: 'gt', value: '2990-01-01T00:00:00.000Z' }],
  ['an external id that cannot be new', { path: 'external_id', op: 'eq', value: ' A-1 ' }],
])('a filter on %s has no example of a new lead', async (_what, condition) => {
  const { example, lies } = await documentOf({}, condition);
  expect([example, lies]).toEqual([undefined, []]);
});
