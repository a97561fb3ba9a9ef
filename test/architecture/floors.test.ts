/**
 * The architecture is executable: every import and every law of `test/support/source-laws.ts` against the files of `src/`. A
 * law is also shown a file that breaks it, and every exception to a law must still be needed.
 */
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { floors, importsOf, laws, linesOf, sources, unitOf } from '../support/source-laws.ts';

test.each(laws)('$name', ({ broken, except }) => {
  const found = sources
    .filter(({ path }) => !Object.hasOwn(except, path))
    .flatMap((file) => broken(file).map((what) => `${file.path}: ${what}`));
  expect(found).toEqual([]);
});

test.each(laws)('a file that breaks it is found: $name', ({ broken, offender }) => {
  expect(broken(offender)).not.toEqual([]);
});

test.each(laws)('every exception is still needed: $name', ({ broken, except }) => {
  const needed = sources.filter(({ path }) => Object.hasOwn(except, path)).filter((file) => broken(file).length > 0);
  expect(needed.map(({ path }) => path).sort()).toEqual(Object.keys(except).sort());
});

test('an import that runs upward or sideways is found, one that runs downward is not', () => {
  const [law] = laws;
  const importing = (path: string, name: string) => law?.broken({ path, text: `import type { X } from '${name}';` });
  expect(importing('campaign/load.ts', '../access/grant.ts')).toEqual(['access/grant.ts']);
  expect(importing('leads/store/store.ts', '../context.ts')).toEqual(['leads/context.ts']);
  expect(importing('leads/store/store.ts', '../../document/offer.ts')).toEqual(['document/offer.ts']);
  expect(importing('manage/definition/fields.ts', '../../leads/context.ts')).toEqual(['leads/context.ts']);
  expect(importing('leads/context.ts', './store/store.ts')).toEqual([]);
  expect(importing('access/grant.ts', '../campaign/pins.ts')).toEqual([]);
  expect(law?.broken({ path: 'http/app.ts', text: "export const late = () => import('../main.ts');" })).toEqual([
    'main.ts',
  ]);
});

test('every unit on a floor has files, and no unit stands on two floors', () => {
  const used = new Set(['generated', ...sources.map(({ path }) => unitOf(path))]);
  expect(floors.flat().filter((unit) => !used.has(unit))).toEqual([]);
  expect(new Set(floors.flat()).size).toBe(floors.flat().length);
});

test('imports are read at all', () => {
  expect(sources.flatMap(importsOf).length).toBeGreaterThan(300);
});

/** A reader can overlook a folder at a glance. `leads/store` is one idea, and may be larger. */
const mostFiles = (folder: string) => (folder === 'src/leads/store' ? 32 : 25);

test.each(['src', 'test', 'scripts'])('no folder of %s has more than 25 files of its own', (top) => {
  const root = new URL('../../', import.meta.url);
  const folders = readdirSync(new URL(`${top}/`, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath }) => relative(fileURLToPath(root), parentPath).replaceAll('\\', '/'));
  const counts = Map.groupBy(folders, (folder) => folder);
  const large = [...counts].filter(([folder, files]) => files.length > mostFiles(folder));
  expect(large.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
});

test('nine files in ten have at most 250 lines', () => {
  const lengths = sources.map(({ text }) => linesOf(text)).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(250);
});
