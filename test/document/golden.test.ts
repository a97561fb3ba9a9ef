/**
 * The golden files are what is made today: the public documents of three campaigns for each kind of grant. A change of them
 * is read in review; `npm run generate` writes them anew. (`test/leads/store/sql-golden.test.ts` does the same for SQL.)
 */
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { goldenFiles } from '../../scripts/golden.ts';

const root = new URL('../../', import.meta.url);
const folder = 'test/golden/documents/';
const made = [...goldenFiles()].filter(([path]) => path.startsWith(folder));

test.each(made)('%s is what is published today', async (path, text) => {
  const kept = await readFile(new URL(path, root), 'utf8');
  expect(kept).toBe(text);
});

test('there is no golden document that nothing makes', async () => {
  const kept = await readdir(new URL(folder, root));
  expect(kept.map((name) => folder + name).sort()).toEqual(made.map(([path]) => path).sort());
});
