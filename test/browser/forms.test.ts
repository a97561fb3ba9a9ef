/**
 * The rules for all forms of the console: changes are not lost without a question, a refused input gets the focus, and an
 * announced change is made from the state that was seen.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type ConsoleTest, startConsole } from '../support/console.ts';
import { sourceIs } from '../support/manage.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const question = (page: Page) => page.getByRole('dialog', { name: 'Discard changes?' });

test.each([
  { where: 'fields', button: 'New field', title: 'New field' },
  { where: 'filters', button: 'New filter', title: 'New filter' },
  { where: 'statuses', button: 'New status', title: 'New status' },
])('changes in the form of $where are not closed without a question', async ({ where, button, title }) => {
  await there.at(`${campaign}/${where}`, async (page) => {
    const form = page.getByRole('dialog', { name: title });
    await page.getByRole('button', { name: button }).first().click();
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: button }).first().click();
    await form.getByRole('textbox', { name: 'Name' }).fill('Begun');
    await page.keyboard.press('Escape');
    await question(page).getByRole('button', { name: 'Keep editing' }).click();
    await question(page).waitFor({ state: 'detached' });
    await form.getByRole('button', { name: 'Cancel' }).click();
    await question(page).waitFor();
    await page.keyboard.press('Escape');
    await question(page).waitFor({ state: 'detached' });
    expect(await form.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Begun');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await question(page).getByRole('button', { name: 'Discard', exact: true }).click();
    await form.waitFor({ state: 'detached' });
  });
});

test('going back in the browser asks as well, and leads there when one says so', async () => {
  await there.at('/campaigns', async (page) => {
    await page.getByRole('link', { name: 'Solar DK' }).first().click();
    await page.getByRole('link', { name: 'Fields' }).click();
    await page.getByRole('button', { name: 'New field' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Begun');
    await page.evaluate('history.back()');
    await question(page).getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByRole('dialog').getByLabel('Name').inputValue()).toBe('Begun');
    await page.evaluate('history.back()');
    await question(page).getByRole('button', { name: 'Discard', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/fields'));
  });
});

test('the input that the server refuses gets the focus', async () => {
  await there.at(`${campaign}/fields`, async (page) => {
    await page.getByRole('button', { name: 'New field' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('radio', { name: /^Whole number/ }).click();
    await form.getByLabel('Name').fill('Area');
    await form.getByLabel('Minimum').fill('3000');
    await form.getByLabel('Maximum', { exact: true }).fill('20');
    await form.getByRole('button', { name: 'Create the field' }).click();
    await form.getByText('The maximum must not be below the minimum.').waitFor();
    await page.waitForFunction('document.activeElement?.getAttribute("aria-invalid") === "true"');
  });
});

const announced = async () => (await there.owner.call(`GET ${campaign}/announced-changes`)).body.data;

test('a removal is announced from the state that was seen, and from another it is refused with that said', async () => {
  await there.owner.call(`POST ${campaign}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  await there.at(`${campaign}/fields`, async (page) => {
    await page.getByRole('button', { name: 'Delete Zip' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /On a date/ }).press('Space');
    await there.owner.call(`PATCH ${campaign}/fields/zip`, { body: { description: 'By somebody else' } });
    await dialog.getByRole('button', { name: 'Announce' }).click();
    await dialog.getByText('Somebody else has changed the campaign meanwhile').waitFor();
    expect(await announced()).toEqual([]);
    await dialog.getByRole('button', { name: 'Announce' }).click();
    await page.getByText('Vendors can see it on their pages.').waitFor();
  });
  expect(await announced()).toMatchObject([{ state: 'announced', change: { operation: 'deleteField' } }]);
});

test('a filter that somebody else has changed is reported; a change elsewhere stops nobody', async () => {
  const { body: filter } = await there.owner.call(`POST ${campaign}/filters`, {
    body: { name: 'Web', condition: sourceIs('website') },
  });
  const path = `${campaign}/filters/${filter.id}`;
  await there.at(`${campaign}/filters?filter=${filter.id}`, async (page) => {
    const form = page.getByRole('dialog');
    const name = form.getByRole('textbox', { name: 'Name' });
    const save = form.getByRole('button', { name: 'Save the filter' });
    await name.fill('Mine');
    await there.owner.call(`PATCH ${path}`, { body: { name: 'Theirs' } });
    await save.click();
    await form.getByText('It is now “Theirs”: Source is Website.').waitFor();
    await save.click();
    await form.waitFor({ state: 'detached' });
    expect((await there.owner.call(`GET ${path}`)).body.name).toBe('Mine');

    await page.getByRole('button', { name: 'Mine', exact: true }).click();
    await name.fill('Still mine');
    await there.owner.call(`PATCH ${campaign}`, { body: { name: 'Solar Denmark' } });
    await save.click();
    await form.waitFor({ state: 'detached' });
    expect((await there.owner.call(`GET ${path}`)).body.name).toBe('Still mine');

    await page.getByRole('button', { name: 'Still mine', exact: true }).click();
    await name.fill('Gone');
    await there.owner.call(`DELETE ${path}`);
    await save.click();
    await form.getByText('Somebody else has deleted this filter').waitFor();
    expect(await save.isDisabled()).toBe(true);
  });
});
