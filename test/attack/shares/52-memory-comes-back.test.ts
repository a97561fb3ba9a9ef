/** Line 52: bursts of large bodies. The memory of all of them is bounded, and is given back afterwards. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sharesFor } from '../../../src/limits/in-flight.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

const mebibyte = 1024 * 1024;
const inFlight = { ...sharesFor(10), longestWaitMs: 500 };

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(undefined, { inFlight });
});
afterAll(() => v.stop());

test('sixty batches that unpack to 8 MiB each hold the share of their token at most, and give it back', async () => {
  const packed = new Uint8Array(
    gzipSync(
      `{"items":[${Array(16)
        .fill(`"${'x'.repeat(mebibyte / 2)}"`)
        .join(',')}]}`,
    ),
  );
  const { bytes, work, open } = v.server.gates;
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, bytes.held());
  }, 1);
  const answers = await Promise.all(
    Array.from({ length: 60 }, () =>
      v.nordic.request('POST', '/leads/batch', {
        raw: packed,
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      }),
    ),
  );
  clearInterval(timer);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(inFlight.bytes);
  expect(answers.filter(({ status }) => status !== 200 && status !== 429).map(({ text }) => text)).toEqual([]);
  while (open.held() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect([bytes.held(), work.held(), bytes.waiting(), work.waiting()]).toEqual([0, 0, 0, 0]);
});
