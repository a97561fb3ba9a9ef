/** Responses are compressed as the client asks, if that is safe and useful, and are the same when unpacked. */

import { get as httpGet } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signUp } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
  for (let i = 0; i < 10; i += 1) await v.xyz.lead({ ...least, notes: 'The same again and again. '.repeat(20) });
});
afterAll(() => v.stop());

interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** A request whose response is not unpacked on the way, as fetch would. */
function raw(path: string, headers: Record<string, string>): Promise<Raw> {
  return new Promise((resolve, reject) => {
    httpGet(v.server.url + path, { headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) });
    }).on('error', reject);
  });
}

const leads = '/v1/campaigns/solar-test/leads';
const bearer = () => ({ authorization: `Bearer ${v.tokens.xyz.secret}` });

test.each([
  ['gzip', 'gzip', gunzipSync],
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['*', 'br', brotliDecompressSync],
])('a client that accepts %s gets %s, and unpacks the very response', async (accepted, given, unpack) => {
  const plain = await raw(leads, bearer());
  const packed = await raw(leads, { ...bearer(), 'accept-encoding': accepted });

  expect([packed.status, packed.headers['content-encoding']]).toEqual([200, given]);
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
  expect(unpack(packed.bytes).equals(plain.bytes)).toBe(true);
});

test.each(['identity', 'gzip;q=0', 'compress', ''])(
  'a client that accepts %j gets the plain response',
  async (accepted) => {
    const { headers } = await raw(leads, { ...bearer(), 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBeUndefined();
    expect(Number(headers['content-length'])).toBeGreaterThan(1_024);
  },
);

test('responses have headers for caches, whatever the request; caches do not store leads, which keep their strong tag', async () => {
  const { id } = (await v.xyz.get('/leads')).body.data[0] as { id: string };
  for (const headers of [{}, { 'accept-encoding': 'br' }])
    for (const path of [leads, `${leads}/${id}`, `${leads}/nothing`]) {
      const answer = await raw(path, { ...bearer(), ...headers });
      expect(answer.headers.vary).toBe('Accept-Encoding');
      expect(answer.headers['cache-control']).toBe('no-store');
      if (path.endsWith(id)) expect(answer.headers.etag).toMatch(/^"1-[\w-]{8}"$/);
    }
});

test('small answers stay as they are', async () => {
  const { headers } = await raw('/v1/campaigns', { ...bearer(), 'accept-encoding': 'gzip' });
  expect(headers['content-encoding']).toBeUndefined();
});

test('documents and pages are compressed, and a document that the client has is 304', async () => {
  const docs = `/docs/${v.tokens.xyz.docsId}`;
  for (const path of [
    `${docs}/openapi.json`,
    `${docs}/openapi.yaml`,
    docs,
    '/problems/invalid_lead',
    '/v1/openapi.json',
  ]) {
    const answer = await raw(path, { ...bearer(), 'accept-encoding': 'br' });
    expect([path, answer.status, answer.headers['content-encoding']]).toEqual([path, 200, 'br']);
    expect(answer.headers.vary).toContain('Accept-Encoding');
  }
  const { headers } = await raw(`${docs}/openapi.json`, { 'accept-encoding': 'br' });
  const again = await raw(`${docs}/openapi.json`, { 'accept-encoding': 'br', 'if-none-match': String(headers.etag) });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  const asset = await raw('/docs/assets/page.css', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(asset.bytes).toString()).toContain('body');
});

test('the Management API is not compressed: it reveals secrets, and a cookie opens it', async () => {
  const member = await signUp(v.server);
  for (let i = 0; i < 10; i += 1) await member.call('POST /campaigns', { body: { name: `Campaign ${i}` } });
  const answer = await raw('/manage/v1/campaigns', { cookie: String(member.cookie()), 'accept-encoding': 'br, gzip' });
  expect([answer.status, answer.headers['content-encoding']]).toEqual([200, undefined]);
  expect(answer.bytes.length).toBeGreaterThan(1_024);
});
