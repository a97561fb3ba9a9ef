/**
 * `npm run longest-files -- results.json`: writes the list of test files that are started first, out of what a whole run has
 * told (`npm test -- --json --outputFile=results.json`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The order of those that are short is of no matter. */
const count = 50;

const [results = ''] = process.argv.slice(2);
const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as {
  testResults: readonly { name: string; startTime: number; endTime: number }[];
};
const longest = testResults
  .map(({ name, startTime, endTime }) => ({
    file: relative(root, name).replaceAll('\\', '/'),
    took: endTime - startTime,
  }))
  .sort((a, b) => b.took - a.took)
  .slice(0, count);
const list = JSON.stringify(
  longest.map(({ file }) => file),
  null,
  2,
);
writeFileSync(new URL('../test/support/jest/longest-files.json', import.meta.url), `${list}\n`);
