/**
 * No test passes or fails by a clock time that holds on one machine only: see `test/support/patience.ts`. A limit is
 * `patience(…)`, or a name that says whose time it is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const folder = new URL('../', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('golden/'));

const laws: Readonly<Record<string, RegExp>> = {
  'a time that has passed is compared with a number': /\.now\(\) - [^\n]*\)\s*(?:<|\.toBeLessThan(?:OrEqual)?\()\s*\d/g,
  'a test has a time limit that is a number': /^(?:\}, |\) => \{\}, | {2})[\d_]{4,}(?:\);|,)$/gm,
  'something is given up after a number of milliseconds': /(?:\btimeout: |AbortSignal\.timeout\(|Timeout\()[\d_]{4,}/g,
};

/** The laws that a text breaks. */
const breaks = (text: string) =>
  Object.entries(laws).flatMap(([law, pattern]) =>
    (text.match(pattern) ?? []).map((found) => `${law}: ${found.trim()}`),
  );

test('no test asserts a time of the clock, and every limit grows with the slowness of the machine', () => {
  const found = files.flatMap((path) =>
    breaks(readFileSync(new URL(path, folder), 'utf8')).map((what) => `${path}: ${what}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['expect(performance.now()', ' - began).toBeLessThan(500);'].join(''),
  ['}', ', 60_000);'].join(''),
  ['await page.waitFor({ timeout', ': 15_000 });'].join(''),
  ['fetch(url, { signal: AbortSignal', '.timeout(20_000) })'].join(''),
])('this would: %s', (text) => {
  expect(breaks(text)).toHaveLength(1);
});
