/** Calls of the Lead API from a page of any origin: the browser's preflight, and which headers a script may read. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const origin = 'https://vendor.example';
const listOf = (value: string | null) => (value ?? '').split(/,\s*/).map((each) => each.toLowerCase());

/** A preflight as a browser sends it. fetch would not let a script set these headers. */
const preflight = (path: string, method = 'POST') =>
  fetch(v.server.url + path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
  });

test.each(['/v1/campaigns/solar-test/leads', '/v1/campaigns', '/v1/campaigns/not-there/leads', '/v1/nowhere'])(
  'the preflight of %s is answered without a token, with methods and headers, and allows no credentials',
  async (path) => {
    const { status, headers } = await preflight(path);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBe(null);
    expect(listOf(headers.get('access-control-allow-methods'))).toEqual(
      expect.arrayContaining(['get', 'head', 'post', 'put', 'patch', 'delete']),
    );
    expect(listOf(headers.get('access-control-allow-headers'))).toEqual(
      expect.arrayContaining([
        'authorization',
        'content-type',
        'idempotency-key',
        'if-match',
        'if-none-match',
        'x-request-id',
      ]),
    );
    expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(0);
  },
);

test('a script reads the answer and what matters of its headers, refusals included', async () => {
  const list = await v.xyz.get('/leads', undefined, { origin });
  const missing = await v.xyz.get('/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80', undefined, { origin });
  const nobody = await v.client(undefined).get('/leads', undefined, { origin });
  const malformed = await v.xyz.request('POST', '/leads', {
    raw: '{',
    headers: { origin, 'content-type': 'application/json' },
  });

  expect([list, missing, nobody, malformed].map(({ status }) => status)).toEqual([200, 404, 401, 400]);
  for (const { headers } of [list, missing, nobody, malformed]) {
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBe(null);
    expect(listOf(headers.get('access-control-expose-headers'))).toEqual(
      expect.arrayContaining([
        'etag',
        'location',
        'link',
        'ratelimit',
        'ratelimit-policy',
        'retry-after',
        'x-request-id',
        'idempotency-replayed',
        'deprecation',
        'sunset',
        'allow',
      ]),
    );
  }
});

test('OPTIONS that is no preflight tells the methods of the address, cross-origin or not', async () => {
  const address = `${v.server.url}/v1/campaigns/solar-test/leads`;
  for (const headers of [{}, { origin }]) {
    const answer = await fetch(address, { method: 'OPTIONS', headers });
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
  }
});

test('public documents may be read from anywhere', async () => {
  for (const name of ['openapi.json', 'openapi.yaml']) {
    const answer = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/${name}`, { headers: { origin } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    // A cached response to a client without an origin must work for a script as well.
    const plain = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/${name}`);
    expect(plain.headers.get('access-control-allow-origin')).toBe('*');
  }
  const broad = `${v.server.url}/docs/${v.tokens.broad.docsId}/campaigns/solar-test/openapi.json`;
  expect((await fetch(broad, { headers: { origin } })).headers.get('access-control-allow-origin')).toBe('*');
});

test('the Management API, the pages and the rest may not', async () => {
  for (const path of ['/manage/v1/session', '/manage/v1/campaigns', '/', `/docs/${v.tokens.xyz.docsId}`, '/healthz']) {
    for (const answer of [await fetch(v.server.url + path, { headers: { origin } }), await preflight(path)]) {
      expect([path, answer.headers.get('access-control-allow-origin')]).toEqual([path, null]);
    }
  }
});
