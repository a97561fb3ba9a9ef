/** The documents at the root say what is so: every setting, every npm script that they name, every link within. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { settings } from '../src/config.ts';
import { problemCodes } from '../src/problem/codes.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFile(join(root, path), 'utf8');
const pages = [
  ...(await readdir(root)).filter((name) => name.endsWith('.md')),
  ...(await readdir(join(root, 'docs'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Cells of the rows of Markdown tables. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));

test('the README explains every setting, in the order and the words of the configuration', async () => {
  const told = rowsOf(await read('README.md')).flatMap(([, name = '', meaning = '']) =>
    /^`[A-Z_]+`$/.test(name) ? [[name.slice(1, -1), meaning]] : [],
  );
  expect(told).toEqual(Object.entries(settings));
});

test.each(pages)('every link within the repository leads somewhere: %s', async (page) => {
  const links = [...(await read(page)).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, to = '']) => to);
  const local = links.filter((to) => !/^[a-z]+:/.test(to));
  expect(local.filter((to) => !existsSync(resolve(root, dirname(page), to)))).toEqual([]);
});

test('every problem code that ARCHITECTURE.md names exists', async () => {
  const known = new Set<string>(problemCodes);
  const cells = rowsOf(await read('ARCHITECTURE.md')).filter(([, where = '']) => /\/|\.ts/.test(where));
  const named = cells.flatMap(([, , , rejects = '']) =>
    [...rejects.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, code]) => code),
  );
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((code) => !known.has(code ?? ''))).toEqual([]);
});
