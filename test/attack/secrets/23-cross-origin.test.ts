/** Line 23: a write that a page of another origin sends with a stolen cookie is refused. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SignedUp, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(() => server?.stop());

const create = (headers: Record<string, string>) =>
  owner.call('POST /campaigns', { body: { name: 'From elsewhere' }, headers });

test.each([
  [{ Origin: 'https://evil.example' }],
  [{ Origin: 'null' }],
  [{ 'Sec-Fetch-Site': 'cross-site' }],
  [{ 'Sec-Fetch-Site': 'same-site' }],
  [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' }],
])('%j is refused, and nothing is written', async (headers) => {
  const { status, body } = await create(headers);

  expect([status, body.code]).toEqual([403, 'cross_origin']);
  expect((await owner.call('GET /campaigns')).body.data).toEqual([]);
});

test('signing in and out from another origin is refused too', async () => {
  for (const request of ['POST /session', 'DELETE /session']) {
    const { body } = await owner.call(request, { headers: { Origin: 'https://evil.example' } });
    expect(body.code).toBe('cross_origin');
  }
});

test('a read is accepted, because the browser keeps the response from the other page', async () => {
  const { status, headers } = await owner.call('GET /campaigns', { headers: { Origin: 'https://evil.example' } });
  expect(status).toBe(200);
  expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('our own pages, and clients that are no browser, are let through', async () => {
  expect((await create({ Origin: server.url, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201);
  expect((await create({})).status).toBe(201);
});
