/**
 * `POST /docs/{docs_id}/check` validates a body like its operation would. It writes nothing, and reveals nothing that is not
 * in the document.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { perMinute } from '../../src/limits/per-minute.ts';
import type { TestToken } from '../support/campaigns.ts';
import { solarPlan } from '../support/campaigns.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(solarPlan, { perMinute: { ...perMinute, badTokens: 1_000_000, checks: 40 } });
});
afterAll(() => v.stop());

async function ask(token: TestToken, body: unknown, below = '', headers: Record<string, string> = {}) {
  const response = await fetch(`${v.server.url}/docs/${token.docsId}${below}/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
}

test('every problem is reported at its place, as by the operation itself', async () => {
  const body = { fields: { name: '', email: 'x', source: 'nordic-leads', unknown: 1 } };
  const checked = await ask(v.tokens.xyz, { operation: 'createLead', body });
  const refused = await v.xyz.post('/leads', body);
  expect([checked.status, checked.body.valid, checked.body.request]).toEqual([200, false, null]);
  expect(checked.body.errors).toEqual(refused.body.errors);
  expect(JSON.stringify(checked.body)).not.toMatch(/Nordic/);
});

test('a valid body is shown as a request, and as it would be stored', async () => {
  const before = (await v.xyz.get('/leads/count')).body.count;
  const { body } = await ask(v.tokens.xyz, { body: { fields: { ...least, phone: '20 12 34 56' } } });
  expect(body).toMatchObject({ valid: true, operation: 'createLead', errors: [] });
  expect(body.request).toEqual({
    method: 'POST',
    url: `${v.server.url}/v1/campaigns/solar-test/leads`,
    body: { fields: { ...least, phone: '20 12 34 56' } },
  });
  expect(body.lead).toEqual({
    status: 'new',
    external_id: null,
    fields: { ...least, phone: '+4520123456', language: 'da', source: 'vendor-xyz' },
  });
  const update = await ask(v.tokens.xyz, { operation: 'updateLead', body: { fields: { zip: '5000' } } });
  expect(update.body).toMatchObject({ valid: true, request: { method: 'PATCH' }, lead: null });
  expect((await v.xyz.get('/leads/count')).body.count).toBe(before);
});

test('an operation outside the document cannot be checked', async () => {
  const readOnly = await v.token({ filter: 'Vendor XYZ', permission: 'read' });
  const refused = await ask(readOnly, { body: {} });
  expect([refused.status, refused.body.code]).toEqual([404, 'not_found']);
  const wrong = await ask(v.tokens.xyz, { operation: 'deleteLead', more: 1 });
  expect(wrong.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual(['/more', '/operation', '/body']);
  expect((await ask(v.tokens.xyz, '{"body":{},"body":{}}')).body.code).toBe('malformed_body');
  expect((await ask(v.tokens.xyz, 'body=1', '', { 'content-type': 'text/plain' })).status).toBe(415);
});

test('a broad token has a check for each campaign, and an unknown address has no check', async () => {
  expect((await ask(v.tokens.broad, { body: { fields: least } }, `/campaigns/${v.campaign.slug}`)).status).toBe(200);
  expect((await ask(v.tokens.broad, { body: {} })).status).toBe(404);
  const nowhere = await ask({ ...v.tokens.xyz, docsId: 'a'.repeat(26) }, { body: {} });
  expect([nowhere.status, nowhere.body.code]).toEqual([404, 'not_found']);
  const got = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/check`);
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
});

test('the check is throttled by address', async () => {
  const answers = await Promise.all(Array.from({ length: 45 }, () => ask(v.tokens.xyz, { body: { fields: least } })));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(5);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
});
