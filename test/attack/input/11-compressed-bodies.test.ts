/** Line 11, compressed: bodies that grow, lie or break off while they are unpacked. Honest bodies are accepted. */
import { connect } from 'node:net';
import { brotliCompressSync, createGunzip, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { work } from '../../support/patience.ts';
import { eventually } from '../../support/process.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const post = (raw: Buffer, encoding: string) =>
  v.xyz.request('POST', '/leads', {
    raw: new Uint8Array(raw),
    headers: { 'content-type': 'application/json', 'content-encoding': encoding },
  });

const body = (notes: string) => Buffer.from(JSON.stringify({ fields: { ...least, notes } }));
const mebibyte = 1024 * 1024;

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['GZIP', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['identity', (plain: Buffer) => plain],
])('a body compressed by %s is read as the one that it was', async (encoding, compress) => {
  const notes = 'Æblegrød til alle. '.repeat(200).trim();
  const answer = await post(compress(body(notes)), encoding);
  expect([answer.status, answer.body.fields.notes]).toEqual([201, notes]);
});

test.each(['gzip, gzip', 'gzip, br', 'x', 'zstd', 'compress', '__proto__', 'constructor'])(
  'the coding %s is 415, and the answer says what is taken',
  async (encoding) => {
    const answer = await post(gzipSync(gzipSync(body(''))), encoding);
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    expect(answer.headers.get('accept-encoding')).toBe('gzip, deflate, br');
  },
);

test.each([
  ['gzip', gzipSync(Buffer.alloc(200 * mebibyte))],
  ['br', brotliCompressSync(Buffer.alloc(64 * mebibyte))],
  ['deflate', deflateSync(Buffer.alloc(200 * mebibyte))],
  ['gzip', gzipSync(body('a'.repeat(mebibyte)))],
])('a bomb of %s is 413', async (encoding, bomb) => {
  expect(bomb.length).toBeLessThan(mebibyte);
  expect(await post(bomb, encoding)).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
});

test('a bomb is not unpacked beyond the limit', async () => {
  const part = gzipSync(Buffer.alloc(16 * mebibyte));
  const bomb = Buffer.concat(Array.from({ length: 50 }, () => part));
  const unpacking = await work(async () => {
    const gunzip = createGunzip();
    gunzip.end(bomb);
    for await (const _ of gunzip);
  });

  const refusing = await work(async () => expect((await post(bomb, 'gzip')).status).toBe(413));

  // The service runs in this process. Unpacking the whole body would have cost as much work.
  expect(refusing).toBeLessThan(unpacking / 3);
});

test('the packed bytes are bounded as well, even if they unpack to nothing', async () => {
  const empty = gzipSync(Buffer.alloc(0));
  const endless = Buffer.concat(Array.from({ length: Math.ceil((1.5 * mebibyte) / empty.length) }, () => empty));
  expect(await post(endless, 'gzip')).toMatchObject({ status: 413 });
});

test.each([
  ['gzip that breaks off', gzipSync(body('a')).subarray(0, 30), 'gzip'],
  ['gzip with a wrong checksum', Buffer.concat([gzipSync(body('a')).subarray(0, -8), Buffer.alloc(8, 1)]), 'gzip'],
  ['br that breaks off', brotliCompressSync(body('a')).subarray(0, 20), 'br'],
  ['JSON that says it is gzip', body('a'), 'gzip'],
  ['JSON that says it is deflate', body('a'), 'deflate'],
  ['gzip that says it is br', gzipSync(body('a')), 'br'],
  ['gzip of nothing', gzipSync(Buffer.alloc(0)), 'gzip'],
  ['gzip of half a value', gzipSync(body('a').subarray(0, 20)), 'gzip'],
  ['gzip that says it is none', gzipSync(body('a')), 'identity'],
])('%s is 400, and the connection goes on', async (_name, raw, encoding) => {
  expect(await post(raw, encoding)).toMatchObject({ status: 400, body: { code: 'malformed_body' } });
  expect((await v.xyz.get('/leads')).status).toBe(200);
});

test('after a body that could not be unpacked the next request on the same connection is answered', async () => {
  const { port } = new URL(v.server.url);
  const socket = connect(Number(port), '127.0.0.1');
  const head = (method: string, ...more: string[]) =>
    [
      `${method} /v1/campaigns/solar-test/leads HTTP/1.1`,
      'Host: x',
      `Authorization: Bearer ${v.tokens.xyz.secret}`,
      ...more,
      '',
      '',
    ].join('\r\n');
  const junk = Buffer.alloc(500_000, 7);
  socket.write(
    head('POST', 'Content-Type: application/json', 'Content-Encoding: gzip', `Content-Length: ${junk.length}`),
  );
  socket.write(junk);
  socket.write(head('GET', 'Connection: close'));
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  expect(text.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 200']);
});

test('a client that goes away in the middle of a compressed body holds nothing up', async () => {
  const { port } = new URL(v.server.url);
  const packed = gzipSync(body('a'.repeat(1_000)));
  for (let i = 0; i < 20; i += 1) {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/campaigns/solar-test/leads HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${v.tokens.xyz.secret}\r\n` +
        `Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`,
    );
    socket.write(packed.subarray(0, 20));
    await eventually(() => v.server.gates.open.held() > 0);
    socket.destroy();
    await eventually(() => v.server.gates.open.held() === 0);
  }
  expect((await post(packed, 'gzip')).status).toBe(201);
});
