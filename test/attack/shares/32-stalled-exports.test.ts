/** Line 32: exports and other responses that nobody reads. A token may have few of them, and stalled ones are ended. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../src/ids/ids.ts';
import { seedLeads } from '../../../src/leads/store/insert-leads.ts';
import { sharesFor } from '../../../src/limits/in-flight.ts';
import type { TestToken } from '../../support/campaigns.ts';
import { patience } from '../../support/patience.ts';
import { eventually } from '../../support/process.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

const inFlight = { ...sharesFor(10), longestWaitMs: patience(3_000) };
const { exports: most, work } = inFlight;

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(undefined, { inFlight, stallTimeout: patience(3_000) });
  const leads = Array.from({ length: 400 }, (_, i) => ({
    id: newId(Date.now() - i),
    createdAt: Date.now() - i,
    status: 'new',
    externalId: null,
    values: { name: 'Anna', email: 'anna@example.com', source: 'nordic-leads', notes: 'x'.repeat(100_000) },
  }));
  await seedLeads(v.db, v.campaign, { kind: 'system', id: null }, leads);
});
afterAll(() => v.stop());

/** Sends a request, and reads only the head of the response. */
async function ask(token: TestToken, path: string) {
  const socket = connect(Number(new URL(v.server.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  const authorization = `Authorization: Bearer ${token.secret}`;
  socket.write(`GET /v1/campaigns/${v.campaign.slug}${path} HTTP/1.1\r\nHost: x\r\n${authorization}\r\n\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.pause();
  return { socket, status: Number(/^HTTP\/1.1 (\d+)/.exec(String(head))?.[1]) };
}

test('one token has a few exports under way; those that stand still work for nobody, and are ended', async () => {
  const first = await Promise.all(Array.from({ length: most }, () => ask(v.tokens.nordic, '/leads/export')));
  const next = await ask(v.tokens.nordic, '/leads/export');
  expect([...first.map(({ status }) => status), next.status]).toEqual([...first.map(() => 200), 429]);
  expect((await v.nordic.get('/leads')).status).toBe(200);
  expect((await ask(v.tokens.whole, '/leads/export')).status).toBe(200);

  await eventually(() => v.server.gates.exports.held() === 0);
  expect(v.server.gates.work.held()).toBe(0);
});

test('pages that nobody reads are counted, and the token waits until they are ended', async () => {
  const pages = await Promise.all(Array.from({ length: 12 }, () => ask(v.tokens.nordic, '/leads?limit=100')));
  const refused = pages.filter(({ status }) => status === 429).length;
  const { bytes } = v.server.gates;
  expect(refused).toBeGreaterThan(0);
  // Responses that are being made when the share gets full are still sent: one page for each unit of work.
  expect(bytes.held()).toBeLessThan(sharesFor(10).bytes + work * 10_100_000);
  await eventually(() => bytes.held() === 0);
  expect((await v.nordic.get('/leads')).status).toBe(200);
});

test('an export whose client reads slowly, but reads, comes to its end', async () => {
  const { socket } = await ask(v.tokens.nordic, '/leads/export');
  let read = 0;
  socket.on('data', (chunk: Buffer) => {
    read += chunk.length;
    socket.pause();
    setTimeout(() => socket.resume(), 20);
  });
  socket.resume();
  let last = '';
  socket.on('data', (chunk: Buffer) => {
    last = `${last}${chunk}`.slice(-7);
    if (last.endsWith('\r\n0\r\n\r\n')) socket.end();
  });
  await once(socket, 'close');
  expect(last).toBe('\r\n0\r\n\r\n');
  expect(read).toBeGreaterThan(399 * 100_000);
});
