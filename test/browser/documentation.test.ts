/**
 * The documentation page as a vendor's developer uses it: the first screen, the token that is pasted (and the places that
 * it never reaches), the request that the page sends, the search, and the page in every look.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { settle, startBrowser, watch } from '../support/browser.ts';
import { axeFindings } from '../support/console.ts';
import { patience } from '../support/patience.ts';
import { eventually } from '../support/process.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let browser: Browser;
beforeAll(async () => {
  v = await startVendors();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await v.stop();
});

const address = () => `${v.server.url}/docs/${v.tokens.xyz.docsId}`;

interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

async function open({ width = 1280, colorScheme = 'light' }: Look = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(patience(30_000));
  const wrongs = await watch(page, v.server.url);
  await settle(page, () => page.goto(address()));
  await page.locator('#reference h2').first().waitFor();
  return { page, wrongs, context };
}

const pasteToken = (page: Page) => page.getByLabel('Your token').fill(v.tokens.xyz.secret);

test('the first screen holds the base URL, the box for the token and the first lead; then come the fields, then writing', async () => {
  const { page, wrongs, context } = await open();
  const bottomOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return (box?.y ?? 0) + (box?.height ?? Number.POSITIVE_INFINITY);
  };
  expect(await bottomOf('#start')).toBeLessThanOrEqual(900);
  expect(await page.locator('#start .address').textContent()).toBe(`${v.server.url}/v1/campaigns/${v.campaign.slug}`);
  expect(
    await page
      .locator('#start')
      .getByText(/^curl '/)
      .count(),
  ).toBe(1);

  const places = await page.evaluate<string[]>(
    "[...document.querySelectorAll('#start, #fields, #operations, #operation\\\\/createLead, #operation\\\\/listLeads, #retries, #paging, #change-feed, #errors, #limits')].map(({ id }) => id)",
  );
  expect(places).toEqual([
    ...['start', 'fields', 'operations', 'operation/createLead', 'operation/listLeads'],
    ...['retries', 'paging', 'change-feed', 'errors', 'limits'],
  ]);
  // Half of the elements that the page of such a campaign had before.
  expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(24_000);
  expect(wrongs).toEqual([]);
  await context.close();
});

test('filters, options and error answers stand on it once', async () => {
  const { page, context } = await open();
  const count = (text: string) => page.getByText(text, { exact: true }).count();
  expect(await count('fields.zip')).toBe(1);
  expect(await page.locator('#reference').getByText('Too many requests').count()).toBe(0);
  expect(await page.locator('tr#error-rate_limited').count()).toBe(1);
  expect(await page.locator('tr#error-rate_limited').textContent()).toContain('Yes, after Retry-After.');
  expect(await page.locator('tr#field-zip').count()).toBe(1);
  await context.close();
});

test('a token that is pasted fills every sample and every copy of one, and is forgotten when the page is left', async () => {
  const { page, wrongs, context } = await open();
  const { secret } = v.tokens.xyz;
  const samples = page.locator('pre', { hasText: 'Bearer' });
  const filled = () => samples.allTextContents();
  expect((await filled()).every((text) => text.includes('YOUR_API_TOKEN'))).toBe(true);

  await page.getByLabel('Your token').fill(`  Bearer ${secret} `);
  for (const text of await filled()) expect(text).toContain(secret);
  expect(await page.content()).not.toContain('YOUR_API_TOKEN"');
  // A sample that is rendered later.
  await page.locator('[id="operation/createLead"]').getByRole('tab', { name: 'PHP' }).click();
  await page.locator('pre', { hasText: 'curl_setopt' }).filter({ hasText: secret }).first().waitFor();

  const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
  await page.locator('#start .copied.above').getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await clipboard()).toContain(`Bearer ${secret}`);
  await page.locator('[id="operation/createLead"]').getByRole('button', { name: 'Copy' }).first().click();
  expect(await clipboard()).toContain(`Bearer ${secret}`);

  await settle(page, () => page.goto(`${address()}/changelog`));
  await settle(page, () => page.goBack());
  expect(await page.getByLabel('Your token').inputValue()).toBe('');
  expect(await page.content()).not.toContain(secret);
  expect(wrongs).toEqual([]);
  await context.close();
});

test('a text that is not a token is reported as such, and gets into no sample', async () => {
  const { page, context } = await open();
  await page.getByLabel('Your token').fill("lsp_x'; rm -rf /; '");
  await page.getByText('This is not a token.').waitFor();
  expect(await page.locator('pre', { hasText: 'rm -rf' }).count()).toBe(0);
  await context.close();
});

test('the token reaches no storage, no address, no history, no console and no other origin', async () => {
  const { page, wrongs, context } = await open();
  const { secret } = v.tokens.xyz;
  const messages: string[] = [];
  const carried: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  context.on('request', (request) => {
    const all = [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''];
    if (all.some((text) => text.includes(secret))) carried.push(`${request.method()} ${request.url()}`);
  });

  await pasteToken(page);
  await page.getByRole('button', { name: 'Send as a dry run' }).click();
  await page.locator('output pre').first().waitFor();
  await page.getByRole('link', { name: 'Errors', exact: true }).first().click();
  await page.getByLabel('Search this page').fill('retry');
  await page.keyboard.press('Enter');

  const kept = await page.evaluate<string>(`(async () => JSON.stringify([
    { ...localStorage }, { ...sessionStorage }, document.cookie, history.state, location.href, document.title, window.name,
    await indexedDB.databases(), await caches.keys(), performance.getEntries().map(({ name }) => name),
  ]))()`);
  expect(kept).not.toContain(secret);
  expect(messages.join('\n')).not.toContain(secret);
  expect(JSON.stringify(await context.storageState())).not.toContain(secret);
  expect(carried).toEqual([`POST ${v.server.url}/v1/campaigns/${v.campaign.slug}/leads?dry_run=true`]);
  expect(wrongs).toEqual([]);

  // Even a script of the page itself could not send the token elsewhere.
  const elsewhere = "fetch('http://localhost:9/').then(() => 'sent', () => 'refused')";
  expect(await page.evaluate<string>(elsewhere)).toBe('refused');
  expect(wrongs.join('\n')).toContain('connect-src');
  await context.close();
});

test('the first lead is sent from the page: as a dry run first, then in earnest', async () => {
  const { page, wrongs, context } = await open();
  const count = async () => (await v.xyz.get('/leads/count')).body.count as number;
  const before = await count();
  await pasteToken(page);
  await page.getByLabel('Body, as JSON').fill(JSON.stringify({ fields: { ...least, zip: '5000' } }));
  expect(await page.getByLabel('Dry run').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Send as a dry run' }).click();
  await page.getByText(/^20[01] [A-Za-z]+, \d+ ms, /).waitFor();
  expect(await count()).toBe(before);

  await page.getByLabel('Dry run').uncheck();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(/^201 Created, \d+ ms, /).waitFor();
  const shown = await page.locator('output').textContent();
  for (const text of ['x-schema-revision: ', 'ratelimit: ', '"source": "vendor-xyz"', 'Idempotency-Key: '])
    expect(shown).toContain(text);
  expect(shown).not.toContain(v.tokens.xyz.secret);
  expect(await count()).toBe(before + 1);

  await page.getByLabel('Body, as JSON').fill('{"fields": {"nme": "Anne"}}');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('did you mean name?').waitFor();
  expect(wrongs.filter((wrong) => !wrong.includes('422'))).toEqual([]);
  await context.close();
});

test('a lead that exists is changed from the page by its id, and a token that only reads sends what it may', async () => {
  const { page, context } = await open();
  const { id } = (await v.xyz.post('/leads', { fields: least })).body as { id: string };
  await pasteToken(page);
  await page.getByRole('combobox', { name: 'Operation' }).selectOption('updateLead');
  await page.getByLabel('Lead id').fill(id);
  await page.getByLabel('Dry run').uncheck();
  await page.getByLabel('Body, as JSON').fill('{"fields": {"zip": "6000"}}');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(/^200 OK, /).waitFor();
  expect((await v.xyz.get(`/leads/${id}`)).body.fields.zip).toBe('6000');

  const reader = await v.token({ filter: 'Vendor XYZ', permission: 'read' });
  await settle(page, () => page.goto(`${v.server.url}/docs/${reader.docsId}`));
  await page.getByText('Send a request', { exact: true }).click();
  expect(await page.getByRole('button', { name: 'Check' }).isDisabled()).toBe(true);
  expect(await page.getByRole('combobox', { name: 'Operation' }).locator('option').allTextContents()).toEqual([
    'listLeads: List leads',
    expect.stringMatching(/^getCampaign: /),
  ]);
  await page.getByLabel('Your token').fill(reader.secret);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(/^200 OK, /).waitFor();
  await context.close();
});

test.each([
  ['zip', 'field-zip'],
  ['roof_type', 'field-roof_type'],
  ['rate_limited', 'error-rate_limited'],
  ['retry', 'retries'],
  ['webhook', 'change-feed'],
  ['pagination', 'paging'],
  ['duplicate', 'duplicates'],
  ['upsert', 'operation/upsertLead'],
])('the search finds %s', async (word, id) => {
  const { page, wrongs, context } = await open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(word);
  const found = page.getByRole('list', { name: 'Found' }).getByRole('link');
  await found.first().waitFor();
  await found.and(page.locator(`[href="#${id}"]`)).click();
  expect(new URL(page.url()).hash).toBe(`#${id}`);
  expect(wrongs).toEqual([]);
  await context.close();
});

const looks = [1280, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

test.each(looks)('the page in %o is accessible, within its width, and asks nobody else', async (look) => {
  const { page, wrongs, context } = await open(look);
  await pasteToken(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width);
  expect(wrongs).toEqual([]);
  await context.close();
});

/** The following code runs in the page. It finds words whose characters stand on two lines, outside of elements that scroll. */
const brokenWords = `(() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest('script, style, textarea') || !text.parentElement.checkVisibility()) continue;
    for (const word of text.data.matchAll(/[\\p{L}\\p{N}_]{2,}/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top / 8)));
      if (lines.size > 1) found.push(word[0] + ' in ' + text.data.slice(0, 60));
    }
  }
  return found;
})()`;

test('a small screen breaks no word', async () => {
  const { page, context } = await open({ width: 390 });
  expect(await page.evaluate<string[]>(brokenWords)).toEqual([]);
  await context.close();
});

test('a reader who turns to dark gets the operations in dark too, and keeps the place', async () => {
  const { page, wrongs, context } = await open();
  const color = () => page.evaluate<string>("getComputedStyle(document.querySelector('#reference h2')).color");
  const light = await color();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('#reference h2').first().waitFor();
  // The script of the page hears of the scheme a moment later, and draws again.
  await eventually(async () => (await color()) !== light);
  expect(wrongs).toEqual([]);
  await context.close();
});
