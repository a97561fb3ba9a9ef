/** Line 17: headers and methods that are wrong, odd, or too many, written to the socket by hand, and the response to each. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let bearer: string;
beforeAll(async () => {
  v = await startVendors();
  await v.xyz.lead(least);
  bearer = `Authorization: Bearer ${v.tokens.xyz.secret}`;
});
afterAll(() => v.stop());

/** Status line, headers and body of the answer to a request written by hand. */
async function raw(method: string, path: string, ...headers: string[]): Promise<{ status: number; text: string }> {
  const { port } = new URL(v.server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write([`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n'));
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return { status: Number(text.split(' ')[1]), text };
}

const leads = '/v1/campaigns/solar-test/leads';

test('an expectation that nobody knows is passed over', async () => {
  expect((await raw('GET', leads, bearer, 'Expect: the-unexpected')).status).toBe(200);
});

test('two Authorization headers are refused, whichever of them is right', async () => {
  const other = `Authorization: Bearer ${v.tokens.nordic.secret}`;
  for (const headers of [
    [bearer, other],
    [bearer, bearer],
    [bearer, 'Authorization: Basic YTpi'],
    ['Authorization: Basic YTpi', bearer],
  ])
    expect((await raw('GET', leads, ...headers)).status).toBe(401);
});

test.each(['bearer', 'BEARER', 'Bearer  '])('the scheme may be written %j', async (scheme) => {
  expect((await raw('GET', leads, `authorization: ${scheme} ${v.tokens.xyz.secret}`)).status).toBe(200);
});

test.each([
  'Authorization: SECRET',
  'Authorization: Bearer',
  'Authorization: Bearer SECRET, Bearer SECRET',
  'Authorization: Bearer SECRET SECRET',
  'Authorization: Bearer SECRETx',
  'Authorization: Bearer "SECRET"',
  'Authorization: Token SECRET',
  'X-Api-Key: SECRET',
  'Proxy-Authorization: Bearer SECRET',
])('%s is no token', async (header) => {
  const answer = await raw('GET', leads, header.replaceAll('SECRET', v.tokens.xyz.secret));
  expect(answer.status).toBe(401);
  expect(answer.text).toMatch(/^WWW-Authenticate: Bearer realm="leadspec"/im);
  expect(answer.text).not.toContain(v.tokens.xyz.secret.slice(10));
});

test.each(['access_token', 'token', 'authorization', 'api_key'])(
  'a token in the query as %s opens nothing',
  async (name) => {
    const query = `?${name}=${v.tokens.xyz.secret}`;
    expect((await raw('GET', leads + query)).status).toBe(401);
    const beside = await raw('GET', leads + query, bearer);
    expect(beside.status).toBe(400);
    expect(beside.text).not.toContain(v.tokens.xyz.secret.slice(10));
  },
);

test('a header of 100 KB is 431, and the service goes on', async () => {
  const answer = await raw('GET', leads, bearer, `X-Long: ${'a'.repeat(100_000)}`);
  expect(answer.status).toBe(431);
  expect(answer.text).toContain('"code":"headers_too_large"');
  expect((await raw('GET', leads, bearer)).status).toBe(200);
});

test.each(['text/html', 'application/xml', 'application/json;q=0', 'image/*'])('Accept: %s is 406', async (accept) => {
  const answer = await v.xyz.get('/leads', undefined, { accept });
  expect(answer).toMatchObject({ status: 406, body: { code: 'not_acceptable' } });
});

test('Accept is judged on every operation, also of the account, but after the token', async () => {
  const headers = { accept: 'text/html' };
  const { id } = (await v.xyz.get('/leads')).body.data[0] as { id: string };
  for (const [method, path] of [
    ['GET', '/'],
    ['GET', `/leads/${id}`],
    ['POST', '/leads'],
    ['PATCH', `/leads/${id}`],
    ['GET', '/v1/campaigns'],
    ['GET', '/v1/openapi.json'],
  ] as const) {
    const body = method === 'GET' ? {} : { body: {} };
    expect([method, path, (await v.xyz.request(method, path, { headers, ...body })).status]).toEqual([
      method,
      path,
      406,
    ]);
    expect((await v.client(undefined).request(method, path, { headers, ...body })).status).toBe(401);
  }
  expect((await v.xyz.get(`/leads/${id}`)).status).toBe(200);
});

test.each(['*/*', 'application/*', 'text/html, application/json;q=0.1', 'application/json; charset=utf-8', ''])(
  'Accept: %j is answered as JSON',
  async (accept) => {
    expect((await v.xyz.get('/leads', undefined, { accept })).status).toBe(200);
  },
);

/** Headers that differ between responses, or belong to the connection. */
const own = /^(date|x-request-id|ratelimit|connection|keep-alive|transfer-encoding|content-encoding)$/;

test.each([
  ['/', 'identity'],
  ['/leads', 'identity'],
  ['/leads/ID', 'identity'],
  ['/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80', 'identity'],
  ['/leads?limit=0', 'identity'],
  ['/v1/campaigns', 'identity'],
  ['/v1/openapi.json', 'identity'],
  ['/v1/openapi.json', 'br'],
  ['/leads', 'gzip'],
])('HEAD %s has the headers of GET, as %s, and no body', async (path, encoding) => {
  const { id } = (await v.xyz.get('/leads')).body.data[0] as { id: string };
  const ask = (method: string) =>
    v.xyz.request(method, path.replace('ID', id), { headers: { 'accept-encoding': encoding } });
  const [get, head] = [await ask('GET'), await ask('HEAD')];
  expect([head.status, head.text]).toEqual([get.status, '']);
  const told = ({ headers }: typeof get) =>
    [...headers].filter(([name]) => !own.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(told(head)).toEqual(told(get));
});

test('HEAD is there for pages, documents and assets too', async () => {
  const docs = `/docs/${v.tokens.xyz.docsId}`;
  const paths = [
    '/',
    docs,
    `${docs}/openapi.json`,
    `${docs}/openapi.yaml`,
    '/problems/not_found',
    '/docs/assets/page.css',
  ];
  for (const path of [...paths, '/healthz', '/readyz']) {
    const head = await fetch(v.server.url + path, { method: 'HEAD' });
    expect([path, head.status, await head.text()]).toEqual([path, 200, '']);
  }
});

test('pages offer only reading, and say so', async () => {
  const docs = `/docs/${v.tokens.xyz.docsId}`;
  for (const path of ['/', docs, `${docs}/openapi.json`, '/problems/not_found']) {
    for (const method of ['POST', 'PUT', 'DELETE', 'PROPFIND', 'OPTIONS']) {
      const answer = await raw(method, path);
      expect([method, path, answer.status]).toEqual([method, path, method === 'OPTIONS' ? 204 : 405]);
      expect(answer.text).toContain('Allow: GET, HEAD, OPTIONS');
    }
  }
});

test.each([
  ['', 'GET, HEAD, OPTIONS'],
  ['/leads', 'GET, POST, HEAD, OPTIONS'],
  ['/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80', 'GET, DELETE, PATCH, HEAD, OPTIONS'],
])('the response to OPTIONS and to methods that …%s does not have names %s', async (path, allow) => {
  const address = `/v1/campaigns/solar-test${path}`;
  const options = await raw('OPTIONS', address);
  expect(options.status).toBe(204);
  expect(options.text).toContain(`Allow: ${allow}`);
  for (const method of ['PUT', 'TRACE', 'PROPFIND', 'QUERY']) {
    const answer = await raw(method, address, bearer);
    expect([method, answer.status]).toEqual([method, 405]);
    expect(answer.text).toContain(`Allow: ${allow}`);
    expect(answer.text).not.toContain(v.tokens.xyz.secret);
  }
});

test('a method that HTTP does not have is refused, and so is one without a token', async () => {
  expect((await raw('FROBNICATE', leads, bearer)).status).toBe(501);
  expect((await raw('PUT', leads)).status).toBe(401);
});

test('a method cannot be smuggled in by a header', async () => {
  const answer = await v.xyz.get('/leads', undefined, { 'x-http-method-override': 'DELETE' });
  expect(answer.body.data).toHaveLength(1);
});

test.each(['/v1/campaigns/solar-test/leads/%zz', '/v1/campaigns/%ff/leads', '/v1/%c0%af'])(
  '%s is a 400 or a 404',
  async (path) => {
    const answer = await raw('GET', path, bearer);
    expect([400, 404]).toContain(answer.status);
  },
);

test('a request id that could break a log is replaced, a sane one kept', async () => {
  const kept = await v.xyz.get('/leads', undefined, { 'x-request-id': 'my-request-0001' });
  const replaced = await v.xyz.get('/leads', undefined, { 'x-request-id': '{"level":60}' });
  expect(kept.headers.get('x-request-id')).toBe('my-request-0001');
  expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});
