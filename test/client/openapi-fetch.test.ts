/** A vendor's generated client: made of the token's own document, compiled in strict mode, and run against the server. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startVendors, type Vendors } from '../support/vendors.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
let v: Vendors;
let directory: string;

beforeAll(async () => {
  v = await startVendors();
  // Inside the project, where the client library is found, and where Node strips types.
  directory = mkdtempSync(`${root}test/client/.vendor-`);
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await v.stop();
});

const node = (...args: string[]) => run(process.execPath, args, { cwd: directory });

test('it compiles with every strictness, creates, lists, gets, changes, and reads a typed problem', async () => {
  const document = await (await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`)).text();
  writeFileSync(`${directory}/openapi.json`, document);
  writeFileSync(`${directory}/package.json`, '{"type":"module"}');
  copyFileSync(fileURLToPath(new URL('./fixture/vendor.ts', import.meta.url)), `${directory}/vendor.ts`);
  await node(`${root}node_modules/openapi-typescript/bin/cli.js`, 'openapi.json', '--output', 'schema.ts');
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck'];
  const module = ['--module', 'nodenext', '--target', 'es2024', '--allowImportingTsExtensions', '--noEmit'];
  const types = ['--types', 'node', '--typeRoots', `${root}node_modules/@types`];

  const compiled = await node(
    `${root}node_modules/typescript/bin/tsc`,
    ...strict,
    ...module,
    ...types,
    'vendor.ts',
  ).catch((error: { stdout: string }) => error);
  expect(compiled.stdout).toBe('');

  const { servers } = JSON.parse(document) as { servers: [{ url: string }] };
  const { stdout } = await run(process.execPath, [`${directory}/vendor.ts`, servers[0].url, v.tokens.xyz.secret], {
    cwd: directory,
  });
  expect(JSON.parse(stdout)).toEqual({
    source: 'vendor-xyz',
    size: 3,
    listed: true,
    updated: ['won', 2, null],
    problem: ['invalid_lead', ['/fields/email format', '/fields/name required', '/fields/source pinned']],
  });
});
