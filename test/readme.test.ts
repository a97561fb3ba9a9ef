/**
 * The README and the pages beside it are true: every setting, every link and every npm script in them, and the vendor's
 * session, which is pasted twice and gets the responses on the page.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { settings } from '../src/config.ts';
import { problemCodes } from '../src/problem/codes.ts';
import { toldOfDemo } from './support/demo.ts';
import { patience } from './support/patience.ts';
import { startProcess } from './support/process.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFile(join(root, path), 'utf8');
const pages = [
  ...(await readdir(root)).filter((name) => name.endsWith('.md')),
  ...(await readdir(join(root, 'docs'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** The cells in the rows of Markdown tables. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));

test('docs/operating.md explains every setting, in the order and the words of the configuration', async () => {
  const told = rowsOf(await read('docs/operating.md')).flatMap(([, name = '', meaning = '']) =>
    /^`[A-Z_]+`$/.test(name) ? [[name.slice(1, -1), meaning]] : [],
  );
  expect(told).toEqual(Object.entries(settings));
});

test.each(pages)('every link within the repository has a target: %s', async (page) => {
  const links = [...(await read(page)).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, to = '']) => to);
  const local = links.filter((to) => !/^[a-z]+:/.test(to));
  expect(local.filter((to) => !existsSync(resolve(root, dirname(page), to)))).toEqual([]);
});

test.each(pages)('every npm script that it names exists: %s', async (page) => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
  const named = [...(await read(page)).matchAll(/npm run ([a-z-]+(?::[a-z]+)*)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test.each(pages)('every heading that it links to exists: %s', async (page) => {
  const links = [...(await read(page)).matchAll(/\]\(((?![a-z]+:)[^)#]*)#([^)]+)\)/g)];
  const missing = [];
  for (const [link, to = '', anchor] of links) {
    const text = await readFile(to === '' ? join(root, page) : resolve(root, dirname(page), to), 'utf8');
    const headings = (text.match(/(?<=^#+ ).*$/gm) ?? []).map((one) =>
      one
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    if (!headings.includes(anchor ?? '')) missing.push(link);
  }
  expect(missing).toEqual([]);
});

test('the README has both commands, each on one line', async () => {
  const blocks = [...(await read('README.md')).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block);
  expect(blocks).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
});

/** Replaces the parts that differ from run to run. */
const alike = (text: string, base: string) =>
  text
    .trim()
    .replaceAll(base, 'BASE')
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/"A-\d+"/g, '"A-N"');

test("the vendor's session can be pasted twice in a row, and gets the responses on the page", async () => {
  const service = await startProcess({ env: { LEADSPEC_DEMO: '1' } });
  const values = /^export BASE=.*$/m.exec(await toldOfDemo(service))?.[0] ?? '';
  const blocks = [...(await read('docs/vendor.md')).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  const mark = (index: number) => `printf '<%d>\\n' ${index}\n`;
  // The first block replaces the line that the start has written down.
  const session = blocks.flatMap(([, kind, text = ''], i) => (kind === 'sh' && i > 0 ? [`${text}${mark(i)}`] : []));
  const paste = [values, ...session].join('\n');

  const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', paste + paste], {
    cwd: root,
    timeout: patience(110_000),
  });

  expect(stderr.replace(/.*openapi-typescript.*|.*🚀.*/g, '').trim()).toBe('');
  // Each response ends with a line break, so the mark begins a line.
  const told = [...stdout.matchAll(/([\s\S]*?)^<(\d+)>\n/gm)].map(([, text = '', i]) => ({ i: Number(i), text }));
  expect(told).toHaveLength(2 * session.length);
  for (const { i, text } of told) {
    expect(text).not.toMatch(/"code":\s*"(?!invalid_lead|required|unknown|format|pattern|not_allowed|type)/);
    const [, kind, shown = ''] = blocks[i + 1] ?? [];
    if (kind === 'sh' || kind === undefined) continue;
    const last = kind === '' ? text.trim().split('\n').slice(-2).join('\n') : text;
    expect(alike(last, service.url)).toBe(alike(shown, 'http://127.0.0.1:3000'));
  }
  await service.stop();
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
