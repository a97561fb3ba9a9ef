/** The plain pages: the page for a missing address, and the page of a problem. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inputCodes } from '../../src/problem/input-codes.ts';
import { client } from '../support/client.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const get = async (path: string, accept?: string, method = 'GET') => {
  const response = await fetch(`${v.server.url}${path}`, { method, headers: accept ? { accept } : {} });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const dead = `/docs/${'a'.repeat(26)}`;

test.each([dead, `${dead}/campaigns/x`, '/docs/nothing', '/problems/none', '/nowhere', '/docs/assets/none.js'])(
  'a browser that opens %s gets a page that says that there is no such page',
  async (path) => {
    const { status, headers, text } = await get(path, browser);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).toContain('<h1>Not found</h1>');
    expect(text).toContain(headers.get('x-request-id') ?? 'no id');
    expect((await get(path, browser, 'HEAD')).text).toBe('');
  },
);

test.each([undefined, '*/*', 'application/json', 'application/problem+json, text/html;q=0.5'])(
  'a program that accepts %s is answered with a problem',
  async (accept) => {
    const { status, headers, text } = await get(`${dead}/openapi.json`, accept);
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(JSON.parse(text)).toMatchObject({ code: 'not_found' });
  },
);

test('the APIs respond in the same form to every request', async () => {
  for (const path of ['/v1/campaigns', '/v1/campaigns/x/leads', '/v1/nothing', '/manage/v1/campaigns'])
    expect((await get(path, browser)).headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

test('the page of a problem shows what `errors` holds, and explains every code in it', async () => {
  const { status, text } = await get('/problems/invalid_lead', browser);
  expect(status).toBe(200);
  expect(text).toContain('&quot;pointer&quot;: &quot;/fields/name&quot;');
  expect(text).toContain(`${v.server.url}/problems/invalid_lead`);
  for (const code of Object.keys(inputCodes)) expect(text).toContain(`<dt><code>${code}</code></dt>`);
  expect((await get('/problems/not_found', browser)).text).not.toContain('<dt>');
});

interface Responses {
  readonly [name: string]: {
    readonly content: { readonly [type: string]: { readonly example: Readonly<Record<string, unknown>> } };
  };
}

test('each sample problem of a document points to a page that explains it', async () => {
  const document = await client(v.server, v.tokens.xyz, v.campaign.slug).get('/v1/openapi.json');
  const { responses } = (document.body as unknown as { components: { responses: Responses } }).components;
  const samples = Object.values(responses).map(({ content }) => content['application/problem+json']?.example ?? {});
  expect(samples.length).toBeGreaterThan(20);
  for (const { type, code } of samples) {
    const page = await fetch(String(type));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(`<code>${code}</code>`)]);
  }
});
