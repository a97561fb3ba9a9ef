/** A member's day with the keyboard alone: the test only presses keys, and reaches every control by Tab. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type ConsoleTest, startConsole } from '../support/console.ts';
import { password } from '../support/manage.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const holdsFocus = async (page: Page, target: Locator): Promise<boolean> =>
  (await target.first().and(page.locator(':focus')).count()) > 0;

/** More stops than any page has. */
const mostStops = 120;

/** Presses Tab until the control has the focus, if needed past the end of the page. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await holdsFocus(page, target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

const get = async (path: string) => (await there.owner.call(`GET ${path}`)).body;

test('sign in, add a field, write a lead, and restore what was', async () => {
  const { page, context, wrongs } = await there.open({ path: '/campaigns' });
  await type(page, page.getByLabel('E-mail address'), there.owner.email);
  await type(page, page.getByLabel(/^Password/), password);
  await page.keyboard.press('Enter');

  await press(page, page.getByRole('main').getByRole('link', { name: 'Solar DK' }));
  await press(page, page.getByRole('link', { name: 'Fields', exact: true }));
  const { revision } = await get('/campaigns/solar-dk');
  const newField = page.getByRole('button', { name: 'New field' });
  await press(page, newField);
  const dialog = page.getByRole('dialog');
  await type(page, dialog.getByLabel('Name'), 'Nickname');
  await press(page, dialog.getByRole('button', { name: 'Create the field' }));
  await dialog.waitFor({ state: 'detached' });
  expect(await holdsFocus(page, newField)).toBe(true);

  await press(page, page.getByRole('link', { name: 'Leads', exact: true }));
  await press(page, page.getByRole('button', { name: 'New lead' }));
  const lead = page.getByRole('dialog');
  await type(page, lead.getByLabel('Nickname'), 'Bo');
  await press(page, lead.getByRole('button', { name: 'Create the lead' }));
  await page.getByText('Bo', { exact: true }).first().waitFor();
  const { data } = await get('/campaigns/solar-dk/leads');
  expect(data).toEqual([expect.objectContaining({ fields: expect.objectContaining({ nickname: 'Bo' }) })]);
  await page.keyboard.press('Escape');

  await press(page, page.getByRole('link', { name: 'Revisions', exact: true }));
  await press(page, page.getByRole('button', { name: `Restore revision ${revision}`, exact: true }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }));
  await page.getByText(/^The campaign is now at revision \d+\. This changed:$/).waitFor();
  expect((await get('/campaigns/solar-dk/fields')).data.map(({ key }: { key: string }) => key)).not.toContain(
    'nickname',
  );
  expect(wrongs).toEqual([]);
  await context.close();
});
