/**
 * A first start on an empty directory, as somebody with the README sees it: the banner's lines work when pasted, the six
 * steps can be walked, the vendor's session does what the README shows, and a second start prints no password.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import { toldOfDemo } from '../support/demo.ts';
import { newDataDir, type ServiceProcess, startProcess } from '../support/process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const bash = async (script: string, env: Record<string, string> = {}) =>
  (
    await run('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: root,
      env: { ...process.env, ...env },
      timeout: 110_000,
    })
  ).stdout;

const dataDir = newDataDir();
let service: ServiceProcess;
let banner: string;
let password: string;

beforeAll(async () => {
  service = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir, LEADSPEC_DEMO: '1' } });
  banner = await toldOfDemo(service);
  password = (await readFile(`${dataDir}/owner-password`, 'utf8')).trim();
}, 120_000);

const [docs, token] = [
  () => /http:\S+\/docs\/[a-z2-7]{26}/.exec(banner)?.[0] ?? '',
  () => /lsp_[A-Za-z0-9]{49}/.exec(banner)?.[0] ?? '',
];

test("the banner's lines for creating and listing leads work when they are pasted", async () => {
  const lines = banner.split('\n').filter((line) => line.startsWith('curl') && line.includes('/v1/campaigns'));
  expect(lines).toHaveLength(2);

  const [created, listed] = [JSON.parse(await bash(lines[0] ?? '')), JSON.parse(await bash(lines[1] ?? ''))];

  expect(created).toMatchObject({ version: 1, status: 'new', fields: { source: 'vendor-xyz' } });
  expect(listed.data[0].id).toBe(created.id);
  expect(listed.data).toHaveLength(3);
});

test('`/` leads to the console, which the banner names and a browser can load', async () => {
  expect(banner).toContain(`The console: ${service.url}/console`);
  const page = await fetch(service.url);
  expect([page.status, page.url]).toEqual([200, `${service.url}/console`]);
  const script = /src="(\/console\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
  const asset = await fetch(service.url + script, { headers: { 'accept-encoding': 'br' } });
  expect([asset.status, asset.headers.get('cache-control'), asset.headers.get('content-encoding')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'br',
  ]);
});

test('the six steps can be walked by HTTP', async () => {
  const env = { BASE: service.url, EMAIL: 'owner@example.com', PASSWORD: password, NAME: 'Vendor of the test' };

  const told = await bash('bash docs/six-steps.sh', env);

  expect(told).toContain('leads that this vendor sees: 1');
  expect(told).toContain('campaigns: heat-pumps-dk, solar-dk');
});

test("the vendor's session in the README runs line by line", async () => {
  const readme = await readFile(`${root}README.md`, 'utf8');
  const section = readme.slice(readme.indexOf("## The vendor's ten minutes"), readme.indexOf('## From an option'));
  // The first block is where the vendor puts in the two values.
  const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block).slice(1);
  const script = blocks.join('\n').replaceAll('http://127.0.0.1:3000', service.url);

  const told = await bash(script, { DOCS: docs(), TOKEN: token() });

  expect(told).toContain('"detail": "6 values are wrong; each is listed in `errors`."');
  expect(told).toContain('"phone": "+4520314253"');
  expect(told).toContain('"kind":"updated"');
  expect(told).toMatch(/id,external_id,status,[^\n]*\r?\n[^\n]*won/);
  expect(told).not.toMatch(/\/problems\/(?!invalid_lead)/);
  expect(told).toMatch(/vendor-xyz 1\n\[ 'Bo Holm' \]/);
});

test('a second start goes on where the first was, and prints no password', async () => {
  await service.stop();
  service = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir, LEADSPEC_DEMO: '1' } });
  const again = await toldOfDemo(service);

  expect(again).not.toContain(password);
  expect(again).toContain(docs().split('/').pop());
});
