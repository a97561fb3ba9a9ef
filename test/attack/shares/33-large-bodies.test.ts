/**
 * Line 33: many large bodies at once, plain, compressed or in chunks. The bodies of one token take only that token's memory.
 */
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sharesFor } from '../../../src/limits/in-flight.ts';
import type { TestToken } from '../../support/campaigns.ts';
import { patience } from '../../support/patience.ts';
import { eventually } from '../../support/process.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

const inFlight = { ...sharesFor(10), longestWaitMs: patience(300) };
const mebibyte = 1024 * 1024;

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(undefined, { inFlight });
});
afterAll(() => v.stop());

/** Begins to send a batch, and never ends it. */
function begin(token: TestToken, headers: Readonly<Record<string, string | number>>, start: string | Buffer = '{') {
  const { promise: status, resolve } = Promise.withResolvers<number>();
  const sent = request(`${v.server.url}/v1/campaigns/${v.campaign.slug}/leads/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.secret}`, 'content-type': 'application/json', ...headers },
  });
  sent.on('response', (response) => {
    resolve(response.statusCode ?? 0);
    response.resume();
  });
  sent.on('error', () => resolve(0));
  sent.write(start);
  return { status, end: () => sent.destroy() };
}

const untilHeld = (bytes: number) => eventually(() => v.server.gates.bytes.held() >= bytes);

const blank = Buffer.alloc(15 * mebibyte, ' ');

test.each([
  ['of a told length', { 'content-length': 16 * mebibyte }, '{'],
  ['in chunks', { 'transfer-encoding': 'chunked' }, blank],
  ['compressed', { 'transfer-encoding': 'chunked', 'content-encoding': 'gzip' }, gzipSync(blank)],
])(
  'while one token sends a large body %s, its next one waits and is refused; another token has room',
  async (_, headers, start) => {
    const first = begin(v.tokens.nordic, headers, start);
    await untilHeld(16 * mebibyte);

    const next = begin(v.tokens.nordic, headers, start);
    expect(await next.status).toBe(429);
    const items = Array.from({ length: 300 }, () => ({ op: 'create', fields: { ...least, notes: 'x'.repeat(1_000) } }));
    const raw = new Uint8Array(gzipSync(JSON.stringify({ items })));
    const taken = await v.whole.request('POST', '/leads/batch', {
      raw,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(taken.status).toBe(200);

    next.end();
    first.end();
    await eventually(() => v.server.gates.bytes.held() === 0);
  },
);

test('a small body needs no room', async () => {
  const first = begin(v.tokens.nordic, { 'content-length': 16 * mebibyte });
  await untilHeld(16 * mebibyte);
  expect((await v.nordic.post('/leads', { fields: least })).status).toBe(201);
  first.end();
});
