/**
 * A first start in an empty directory, for a person with the README: the banner's lines work when pasted, the six steps can
 * be done, and a second start prints no password.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../src/database/postmaster.ts';
import { toldOfDemo } from '../support/demo.ts';
import { patience } from '../support/patience.ts';
import { newDataDir, type ServiceProcess, startProcess } from '../support/process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const bash = async (script: string, env: Record<string, string> = {}) =>
  (
    await run('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: root,
      env: { ...process.env, ...env },
      timeout: patience(110_000),
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
});

const docs = () => /http:\S+\/docs\/[a-z2-7]{26}/.exec(banner)?.[0] ?? '';

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

test('the six steps name the address that did not respond, or refused', async () => {
  const [free, env] = [await freePort(), { EMAIL: 'owner@example.com', PASSWORD: 'a wrong password' }];
  const fails = (BASE: string) =>
    bash('bash docs/six-steps.sh', { ...env, BASE }).catch(({ stderr }) => String(stderr));

  const nowhere = `http://127.0.0.1:${free}`;
  expect(await fails(nowhere)).toContain(`${nowhere}/manage/v1/session did not answer.`);
  expect(await fails(`${service.url}/`)).toContain(`${service.url}/manage/v1/session refused: {`);
});

test('a second start continues, and prints no password', async () => {
  await service.stop();
  service = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir, LEADSPEC_DEMO: '1' } });
  const again = await toldOfDemo(service);

  expect(again).not.toContain(password);
  expect(again).toContain(docs().split('/').pop());
});
