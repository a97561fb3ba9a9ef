/**
 * Makes each client in its own temporary folder: the commands of the page, the checks of the compiler, the vendor's program
 * against a server, and the first lead of the page. Only tools and caches are kept for the next run.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import { createRandom } from '../../src/demo/random.ts';
import { publish } from '../../src/document/publish.ts';
import { type ClientSection, clientSection, writeFiles } from '../support/documents/clients-page.ts';
import { randomSubject } from '../support/draws/arbitraries.ts';
import { seed } from '../support/draws/seed.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';
import { patience } from '../support/patience.ts';
import { startVendors } from '../support/vendors.ts';
import { clientsPlan, expected } from './expected.ts';
import { type Language, languages } from './languages.ts';
import { drawBy, renderers } from './renderers.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const home = join(tmpdir(), 'leadspec-clients');

export interface Outcome {
  readonly heading: string;
  readonly outcome: 'right' | 'wrong' | 'skipped';
  readonly seconds: number;
  /** The failure, or the missing program. */
  readonly said: string;
}

interface Wanted {
  readonly only?: readonly string[] | undefined;
  /** Keeps the folders of the clients. */
  readonly keep: boolean;
  readonly tell: (outcome: Outcome) => void;
}

export async function makeClients({ only, keep, tell }: Wanted): Promise<void> {
  mkdirSync(home, { recursive: true });
  for (const language of languages) {
    if (only && !only.includes(language.heading)) continue;
    const began = performance.now();
    const missing = await absent(language);
    const said = missing.length > 0 ? '' : await make(language, keep).catch(wordsOf);
    tell({
      heading: language.heading,
      outcome: missing.length > 0 ? 'skipped' : said === '' ? 'right' : 'wrong',
      seconds: Math.round((performance.now() - began) / 1_000),
      said: missing.length > 0 ? `not here: ${missing.join(', ')}` : said,
    });
  }
  for (const renderer of renderers) {
    const { heading } = renderer;
    if (only && !only.includes(heading)) continue;
    const began = performance.now();
    const said = await drawBy(renderer, home).catch(wordsOf);
    const seconds = Math.round((performance.now() - began) / 1_000);
    tell({ heading, outcome: said === '' ? 'right' : 'wrong', seconds, said });
  }
}

/** Returns an empty text if everything is right. */
async function make(language: Language, keep: boolean): Promise<string> {
  const { heading, program, check = [], run: everyCall, first, except } = language;
  const section = clientSection(heading);
  // Each client has its own server, so that a failed client leaves no lead for the next.
  const v = await startVendors(clientsPlan);
  const folder = join(home, heading.toLowerCase().replace(/[^a-z]+/g, '-'));
  try {
    const document = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
    prepare(folder, await document.text());
    const api = `${v.server.url}/v1/campaigns/${clientsPlan.slug}`;
    const token = v.tokens.xyz.secret;
    const environment = { API: api, TOKEN: token };
    const warnings = await commands(section, language, folder);
    if (warnings !== '') return warnings;
    writeFiles(folder, section);
    if (program) place(folder, program);
    for (const command of check) await shell(fill(command, { api, token }), folder, environment);
    if (everyCall) {
      const { stdout } = await shell(fill(everyCall, { api, token }), folder, environment);
      const told: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
      if (!isDeepStrictEqual(told, { ...expected, ...except })) return `the calls gave ${JSON.stringify(told)}`;
    }
    if (first) {
      const { stdout } = await shell(fill(first, { api, token }), folder, environment);
      const { body } = await v.xyz.get(`/leads/${stdout.trim()}`);
      if (body.fields?.household_size !== 3) return `the first lead gave ${stdout}`;
    }
    return await others(language, folder);
  } finally {
    await v.stop();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** A new folder with the document. */
function prepare(folder: string, document: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  symlinkSync(join(home, 'openapi-generator-cli.jar'), join(folder, 'openapi-generator-cli.jar'));
  writeFileSync(join(folder, 'leads.json'), document);
  // A TypeScript program finds its libraries here.
  symlinkSync(modules, join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
}

const fill = (command: string, { api = '', token = '' }: { api?: string; token?: string }): string =>
  command
    .replaceAll('{api}', api)
    .replaceAll('{token}', token)
    .replaceAll('{node}', process.execPath)
    .replaceAll('{modules}', modules);

/** Makes and compiles clients for documents without a program. */
async function others(language: Language, folder: string): Promise<string> {
  const documents = {
    awkward: publish(grantOf(fixtures.awkward, 'scoped-read-write'), publicUrl),
    reading: publish(grantOf(fixtures.rich, 'scoped-read'), publicUrl),
    // Generators fail at names such as `constructor`, each at different ones. They are tested on purpose.
    ...(process.env.TEST_SEED && { [`random, seed ${seed},`]: publish(randomSubject(createRandom(seed)), publicUrl) }),
  };
  for (const [name, { document }] of Object.entries(documents)) {
    prepare(folder, JSON.stringify(document));
    const section = clientSection(language.heading);
    const said = await commands(section, language, folder).catch(wordsOf);
    const wrong = said || (language.alone === undefined ? '' : await compiles(fill(language.alone, {}), folder));
    if (wrong !== '') return `the document that is ${name} gave ${wrong}`;
  }
  return '';
}

const compiles = (command: string, folder: string): Promise<string> =>
  shell(command, folder, {}).then(() => '', wordsOf);

/** Runs the page's commands. Returns the warnings of a generator about the document. */
async function commands(section: ClientSection, { instead = {} }: Language, folder: string): Promise<string> {
  writeFiles(folder, section);
  const said: string[] = [];
  for (const command of section.commands) {
    if (/^npm install/.test(command)) continue;
    const other = Object.entries(instead).find(([start]) => command.startsWith(start))?.[1];
    const { stdout, stderr } = await shell(command, folder, {}).catch((error: unknown) => {
      if (other === undefined) throw error;
      return shell(other, folder, {});
    });
    if (/openapi/.test(command)) said.push(...`${stdout}\n${stderr}`.split('\n').filter(isWarning));
  }
  return said.join('\n');
}

const isWarning = (line: string): boolean =>
  /\bwarn|\berror\b/i.test(line) && !ownWarnings.some((one) => one.test(line));

/**
 * Messages of openapi-generator about every document of 3.1 and about words of Rust, and pip's message about running as
 * root.
 */
const ownWarnings: readonly RegExp[] = [
  /OpenAPI 3\.1 support is still in beta/,
  /Failed to get the schema name: null/,
  /AbstractRustCodegen - .* Renamed to/,
  /AbstractJavaCodegen - Ignoring complex example/,
  /Running pip as the 'root' user/,
];

function place(folder: string, [from, to]: readonly [string, string]): void {
  mkdirSync(dirname(join(folder, to)), { recursive: true });
  copyFileSync(join(root, 'test/clients/programs', from), join(folder, to));
}

/** The required tools and registries that are missing. */
async function absent({ tools, registries = [] }: Language): Promise<string[]> {
  const missing: string[] = [];
  for (const tool of tools) if (!(await works(`command -v ${tool}`))) missing.push(tool);
  for (const url of registries) if (!(await reaches(url))) missing.push(url);
  const [fetchGenerator = ''] = clientSection('Languages').commands;
  const generator = existsSync(join(home, 'openapi-generator-cli.jar')) || (await works(fetchGenerator));
  return tools.includes('java') && !generator ? [...missing, 'openapi-generator'] : missing;
}

const works = (command: string): Promise<boolean> =>
  shell(command, home, {}).then(
    () => true,
    () => false,
  );

const reaches = (url: string): Promise<boolean> =>
  fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(patience(20_000)) }).then(
    ({ status }) => status < 500,
    () => false,
  );

/** Python packages go into an environment of the tests, Rust and Go programs into their own folder. */
async function shell(command: string, cwd: string, extra: Readonly<Record<string, string>>) {
  const bin = join(home, 'bin');
  const python = join(home, 'python');
  if (command.startsWith('python3') && !existsSync(python)) await run('python3', ['-m', 'venv', python]);
  return run('bash', ['-euo', 'pipefail', '-c', command], {
    cwd,
    maxBuffer: 100_000_000,
    env: {
      ...process.env,
      PATH: `${python}/bin:${bin}:${process.env.PATH}`,
      GOBIN: bin,
      CARGO_TARGET_DIR: join(home, 'cargo'),
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      COMPOSER_ALLOW_SUPERUSER: '1',
      ...extra,
    },
  });
}

function wordsOf(error: unknown): string {
  const { message, stdout = '', stderr = '' } = error as { message: string; stdout?: string; stderr?: string };
  return `${message}\n${stdout}\n${stderr}`.trim().split('\n').slice(0, 40).join('\n');
}
