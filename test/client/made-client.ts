/**
 * Makes a client as `docs/clients.md` says, for four documents: the vendor's own, one with awkward names, one for reading,
 * and a random one. Compiles all four strictly, and runs the vendor's programs with the first one against the server.
 */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createRandom } from '../../src/demo/random.ts';
import { publish } from '../../src/document/publish.ts';
import { clientSection, writeFiles } from '../support/documents/clients-page.ts';
import { randomSubject } from '../support/draws/arbitraries.ts';
import { seed } from '../support/draws/seed.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';
import type { Vendors } from '../support/vendors.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = `${root}node_modules`;

export interface Generator {
  /** The heading of its section. */
  readonly heading: string;
  /** The vendor's program in `fixture/`. */
  readonly program: string;
  /** Its own run time: files or compiler errors that need not be strict. */
  readonly own?: RegExp;
  /** Mistakes in a lead that the client itself does not report, if it validates values before it sends them. */
  readonly refused?: readonly string[];
  /** The usual output for every document. */
  readonly prints?: RegExp;
}

export interface MadeClient {
  /** Messages of the generator that look like warnings. */
  readonly warnings: readonly string[];
  readonly compileErrors: readonly string[];
  /** The output of the vendor's program and of the page's first lead. */
  readonly told: unknown;
  readonly first: string;
}

export async function makeClient(v: Vendors, generator: Generator): Promise<MadeClient> {
  // Inside the project, where a client finds its libraries.
  const folder = mkdtempSync(`${root}test/client/.vendor-`);
  try {
    const texts = await documents(v);
    const said = await Promise.all(
      Object.entries(texts).map(([name, text]) => generate(join(folder, name), text, generator)),
    );
    const vendor = join(folder, 'vendor');
    copyFileSync(
      fileURLToPath(new URL(`./fixture/${generator.program}.ts`, import.meta.url)),
      join(vendor, 'vendor.ts'),
    );
    const roots = Object.keys(texts).flatMap((name) => typeScriptIn(folder, name));
    const compileErrors = await compile(folder, roots, generator.own);
    const { servers } = JSON.parse(texts.vendor ?? '') as { servers: [{ url: string }] };
    const [API, TOKEN] = [servers[0].url, v.tokens.xyz.secret];
    const built = (name: string) => [join(folder, 'built/vendor', name), API, TOKEN];
    const options = { cwd: vendor, env: { ...process.env, API, TOKEN } };
    const program = await run(process.execPath, built('vendor.js'), options);
    const first = await run(process.execPath, built('first.js'), options);
    return {
      warnings: said.flat().filter((line) => /warn|error|deprecat/i.test(line)),
      compileErrors,
      told: JSON.parse(program.stdout),
      first: first.stdout.trim(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function documents(v: Vendors): Promise<Record<string, string>> {
  const own = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
  const awkward = publish(grantOf(fixtures.awkward, 'scoped-read-write'), publicUrl);
  const reading = publish(grantOf(fixtures.rich, 'scoped-read'), publicUrl);
  const random = publish(randomSubject(createRandom(seed)), publicUrl);
  return {
    vendor: await own.text(),
    awkward: JSON.stringify(awkward.document),
    reading: JSON.stringify(reading.document),
    random: JSON.stringify(random.document),
  };
}

/** Runs the page's commands in the folder. Returns their output, line by line. */
async function generate(folder: string, document: string, { heading, prints }: Generator): Promise<string[]> {
  const section = clientSection(heading);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'leads.json'), document);
  writeFiles(folder, section);
  // Only the vendor's document has the fields of the page's first lead.
  if (!folder.endsWith('/vendor')) rmSync(join(folder, 'first.ts'));
  const said: string[] = [];
  for (const command of section.commands) {
    if (command.startsWith('npm install')) mustBePinned(command);
    else {
      const { stdout, stderr } = await run('bash', ['-euo', 'pipefail', '-c', asInstalled(command)], { cwd: folder });
      said.push(...`${stdout}\n${stderr}`.split('\n').filter((line) => !prints?.test(line)));
    }
  }
  return said;
}

/** The page must install the versions that the tests use. */
function mustBePinned(command: string): void {
  const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  for (const word of command
    .split(' ')
    .slice(2)
    .filter((one) => !one.startsWith('--'))) {
    const [, name = '', version = ''] = /^(@?[^@]+)(?:@(.+))?$/.exec(word) ?? [];
    if (!devDependencies[name]?.startsWith(version)) throw new Error(`package.json has no ${word}`);
  }
}

/** `npx name` with the installed package, run by the Node of the tests. */
const asInstalled = (command: string): string =>
  command.replace(/\bnpx (\S+)/, (_, name: string) => `"${process.execPath}" "${binaryOf(name)}"`);

function binaryOf(name: string): string {
  const linked = `${modules}/.bin/${name.split('/').at(-1)}`;
  if (existsSync(linked)) return realpathSync(linked);
  const { bin } = JSON.parse(readFileSync(`${modules}/${name}/package.json`, 'utf8')) as {
    bin: Record<string, string>;
  };
  return realpathSync(join(modules, name, Object.values(bin)[0] ?? ''));
}

const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck'];
const output = ['--module', 'nodenext', '--target', 'es2024', '--rewriteRelativeImportExtensions', '--rootDir', '.'];
const types = ['--outDir', 'built', '--types', 'node', '--typeRoots', `${modules}/@types`];

/** The compiler's messages about everything but the generator's own run time. */
async function compile(folder: string, roots: readonly string[], own: RegExp | undefined): Promise<string[]> {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const file of roots) checkEverything(join(folder, file));
  const args = [`${modules}/typescript/bin/tsc`, ...strict, ...output, ...types, '--resolveJsonModule', ...roots];
  const { stdout } = await run(process.execPath, args, { cwd: folder }).catch((error: { stdout: string }) => error);
  const errors = stdout.split(/\n(?=\S)/).filter((line) => line.trim() !== '');
  return errors.filter((error) => !own?.test(error));
}

const typeScriptIn = (folder: string, name: string): string[] =>
  readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(name, file));

/** Removes the line by which a generator turns off type checks. */
function checkEverything(file: string): void {
  const text = readFileSync(file, 'utf8');
  if (text.includes('@ts-nocheck')) writeFileSync(file, text.replace(/^.*@ts-nocheck.*$/m, ''));
}
