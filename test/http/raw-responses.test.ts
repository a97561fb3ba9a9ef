/**
 * Responses as they stand on the wire: every one has the headers that all responses have, in whatever form the address was sent, and a
 * response without a body says so.
 */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `target`: sent as it is, which fetch would not do. */
async function send(target: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<IncomingMessage> {
  const { hostname, port } = new URL(v.server.url);
  const sent = request({
    hostname,
    port,
    path: target,
    method,
    headers: { authorization: `Bearer ${v.tokens.xyz.secret}`, ...headers },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  return response;
}

const leads = '/v1/campaigns/solar-test/leads';

test.each(['http://leads.example.com', 'https://leads.example.com:8443'])(
  'an address may be a whole URL, as proxies send it (%s)',
  async (origin) => {
    const whole = await send(`${origin}${leads}?limit=1`, { headers: { 'accept-encoding': 'gzip' } });
    expect(whole.statusCode).toBe(200);
    expect(whole.headers).toMatchObject({ 'x-schema-revision': expect.anything(), vary: 'Accept-Encoding' });
    expect((await send(`${origin}/v1/campaigns`)).statusCode).toBe(200);
    expect((await send(`${origin}${leads}`, { method: 'OPTIONS' })).headers.allow).toBe('GET, POST, HEAD, OPTIONS');
  },
);

test('a fragment is not part of the path', async () => {
  expect((await send(`${leads}#newest`)).statusCode).toBe(200);
});

test('a preflight has the headers of every response', async () => {
  const [plain, preflight] = [
    await send(leads, { method: 'OPTIONS' }),
    await send(leads, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://vendor.example',
        'access-control-request-method': 'POST',
        'x-request-id': 'chosen-by-client',
      },
    }),
  ];
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers['x-request-id']).toBe('chosen-by-client');
  const others = ['allow', 'accept-patch', 'ratelimit', 'ratelimit-policy'];
  const always = Object.keys(plain.headers).filter((name) => !others.includes(name));
  expect(always).toEqual(expect.arrayContaining(['x-content-type-options', 'content-security-policy', 'vary']));
  expect(Object.keys(preflight.headers)).toEqual(expect.arrayContaining(always));
});

test('a response without a body has a length', async () => {
  const { statusCode, headers } = await send('/v1/campaigns/solar-test/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
  });
  expect([statusCode, headers['content-length'], headers['transfer-encoding']]).toEqual([202, '0', undefined]);
});
