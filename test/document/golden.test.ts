/**
 * The golden documents are the public documents of three campaigns for each kind of grant, as the code makes them now.
 * Reviewers read each of their changes; `npm run generate` writes them. One document of each campaign is complete; the
 * others are differences from it. (`test/leads/store/sql-golden.test.ts` does the same for SQL.)
 */
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { difference, rebuilt, yaml } from '../../scripts/difference.ts';
import { goldenFiles, twins } from '../../scripts/golden.ts';

const root = new URL('../../', import.meta.url);
const folder = 'test/golden/documents/';
const files = goldenFiles();
const documentFiles = [...files].filter(([path]) => path.startsWith(folder));

test.each(documentFiles)('%s is what is published today', async (path, text) => {
  const kept = await readFile(new URL(path, root), 'utf8');
  expect(kept).toBe(text);
});

test.each([...twins()])(
  '%s leaves nothing out: the whole text is made from it again',
  (path, { base, text, layout }) => {
    expect(rebuilt(files.get(base) ?? '', files.get(path) ?? '', layout)).toBe(text);
  },
);

test('a difference names the place of each change, and of a long removed run shows where its parts begin', () => {
  const lines = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `      ${name}${index}: 1`);
  const base = [
    'paths:',
    '  /a:',
    '    get:',
    ...lines('x', 3),
    '    put:',
    ...lines('y', 9),
    '    post:',
    ...lines('z', 9),
  ];
  const other = [...base.slice(0, 4), '      x1: 2', '      x2: 1', '  /b: {}'];
  const text = difference('the base', base.join('\n'), other.join('\n'), yaml);
  expect(text.split('\n')).toEqual([
    'Different from the base:',
    '@@ paths › /a › get',
    '       x0: 1',
    '-      x1: 1',
    '+      x1: 2',
    '       x2: 1',
    '-    put:',
    '-… 9 lines …',
    '-    post:',
    '-… 9 lines …',
    '+  /b: {}',
    '',
  ]);
  expect(rebuilt(base.join('\n'), text, yaml)).toBe(other.join('\n'));
});

test('every golden document is made by `npm run generate`', async () => {
  const kept = await readdir(new URL(folder, root));
  expect(kept.map((name) => folder + name).sort()).toEqual(documentFiles.map(([path]) => path).sort());
});
