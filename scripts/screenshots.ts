/**
 * `npm run screenshots`: every page of the console from the demo, at 1280 and 390 px, light and dark, into `screenshots/`,
 * to be looked at; and the README's pictures into `docs/images/` (with `--readme`, those alone). It also walks both ways to
 * a vendor and from page to page, and tells how long each took, without the time that a person takes to think and to type.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { freePort } from '../src/database/postmaster.ts';
import { settle, startBrowser } from '../test/support/browser.ts';
import { chooseByArrows, openConsole } from '../test/support/console.ts';
import { type Client, client } from '../test/support/manage.ts';
import { docsPictures, type Look } from './docs-pictures.ts';
import { accountPages, campaignPages, firstLoad, pageChanges } from './page-times.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const [shots, images] = [join(root, 'screenshots'), join(root, 'docs/images')];
const campaign = '/campaigns/solar-dk';
const looks: readonly Look[] = [1280, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);
const pages: Readonly<Record<string, string>> = {
  'sign-in': '/sign-in',
  campaigns: '/campaigns',
  leads: `${campaign}/leads`,
  'new-lead': `${campaign}/leads?lead=new`,
  fields: `${campaign}/fields`,
  selects: `${campaign}/selects`,
  statuses: `${campaign}/statuses`,
  filters: `${campaign}/filters`,
  'new-filter': `${campaign}/filters?filter=new`,
  revisions: `${campaign}/revisions`,
  'campaign-settings': `${campaign}/settings`,
  tokens: `${campaign}/documentation`,
  reference: `${campaign}/documentation?tab=reference`,
  usage: `${campaign}/documentation?tab=usage`,
  'broad-tokens': '/account/documentation',
  members: '/account/members',
  audit: '/account/audit',
  settings: '/account/settings',
};

/** Dialogs that open over a page. */
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const dialogs: Readonly<Record<string, readonly [path: string, act: (page: Page) => Promise<unknown>]>> = {
  'a-lead': [`${campaign}/leads`, (page) => page.getByRole('table').getByRole('link').first().click()],
  columns: [`${campaign}/leads`, press('Columns')],
  'a-field': [`${campaign}/fields`, press(/^Source$/)],
  'new-field': [`${campaign}/fields`, press('New field')],
  'duplicate-rule': [`${campaign}/fields`, press(/rule on duplicates/)],
  'a-filter': [`${campaign}/filters`, press('Vendor XYZ')],
  'add-vendor': [`${campaign}/documentation`, press('Add vendor')],
  'new-token': [`${campaign}/documentation`, press('New API token')],
  requests: [
    `${campaign}/documentation`,
    (page) =>
      page
        .getByRole('link', { name: /^Requests of/ })
        .first()
        .click(),
  ],
  'end-of-field': [`${campaign}/fields`, press('Delete Source')],
};

const dataDir = mkdtempSync(join(tmpdir(), 'leadspec-screenshots-'));
const [port, password] = [await freePort(), 'a password of the pictures'];
const url = `http://127.0.0.1:${port}`;
const demo = spawn(process.execPath, ['src/main.ts'], {
  cwd: root,
  stdio: 'ignore',
  env: {
    ...process.env,
    PORT: String(port),
    LEADSPEC_DATA_DIR: dataDir,
    LEADSPEC_ADMIN_PASSWORD: password,
    LEADSPEC_DEMO: '1',
  },
});
const browser = await startBrowser();
try {
  for (const folder of [shots, images]) mkdirSync(folder, { recursive: true });
  while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) await sleep(200);
  const owner = client({ url });
  while ((await owner.call('POST /session', { body: { email: 'owner@example.com', password } })).status !== 200)
    await sleep(500);
  await use(owner);
  if (!process.argv.includes('--readme')) await everyPage(owner);
  await forReadme(owner);
  await timings(owner);
  await tellPageTimes(owner);
} finally {
  await browser.close();
  demo.kill('SIGINT');
  await new Promise((resolve) => demo.once('exit', resolve));
  rmSync(dataDir, { recursive: true, force: true });
}

/** Some requests by the demo's vendors, so that the lists have something to show. */
async function use(owner: Client): Promise<void> {
  for (const { id, permission } of (await owner.call('GET /campaigns/solar-dk/tokens')).body.data) {
    const { secret } = (await owner.call(`POST /tokens/${id}/reveal`)).body;
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    for (let i = 0; i < 25; i += 1) await fetch(`${url}/v1/campaigns/solar-dk/leads`, { headers });
    if (permission === 'read_write')
      for (let i = 0; i < 4; i += 1)
        await fetch(`${url}/v1/campaigns/solar-dk/leads`, { method: 'POST', headers, body: '{}' });
  }
  await sleep(1_500);
}

async function everyPage(owner: Client): Promise<void> {
  const { docs_url: scoped } = await tokenCalled(owner, 'Vendor XYZ');
  const { body } = await owner.call('POST /tokens', { body: { name: 'Data warehouse', permission: 'read' } });
  for (const [name, path] of Object.entries(pages)) for (const look of looks) await picture(owner, name, path, look);
  for (const [name, [path, act]] of Object.entries(dialogs))
    for (const look of looks) await picture(owner, name, path, look, act);
  await docsPictures(browser, { url, scoped, broad: body.docs_url }, shots, looks);
}

async function tokenCalled(owner: Client, name: string): Promise<{ id: string; docs_url: string }> {
  const { data } = (await owner.call('GET /campaigns/solar-dk/tokens')).body;
  return data.find((token: { name: string }) => token.name === name);
}

async function picture(
  owner: Client,
  name: string,
  path: string,
  { width, colorScheme }: Look,
  act?: (page: Page) => Promise<unknown>,
): Promise<void> {
  const visit = await openConsole(
    browser,
    { url },
    { ...(name !== 'sign-in' && { as: owner }), path, width, colorScheme },
  );
  const waiting = visit.page.getByRole('status', { name: 'Loading' });
  if (act) await settle(visit.page, () => act(visit.page));
  await waiting.first().waitFor({ state: 'detached' });
  await visit.page.waitForTimeout(400);
  await visit.page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`) });
  await visit.context.close();
}

/** The panel after "Add vendor", and the page that the vendor opens. */
async function forReadme(owner: Client): Promise<void> {
  const visit = await openConsole(browser, { url }, { as: owner, path: `${campaign}/documentation` });
  await visit.page.screenshot({ path: join(images, 'console.png') });
  await addVendor(visit.page, 'Bright Roofs');
  await visit.page.waitForTimeout(400);
  await visit.page.screenshot({ path: join(images, 'add-vendor.png') });
  await visit.context.close();
  const { docs_url } = await tokenCalled(owner, 'Vendor XYZ');
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const began = performance.now();
  await page.goto(docs_url);
  await page.locator('#reference h2').first().waitFor();
  console.log(`The documentation page: complete after ${((performance.now() - began) / 1_000).toFixed(1)} s.`);
  await page.waitForTimeout(800);
  await page.screenshot({ path: join(images, 'documentation.png') });
  await page.close();
}

async function addVendor(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add vendor' }).first().click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Vendor', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add the vendor' }).click();
  await page.getByText('Waiting for the first request').waitFor();
}

async function timings(owner: Client): Promise<void> {
  const visit = await openConsole(browser, { url }, { as: owner, path: '/campaigns' });
  const { page } = visit;
  // The account has an "API documentation" too: the campaign's is there once its page is.
  const go = (name: string) => settle(page, () => page.getByRole('link', { name }).first().click());
  const began = performance.now();
  await go('Solar DK');
  await go('API documentation');
  await addVendor(page, 'One Step');
  const oneStep = performance.now() - began;
  await page.getByRole('button', { name: 'Close' }).click();

  const again = performance.now();
  await go('Selects');
  await page.getByRole('region', { name: 'Source' }).getByRole('button', { name: 'Add many' }).click();
  await page.getByRole('textbox', { name: 'Options', exact: true }).fill('Long Way');
  await page.getByRole('button', { name: 'Add 1 option' }).click();
  await page.getByText('long-way').waitFor();
  await go('Filters');
  await page.getByRole('button', { name: 'New filter' }).first().click();
  await page.getByLabel('Name').fill('Long Way');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await chooseByArrows(page, 'Compared value', 'Source');
  await chooseByArrows(page, 'Value for Source', 'Long Way');
  await page.getByRole('button', { name: 'Create the filter' }).click();
  await page.getByText('Filter created.').waitFor();
  await go('API documentation');
  await page.getByRole('button', { name: 'New API token' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Long Way');
  await page.getByRole('dialog').getByRole('radio', { name: 'Read and write' }).press('Space');
  await chooseByArrows(page, 'Filter', 'Long Way');
  await page.getByRole('button', { name: 'Create the token' }).click();
  await page.getByText('Waiting for the first request').waitFor();
  const longWay = performance.now() - again;
  await visit.context.close();
  console.log(`One step: ${(oneStep / 1_000).toFixed(1)} s. The long way: ${(longWay / 1_000).toFixed(1)} s.`);
}

async function tellPageTimes(owner: Client): Promise<void> {
  console.log(`First load: ${Math.round(await firstLoad(browser, { url }, { as: owner }))} KB of script (gzip).`);
  console.log('A change of page, in ms: with its code to be fetched, and with code and data there.');
  const walks = [
    [`${campaign}/tokens/none/requests`, campaignPages],
    ['/campaigns', accountPages],
  ] as const;
  for (const [path, walk] of walks) {
    const visit = await openConsole(browser, { url }, { as: owner, path });
    for (const { title, first, again } of await pageChanges(visit.page, walk))
      console.log(`  ${title.padEnd(18)} ${first.toFixed(0).padStart(4)} ${again.toFixed(0).padStart(4)}`);
    await visit.context.close();
  }
}
