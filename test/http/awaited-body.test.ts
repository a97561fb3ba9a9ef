/**
 * `Expect: 100-continue` (RFC 9110, 10.1.1): the client gets `100` when its body is read, but not if it is refused earlier.
 */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const body = JSON.stringify({ fields: least });

/** Sends the head, and the body after `100`. Returns the status lines and headers of everything that came back. */
async function post(headers: Record<string, string | number>): Promise<string> {
  const socket = connect(Number(new URL(v.server.url).port), '127.0.0.1');
  const head = Object.entries({ Host: 'x', Expect: '100-continue', 'Content-Type': 'application/json', ...headers });
  socket.write(
    `POST /v1/campaigns/solar-test/leads HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  let all = '';
  for await (const chunk of socket) {
    all += String(chunk);
    if (all === 'HTTP/1.1 100 Continue\r\n\r\n') socket.write(body);
    if (/^HTTP\/1.1 [2-5]/m.test(all)) break;
  }
  return all;
}

const token = () => ({ Authorization: `Bearer ${v.tokens.xyz.secret}` });
const length = { 'Content-Length': Buffer.byteLength(body) };

test('a body that is wanted is sent for, and the connection is kept', async () => {
  const answer = await post({ ...token(), ...length });
  expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 201 Created\r\n/);
  expect(answer).not.toMatch(/^Connection: close/im);
});

test.each([
  ['no token', () => length, 401],
  ['a body that is too large', () => ({ ...token(), 'Content-Length': 2_000_000 }), 413],
  ['a media type that is not taken', () => ({ ...token(), ...length, 'Content-Type': 'text/plain; charset=x' }), 415],
  ['a coding that is not taken', () => ({ ...token(), ...length, 'Content-Encoding': 'zip' }), 415],
])('%s is refused before the body is sent, and the connection closed', async (_what, headers, status) => {
  const answer = await post(headers() as Record<string, string | number>);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toMatch(/^Connection: close\r$/im);
});
