/**
 * The combined document of a broad token: every campaign's paths and schemas, the same as in its own document, under names
 * that cannot collide. Parts that all campaigns share stand in it once.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Campaign } from '../../src/campaign/definition.ts';
import { baseDocument } from '../../src/document/base.ts';
import { type OpenApiDocument, operationsOf } from '../../src/document/openapi.ts';
import { change, insertCampaign, insertToken, solarPlan } from '../support/campaigns.ts';
import { lint } from '../support/documents/lint.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let other: Campaign;
beforeAll(async () => {
  v = await startVendors();
  // Names that would be equal without the hyphen, and one that looks like the end of an operation.
  other = await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'solar-test-lead', name: 'Other' });
  await insertCampaign(v.db, v.accountId, { slug: 'solartest', fields: [{ key: 'name', type: 'text' }] });
});
afterAll(() => v.stop());

const read = async () => (await v.broad.get('/v1/openapi.json')).body as unknown as OpenApiDocument;

/** Resolves each reference, so that documents with other names can be compared, but not a problem inside a problem. */
function resolved(document: OpenApiDocument, node: unknown, above: readonly string[] = []): unknown {
  if (Array.isArray(node)) return node.map((one) => resolved(document, one, above));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref } = node as { $ref?: string };
  if (typeof $ref === 'string') {
    if (above.includes($ref)) return 'as above';
    let found: unknown = document;
    for (const part of $ref.split('/').slice(1)) found = (found as Record<string, unknown>)[part];
    if (found === undefined) throw new Error(`${$ref} is not there`);
    return resolved(document, found, [...above, $ref]);
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, resolved(document, value, above)]));
}

test('the combined document lints, and has every name once', async () => {
  const document = await read();
  expect(await lint(JSON.stringify(document))).toEqual([]);
  const ids = operationsOf(document).map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      'listCampaigns',
      'solar_test_createLead',
      'solar_test_lead_createLead',
      'solartest_createLead',
    ]),
  );
});

test('each operation is the same as in the campaign’s own document', async () => {
  const combined = await read();
  for (const slug of ['solar-test', 'solar-test-lead', 'solartest']) {
    const own = (await v.broad.get('/v1/openapi.json', { campaign: slug })).body as unknown as OpenApiDocument;
    const strip = (document: OpenApiDocument, node: object) => {
      const { operationId: _id, tags: _tags, 'x-codeSamples': _samples, ...rest } = node as Record<string, unknown>;
      // Only the example of the problem names the installation. All campaigns share one `Problem`, which covers all of them.
      return JSON.stringify(resolved(document, rest))
        .replaceAll(/,"example":\{"type":"http[^}]*\}\]\}/g, '')
        .replaceAll(/"duplicate_of":\{[^}]*With `duplicate_lead`[^}]*\},/g, '');
    };
    for (const { path, method, operation } of operationsOf(own)) {
      const there = combined.paths[`/campaigns/${slug}${path === '/' ? '' : path}`]?.[method];
      expect([slug, operation.operationId, strip(combined, there ?? {})]).toEqual([
        slug,
        operation.operationId,
        strip(own, operation),
      ]);
    }
  }
});

test('operations that are also in the account’s document are the same there', () => {
  const [leads, account] = [baseDocument('leads'), baseDocument('account')].map(
    ({ components }) => components as unknown as Record<string, Record<string, unknown>>,
  );
  for (const [section, members] of Object.entries(account ?? {}))
    for (const [name, value] of Object.entries(members))
      if (leads?.[section]?.[name] !== undefined)
        expect([section, name, value]).toEqual([section, name, leads[section][name]]);
});

test('a change of one campaign is in it at once, and a reading token has no writes', async () => {
  await change(
    v.db,
    other,
    sql`update fields set label = 'Changed label' where campaign_id = ${other.id} and key = 'zip'`,
  );
  expect(JSON.stringify(await read())).toContain('Changed label');
  const reader = await insertToken(v.db, v.server.vault, { accountId: v.accountId, permission: 'read' });
  const answer = await fetch(`${v.server.url}/v1/openapi.json`, {
    headers: { authorization: `Bearer ${reader.secret}` },
  });
  const methods = operationsOf((await answer.json()) as OpenApiDocument).map(({ method }) => method);
  expect([...new Set(methods)]).toEqual(['get']);
  expect(
    (await v.broad.post('/v1/campaigns/solar-test-lead/leads', { fields: { ...least, source: 'vendor-xyz' } })).status,
  ).toBe(201);
});

test('the document is the same compressed and not, is not sent again to a client that has it, and a change replaces the cached one', async () => {
  const { secret } = await insertToken(v.db, v.server.vault, { accountId: v.accountId, permission: 'read_write' });
  const authorization = `Bearer ${secret}`;
  const ask = async (headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${v.server.url}/v1/openapi.json`, { headers: { authorization, ...headers } });
    const { status, headers: told } = answer;
    return { status, encoding: told.get('content-encoding'), etag: told.get('etag'), text: await answer.text() };
  };
  const plain = await ask({ 'accept-encoding': 'identity' });
  for (const encoding of ['br', 'gzip', 'br'])
    expect(await ask({ 'accept-encoding': encoding })).toEqual({ ...plain, encoding });
  expect(await ask({ 'accept-encoding': 'br;q=0, gzip' })).toEqual({ ...plain, encoding: 'gzip' });
  expect(await ask({ 'if-none-match': plain.etag ?? '' })).toMatchObject({ status: 304, etag: plain.etag, text: '' });
  await change(v.db, other, sql`update fields set label = 'Once more' where campaign_id = ${other.id} and key = 'zip'`);
  const later = await ask({ 'accept-encoding': 'br', 'if-none-match': plain.etag ?? '' });
  expect([later.status, later.etag === plain.etag, later.text.includes('Once more')]).toEqual([200, false, true]);
  expect(later.text).not.toContain('x-campaign');
});
