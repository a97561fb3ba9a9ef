/**
 * Bundles the specs, makes their types and the golden files: `npm run generate`. With `--check` nothing is written, and the command fails
 * when what is checked in differs from what would be made.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle, loadConfig } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');
const specs = ['leads', 'account', 'manage'] as const;
const banner = '// Made by `npm run generate` from openapi/. Do not edit.\n/* biome-ignore-all lint: generated */\n\n';
let drifted = false;

async function emit(path: string, text: string): Promise<void> {
  const url = new URL(path, root);
  const before = await readFile(url, 'utf8').catch(() => '');
  if (before === text) return;
  drifted = true;
  if (check) console.error(`${path} is not what \`npm run generate\` makes`);
  else {
    await writeFile(url, text);
    console.log(`wrote ${path}`);
  }
}

/** Descriptions with a line for each paragraph: breaks in the middle of one would stand in the comments of generated clients. */
function withoutLineBreaks(node: unknown, name?: string): unknown {
  if (typeof node === 'string') return name === 'description' ? node.trim().replace(/(?<!\n)\n(?![\n-])/g, ' ') : node;
  if (Array.isArray(node)) return node.map((one) => withoutLineBreaks(one));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutLineBreaks(value, key)]));
}

const config = await loadConfig();
for (const name of specs) {
  const { bundle: result, problems } = await bundle({
    ref: fileURLToPath(new URL(`openapi/${name}.yaml`, root)),
    config,
  });
  for (const problem of problems) console.error(`openapi/${name}.yaml: ${problem.message}`);
  if (problems.length > 0) process.exit(1);
  const spec = withoutLineBreaks(result.parsed);
  await emit(`src/generated/${name}.json`, `${JSON.stringify(spec, null, 1)}\n`);
  const types = await openapiTS(JSON.parse(JSON.stringify(spec)), {
    alphabetize: false,
    defaultNonNullable: false,
  });
  await emit(`src/generated/${name}.ts`, banner + astToString(types));
}
// Only now: the golden documents are made from the base documents that were just written.
const { goldenFiles } = await import('./golden.ts');
const golden = goldenFiles();
for (const [path, text] of golden) await emit(path, text);
for (const folder of ['test/golden/documents', 'test/golden/sql']) {
  for (const name of await readdir(new URL(folder, root))) {
    if (golden.has(`${folder}/${name}`)) continue;
    console.error(`${folder}/${name} is made by nothing any more: delete it`);
    drifted = true;
  }
}
if (check && drifted) process.exit(1);
