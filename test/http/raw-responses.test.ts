/** Responses to addresses in the forms that a client may send. */
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
