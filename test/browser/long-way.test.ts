/**
 * The six steps to a vendor by hand, mostly by keyboard: an option, a filter, a token, its address and its secret, and the
 * vendor's first lead. Then the account's broad token.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, chooseByArrows, startConsole } from '../support/console.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const clipboard = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

/** Puts the focus on the control, as Tab would, and presses Enter. Then it waits for the page, which moves the focus too. */
async function press(
  page: Page,
  role: 'button' | 'link' | 'menuitem' | 'option',
  name: string | RegExp,
): Promise<void> {
  await settle(page, () => page.getByRole(role, { name }).first().press('Enter'));
}

test('the long way, without a mouse', async () => {
  const visit = await there.open({ as: there.owner, path: '/campaigns' });
  const { page } = visit;

  await press(page, 'link', 'Solar DK');
  await press(page, 'link', 'Selects');
  await press(page, 'button', 'Add many');
  await page.getByRole('textbox', { name: 'Options', exact: true }).fill('Keyboard Vendor\nn-l;Nordic Leads\nWebsite');
  await page.getByText('1 line left out').waitFor();
  await press(page, 'button', 'Add 2 options');
  await page.getByText('keyboard-vendor').waitFor();

  await press(page, 'link', 'Filters');
  await press(page, 'button', 'New filter');
  await page.getByLabel('Name').fill('Keyboard Vendor');
  await press(page, 'button', 'Add a condition');
  await chooseByArrows(page, 'Compared value', 'Source');
  await chooseByArrows(page, 'Value for Source', 'Keyboard Vendor');
  await page.getByText('Source is Keyboard Vendor').waitFor();
  await page.getByText('0 leads match now').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await press(page, 'button', 'Create the filter');
  await page.getByText('Filter created.').waitFor();

  await press(page, 'link', 'API documentation');
  await press(page, 'button', 'New API token');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Keyboard Vendor');
  await dialog.getByRole('radio', { name: 'Read and write' }).press('Space');
  // Enter creates no token that has no filter yet.
  await dialog.getByRole('combobox', { name: 'Filter' }).press('Enter');
  await chooseByArrows(page, 'Filter', 'Keyboard Vendor');
  await dialog.getByText('It reads and writes leads whose Source is Keyboard Vendor').waitFor();
  await press(page, 'button', 'Create the token');
  await dialog.getByText('Waiting for the first request').waitFor();
  await page.keyboard.press('Escape');
  await press(page, 'button', 'Copy the documentation URL of Keyboard Vendor');
  await page.getByRole('button', { name: 'Copied: Copy the documentation URL' }).first().waitFor();
  const address = await clipboard(page);
  await press(page, 'button', 'Show the token of Keyboard Vendor');
  const secret = await page.getByLabel('Token', { exact: true }).textContent();

  expect((await fetch(address)).status).toBe(200);
  const sent = await fetch(`${there.server.url}/v1/campaigns/solar-dk/leads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ fields: {} }),
  });
  expect([sent.status, await sent.json()]).toEqual([
    201,
    expect.objectContaining({ fields: expect.objectContaining({ source: 'keyboard-vendor' }) }),
  ]);
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('a broad token, with what it opens said before', async () => {
  const visit = await there.open({ as: there.owner, path: '/account/documentation' });
  const { page } = visit;
  await page.getByText('A broad token opens everything').waitFor();
  await page.getByRole('button', { name: 'New broad token' }).first().click();
  await page.getByLabel('Name').fill('Data warehouse');
  await page.getByText('every lead of every campaign').last().waitFor();
  await page.getByRole('button', { name: 'Create the token' }).click();
  await page.getByText('Data warehouse is ready').waitFor();
  expect((await there.owner.call('GET /tokens')).body.data).toEqual([
    expect.objectContaining({ name: 'Data warehouse', scope: 'account' }),
  ]);
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('a new campaign is begun from another’s schema', async () => {
  const visit = await there.open({ as: there.owner, path: '/campaigns' });
  const { page } = visit;
  await page.getByRole('button', { name: 'New campaign' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Heat Pumps Århus');
  await dialog.getByLabel('Begins with').click();
  await page.getByRole('option', { name: /Solar DK/ }).click();
  await dialog.getByRole('button', { name: 'Create the campaign' }).click();
  await page.waitForURL('**/campaigns/heat-pumps-aarhus/fields');
  await page.getByRole('button', { name: 'Source', exact: true }).waitFor();
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});
