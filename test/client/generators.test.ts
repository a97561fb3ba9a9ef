/**
 * Vendors' generated clients: four generators make theirs of the token's own document, without a warning; what is written on
 * their types compiles in strict mode, and does its work against the server. So do the types of awkward and random documents.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom } from '../../src/demo/random.ts';
import { textOf } from '../../src/document/pieces.ts';
import { publish } from '../../src/document/publish.ts';
import { randomSubject } from '../support/arbitraries.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = `${root}node_modules`;
let v: Vendors;
let directory: string;

beforeAll(async () => {
  v = await startVendors();
  // Inside the project, where a client finds its library.
  directory = mkdtempSync(`${root}test/client/.vendor-`);
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await v.stop();
});

interface Generator {
  /** Arguments for Node that turn `<name>.json` into TypeScript in the folder `<name>`. */
  readonly command: (name: string) => readonly string[];
  /** Configuration that stands beside the document. */
  readonly config?: (name: string) => string;
  /** Files of its own run time, which need not compile with every strictness. */
  readonly own?: RegExp;
}

const generators: Readonly<Record<string, Generator>> = {
  'openapi-typescript': {
    command: (name) => [`${modules}/openapi-typescript/bin/cli.js`, `${name}.json`, '--output', `${name}/schema.ts`],
  },
  'hey-api': {
    command: (name) => [`${modules}/@hey-api/openapi-ts/bin/run.js`, '--file', `${name}.config.mjs`],
    config: (name) =>
      `export default { input: './${name}.json', output: { path: './${name}', importFileExtension: '.ts' } };`,
    own: /\/(client|core)\//,
  },
  orval: {
    command: (name) => [`${modules}/orval/dist/bin/orval.mjs`, '--config', `${name}.config.mjs`],
    config: (name) => `export default { leads: { input: { target: './${name}.json' }, output: { mode: 'single',
      target: './${name}/leads.ts', client: 'fetch', baseUrl: { getBaseUrlFromSpecification: true } } } };`,
  },
  'swagger-typescript-api': {
    command: (name) => [
      `${modules}/swagger-typescript-api/dist/cli.mjs`,
      ...['generate', '--path', `${name}.json`, '--output', name, '--name', 'Api.ts', '--enum-style', 'union'],
    ],
    // Its one file holds its run time as well.
    own: /\/Api\.ts/,
  },
};

const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck'];
const output = ['--module', 'nodenext', '--target', 'es2024', '--rewriteRelativeImportExtensions', '--outDir', 'built'];
const types = ['--types', 'node', '--typeRoots', `${modules}/@types`];

/** The vendor's document, one whose names are awkward, and one out of the blue. */
async function documents(): Promise<Record<string, string>> {
  const own = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
  const awkward = publish(grantOf(fixtures.awkward, 'scoped-read-write'), publicUrl);
  const random = publish(randomSubject(createRandom(Math.floor(Math.random() * 2 ** 31))), publicUrl);
  return { generated: await own.text(), awkward: textOf(awkward.body), random: textOf(random.body) };
}

/** Compiles, and gives what the compiler says of everything but the generator's own run time. */
async function compile(folder: string, roots: readonly string[], own: RegExp | undefined): Promise<string[]> {
  const args = [`${modules}/typescript/bin/tsc`, ...strict, ...output, ...types, ...roots];
  const { stdout } = await run(process.execPath, args, { cwd: folder }).catch((error: { stdout: string }) => error);
  const errors = stdout.split(/\n(?=\S)/).filter((line) => line.trim() !== '');
  return errors.filter((error) => !own?.test(error.split('(')[0] ?? ''));
}

test.each(Object.keys(generators))('%s', async (name) => {
  const { command, config, own } = generators[name] as Generator;
  const folder = join(directory, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const texts = await documents();
  const said = await Promise.all(
    Object.entries(texts).map(async ([document, text]) => {
      writeFileSync(join(folder, `${document}.json`), text);
      if (config) writeFileSync(join(folder, `${document}.config.mjs`), config(document));
      const { stdout, stderr } = await run(process.execPath, command(document), { cwd: folder });
      return stdout + stderr;
    }),
  );
  expect(said.filter((text) => /warn|error|deprecat/i.test(text))).toEqual([]);

  copyFileSync(fileURLToPath(new URL(`./fixture/${name}.ts`, import.meta.url)), join(folder, 'vendor.ts'));
  const made = Object.keys(texts).flatMap((document) => typeScriptIn(folder, document));
  for (const file of made) checkEverything(join(folder, file));
  expect(await compile(folder, ['vendor.ts', ...made], own)).toEqual([]);

  const { servers } = JSON.parse(texts.generated ?? '') as { servers: [{ url: string }] };
  const built = [join(folder, 'built/vendor.js'), servers[0].url, v.tokens.xyz.secret];
  const { stdout } = await run(process.execPath, built, { cwd: folder });
  expect(JSON.parse(stdout)).toEqual({
    source: 'vendor-xyz',
    size: 3,
    listed: true,
    updated: ['won', 2, null],
    problem: ['invalid_lead', ['/fields/email format', '/fields/name required', '/fields/source pinned']],
  });
  await v.xyz.delete(`/leads/${(await v.xyz.get('/leads', { external_id: 'vendor-1' })).body.data[0]?.id}`);
});

const typeScriptIn = (folder: string, name: string): string[] =>
  readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(name, file));

/** Takes out the line by which a generator keeps the compiler from looking. */
function checkEverything(file: string): void {
  const text = readFileSync(file, 'utf8');
  if (text.includes('@ts-nocheck')) writeFileSync(file, text.replace(/^.*@ts-nocheck.*$/m, ''));
}
