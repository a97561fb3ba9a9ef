/**
 * Each of the 53 lines of what an attacker, a clumsy client and a bad day will try (`test/attack/README.md`) has a test file that is named after it
 * (`test/attack/NN-….test.ts` or `test/fault/NN-….test.ts`), or stands on the list of those not yet written. The list may
 * only shrink: a line that has its test must go from it.
 */
import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** A line of its own for each, to be deleted together with the commit that brings its test. */
const notYetWritten: Readonly<Record<number, string>> = {};
/** How long the list was when it was last shortened: lower it with every line that goes. */
const mostEver = 0;

const folders = ['attack', 'fault'];
const numbers = folders
  .flatMap((folder) => readdirSync(new URL(`../${folder}/`, import.meta.url)))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => Number(/^(\d\d)-[a-z0-9-]+\.test\.ts$/.exec(name)?.[1]));
const lines = Array.from({ length: 53 }, (_, i) => i + 1);

test('every line has a test, or is known to have none yet', () => {
  const missing = lines.filter((line) => !numbers.includes(line));
  expect(missing.filter((line) => !Object.hasOwn(notYetWritten, line))).toEqual([]);
});

test('a line that has its test is no longer on the list, and the list only shrinks', () => {
  const listed = Object.keys(notYetWritten).map(Number);
  expect(listed.filter((line) => numbers.includes(line))).toEqual([]);
  expect(listed.length).toBeLessThanOrEqual(mostEver);
});

test('every test of an attack or a fault is named after its line', () => {
  expect(numbers.filter((number) => !lines.includes(number))).toEqual([]);
});
