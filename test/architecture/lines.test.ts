/**
 * Each of the 53 lines of `test/attack/README.md`, which lists what an attacker, a clumsy client and a bad day will try, has
 * a test file that is named after the line: `NN-….test.ts`, in a folder of `test/attack/` or in `test/fault/`.
 */
import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const numbers = ['attack', 'fault']
  .flatMap((folder) => readdirSync(new URL(`../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' }))
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => Number(/(?:^|[\\/])(\d\d)-[a-z0-9-]+\.test\.ts$/.exec(path)?.[1]));
const lines = Array.from({ length: 53 }, (_, i) => i + 1);

test('every line has a test', () => {
  expect(lines.filter((line) => !numbers.includes(line))).toEqual([]);
});

test('every test of an attack or a fault is named after its line', () => {
  expect(numbers.filter((number) => !lines.includes(number))).toEqual([]);
});
