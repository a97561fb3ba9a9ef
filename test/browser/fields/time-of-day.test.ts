/** A field of the type `time` in the console: made, filled in, filtered by, and compared in a condition. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings, type ConsoleTest, chooseByArrows, startConsole } from '../../support/console.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const campaign = '/campaigns/solar-dk';
const get = async (path: string) => (await there.owner.call(`GET ${campaign}${path}`)).body.data;

async function newField(page: Page) {
  await page.getByRole('button', { name: 'New field' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('radio', { name: 'Time of day Hours and minutes' }).click();
  return dialog;
}

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('a field with a default is made, at %i pixels', async (width, colorScheme) => {
  const key = `call_from_${width}`;
  await there.at(
    `${campaign}/fields`,
    async (page) => {
      const dialog = await newField(page);
      await dialog.getByLabel('Name').fill(`Call from ${width}`);
      const picture = dialog.getByRole('group', { name: 'How it will look' });
      await picture.getByText(`"${key}": "09:30"`).waitFor();
      await picture.getByText('string HH:MM').waitFor();
      await dialog.getByLabel('Default, hours').pressSequentially('0805');
      await picture.getByText(`"${key}": "08:05"`).waitFor();
      await dialog.getByRole('switch', { name: 'Filterable' }).press('Space');
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Create the field' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    { width, colorScheme },
  );
  expect((await get('/fields')).find((one: { key: string }) => one.key === key)).toMatchObject({
    type: 'time',
    default: '08:05',
    searchable: true,
  });
});

test('a lead gets a time, is found by it, and a time that is not whole is not shown as if it were kept', async () => {
  await there.owner.call(`POST ${campaign}/fields`, {
    body: { key: 'visit', label: 'Visit', type: 'time', searchable: true },
  });
  for (const visit of ['07:59', '18:00'])
    await there.owner.call(`POST ${campaign}/leads`, { body: { external_id: visit, fields: { visit } } });
  await there.at(`${campaign}/leads`, async (page) => {
    await page.getByRole('button', { name: 'New lead' }).first().click();
    const drawer = page.getByRole('dialog').first();
    const hours = drawer.getByLabel('Visit, hours');
    const minutes = drawer.getByLabel('Visit, minutes');
    const value = async () => [await hours.inputValue(), await minutes.inputValue()];
    await drawer.getByLabel('External id').fill('typed');
    await hours.pressSequentially('8');
    expect(await value()).toEqual(['08', '']);
    await drawer.getByLabel('External id').click();
    expect(await value()).toEqual(['08', '00']);
    await drawer.getByRole('button', { name: 'Empty Visit' }).click();
    expect(await value()).toEqual(['', '']);
    await minutes.pressSequentially('15');
    await drawer.getByLabel('External id').click();
    expect(await value()).toEqual(['', '']);
    await hours.pressSequentially('0805');
    expect(await axeFindings(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Create the lead' }).click();
    await page.getByRole('row', { name: /typed/ }).waitFor();
  });
  const [typed] = await get('/leads?external_id=typed');
  expect(typed.fields.visit).toBe('08:05');

  await there.at(`${campaign}/leads`, async (page) => {
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Visit', exact: true }).click();
    await page.getByLabel('From, hours').pressSequentially('0800');
    await page.getByLabel('To, hours').pressSequentially('1759');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Visit: 08:00 to 17:59' }).waitFor();
    await page.getByRole('row', { name: /18:00/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /typed/ }).waitFor();
    expect(await page.getByRole('row', { name: /07:59/ }).count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('fields.visit.lte')).toBe('17:59');
  });
});

test('a required time that is empty has its error at its input', async () => {
  const made = await there.owner.call(`POST ${campaign}/fields`, {
    body: { key: 'closes', label: 'Closes', type: 'time', required: true },
  });
  expect(made.status).toBe(201);
  await there.at(`${campaign}/leads`, async (page) => {
    await page.getByRole('button', { name: 'New lead' }).first().click();
    const drawer = page.getByRole('dialog').first();
    await drawer.getByLabel('External id').fill('no-time');
    await drawer.getByRole('button', { name: 'Create the lead' }).click();
    const hours = drawer.getByLabel('Closes, hours');
    await drawer.locator('input[aria-invalid="true"]').first().waitFor();
    expect(await hours.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Closes, hours');
    expect(await axeFindings(page)).toEqual([]);
    await hours.pressSequentially('1600');
    await drawer.getByRole('button', { name: 'Create the lead' }).click();
    await page.getByRole('row', { name: /no-time/ }).waitFor();
  });
});

test('a filter compares with a time', async () => {
  await there.owner.call(`POST ${campaign}/fields`, { body: { key: 'opens', label: 'Opens', type: 'time' } });
  await there.at(`${campaign}/filters`, async (page) => {
    await page.getByRole('button', { name: 'New filter' }).first().click();
    await page.getByLabel('Name').fill('Late');
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await chooseByArrows(page, 'Compared value', 'Opens');
    await chooseByArrows(page, 'How it is compared', 'is at or after');
    await page.getByLabel('Value for Opens, hours').pressSequentially('1730');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create the filter' }).click();
    await page.getByText('Filter created.').waitFor();
    await page.getByText('Opens is at or after 17:30').first().waitFor();
  });
  const [{ condition }] = (await get('/filters')).filter(({ name }: { name: string }) => name === 'Late');
  expect(condition).toEqual({ path: 'fields.opens', op: 'gte', value: '17:30' });
});
