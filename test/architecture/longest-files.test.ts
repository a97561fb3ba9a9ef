/**
 * The list of test files that start first names existing files, each once. A file that was moved would otherwise start last.
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const list = new URL('../support/jest/longest-files.json', import.meta.url);
const files = JSON.parse(readFileSync(list, 'utf8')) as readonly string[];

test('every file that is started first is a test, and is named once', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
});
