/**
 * *Add vendor* in one dialog: in an empty campaign, with an existing option, and with an expiry. The test compares what the
 * dialog says that it will create with what the API then has.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings, type ConsoleTest, chooseByArrows, startConsole } from '../../support/console.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const get = async (path: string) => (await there.owner.call(`GET ${path}`)).body;
const emptyCampaign = async (name: string): Promise<string> =>
  (await there.owner.call('POST /campaigns', { body: { name } })).body.slug;
const documentation = (slug: string) => `/campaigns/${slug}/documentation`;

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Add vendor' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a vendor' });
  await dialog.getByText(/^This creates/).waitFor();
  return dialog;
}
const name = (page: Page) => page.getByRole('combobox', { name: 'Vendor', exact: true });
const add = (page: Page) => page.getByRole('button', { name: 'Add the vendor' }).click();
const handedOver = (page: Page) => page.getByRole('dialog', { name: /is in: send this to them$/ }).waitFor();

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)(
  'one dialog makes field, select, option, filter and token in an empty campaign, at %i pixels',
  async (width, colorScheme) => {
    const slug = await emptyCampaign(`Empty ${width}`);
    await there.at(
      documentation(slug),
      async (page) => {
        const dialog = await openDialog(page);
        await name(page).fill('Sun & Søn ApS');
        expect(await dialog.getByLabel('Read and write', { exact: true }).isChecked()).toBe(true);
        expect(await dialog.getByLabel(/^Vendors are identified by/).inputValue()).toBe('Source');
        await dialog
          .getByText(
            'This creates the field “Source”, the option “Sun & Søn ApS”, the filter “Sun & Søn ApS” (Source is Sun & Søn ApS) and a token that reads and writes exactly those leads.',
          )
          .waitFor();
        expect(await axeFindings(page)).toEqual([]);
        await add(page);
        await handedOver(page);
      },
      { width, colorScheme },
    );

    const [fields, selects, filters, tokens] = [
      await get(`/campaigns/${slug}/fields`),
      await get(`/campaigns/${slug}/selects`),
      await get(`/campaigns/${slug}/filters`),
      await get(`/campaigns/${slug}/tokens`),
    ];
    expect(fields.data).toMatchObject([{ key: 'source', label: 'Source', type: 'select', select: 'source' }]);
    expect(selects.data).toMatchObject([
      { key: 'source', options: [{ value: 'sun-soen-aps', label: 'Sun & Søn ApS' }] },
    ]);
    expect(filters.data).toMatchObject([{ name: 'Sun & Søn ApS', summary: 'Source is Sun & Søn ApS' }]);
    expect(tokens.data).toMatchObject([
      { name: 'Sun & Søn ApS', permission: 'read_write', expires_at: null, filter: { id: filters.data[0].id } },
    ]);
  },
);

test('an option that exists is found by typing and taken, and so is one that is archived', async () => {
  const select = '/campaigns/solar-dk/selects/source/options';
  await there.owner.call(`POST ${select}`, { body: { label: 'Old partner' } });
  await there.owner.call(`DELETE ${select}/old-partner`);
  const before = (await get('/campaigns/solar-dk/selects')).data[0].options.length;
  await there.at(documentation('solar-dk'), async (page) => {
    const dialog = await openDialog(page);
    await name(page).pressSequentially('webs');
    await page.getByRole('option', { name: 'Website' }).click();
    await dialog
      .getByText(
        '“Website” is already an option of Source. The vendor gets it. This creates the filter “Website” (Source is Website) and a token that reads and writes exactly those leads.',
      )
      .waitFor();
    await add(page);
    await handedOver(page);
    await page.keyboard.press('Escape');

    await openDialog(page);
    await name(page).fill('Website');
    await dialog
      .getByText('This creates a token that reads and writes exactly the leads of the existing filter “Website”.')
      .waitFor();
    await name(page).fill('old partner');
    await dialog.getByText('“Old partner” is an archived option of Source. It will be offered again.').waitFor();
    await add(page);
    await handedOver(page);
  });

  const { options } = (await get('/campaigns/solar-dk/selects')).data[0];
  expect(options.length).toBe(before);
  expect(options.find(({ value }: { value: string }) => value === 'old-partner').archived).toBe(false);
  const { data } = await get('/campaigns/solar-dk/tokens');
  expect(data.map((token: { name: string }) => token.name)).toEqual(['Old partner', 'Website']);
});

test('a select that no field offers gets its field, and its options are there to take', async () => {
  const slug = await emptyCampaign('A select alone');
  await there.owner.call(`POST /campaigns/${slug}/selects`, {
    body: { key: 'partner', label: 'Partner', options: [{ label: 'Nordic' }] },
  });
  await there.at(documentation(slug), async (page) => {
    const dialog = await openDialog(page);
    await name(page).fill('Nordic');
    await dialog
      .getByText('“Nordic” is already an option of Partner. The vendor gets it. This creates the field “Partner”')
      .waitFor();
    await add(page);
    await handedOver(page);
  });
  expect((await get(`/campaigns/${slug}/fields`)).data).toMatchObject([{ key: 'partner', select: 'partner' }]);
  expect((await get(`/campaigns/${slug}/selects`)).data).toHaveLength(1);
});

test('an end is set; a day that is over, no day and what is no day are refused in words and stay as they were typed', async () => {
  await there.at(documentation('solar-dk'), async (page) => {
    const dialog = await openDialog(page);
    await name(page).fill('For a while');
    await chooseByArrows(page, 'Expires', 'On a date…');
    const day = dialog.getByLabel('Last day');
    await add(page);
    await dialog.getByText('Choose a day, such as 27 Dec 2027.').waitFor();
    await page.waitForFunction("document.activeElement?.getAttribute('aria-label') === 'Last day'");

    await day.fill('27 Nov 2020');
    await dialog.getByText('This day is over. Choose today or a later day.').waitFor();
    await page.keyboard.press('Escape');
    await add(page);
    await dialog.getByText('This day is over. Choose today or a later day.').waitFor();
    expect(await day.inputValue()).toBe('27 Nov 2020');

    await day.fill('30 Feb 2999');
    await page.keyboard.press('Escape');
    await add(page);
    await dialog.getByText('Choose a day, such as 27 Dec 2027.').waitFor();
    expect(await day.inputValue()).toBe('30 Feb 2999');
    expect((await get('/campaigns/solar-dk/tokens')).data.map((one: { name: string }) => one.name)).not.toContain(
      'For a while',
    );

    await day.fill('27.12.2999');
    await page.keyboard.press('Escape');
    await add(page);
    await handedOver(page);
  });
  const [token] = (await get('/campaigns/solar-dk/tokens')).data;
  expect(token).toMatchObject({ name: 'For a while', expires_at: expect.stringMatching(/^2999-12-27T/) });
});

test('the form of a token refuses the same days, and keeps the end of one that is over', async () => {
  const { id } = (
    await there.owner.call('POST /campaigns/solar-dk/tokens', { body: { name: 'Ended', permission: 'read' } })
  ).body;
  await there.at(documentation('solar-dk'), async (page) => {
    await page.getByRole('button', { name: 'New API token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Never by mistake');
    await chooseByArrows(page, 'Expires', 'On a date…');
    await page.getByRole('button', { name: 'Create the token' }).click();
    await dialog.getByText('Choose a day, such as 27 Dec 2027.').waitFor();
    await dialog.getByLabel('Last day').fill('1 Jan 2020');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Create the token' }).click();
    await dialog.getByText('This day is over. Choose today or a later day.').waitFor();
    expect(await dialog.getByLabel('Last day').inputValue()).toBe('1 Jan 2020');
  });
  await there.server.connection.db
    .updateTable('tokens')
    .set({ expires_at: new Date('2021-05-05T12:00:00Z') })
    .where('id', '=', id)
    .execute();
  await there.at(documentation('solar-dk'), async (page) => {
    await page.getByRole('button', { name: 'More for Ended' }).click();
    await page.getByRole('menuitem', { name: /^Change/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Ended, renamed');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
  expect(await get(`/tokens/${id}`)).toMatchObject({ name: 'Ended, renamed', expires_at: '2021-05-05T12:00:00.000Z' });
  const { data } = await get('/campaigns/solar-dk/tokens');
  expect(data.map((one: { name: string }) => one.name)).not.toContain('Never by mistake');
});

test('an empty input and a taken name are reported at their inputs, and nothing is made', async () => {
  const slug = await emptyCampaign('Refused');
  await there.owner.call(`POST /campaigns/${slug}/vendors`, {
    body: { label: 'One', new_field: { label: 'Source' }, permission: 'read' },
  });
  await there.owner.call(`POST /campaigns/${slug}/filters`, {
    body: { name: 'Two', condition: { path: 'fields.source', op: 'eq', value: 'one' } },
  });
  const before = await get(`/campaigns/${slug}`);
  await there.at(documentation(slug), async (page) => {
    const dialog = await openDialog(page);
    await add(page);
    await dialog.getByText('Enter the name of the vendor.').waitFor();
    await chooseByArrows(page, 'Vendors are identified by', 'A new field…');
    await dialog.getByLabel('Name of the new field').fill(' ');
    await name(page).fill('Two');
    await add(page);
    await dialog.getByText('Enter a name for the field, such as Source.').waitFor();
    await dialog.getByLabel('Name of the new field').fill('Source');
    await add(page);
    await dialog.getByText('There is a filter with the name "Two" already.').waitFor();
    expect(await name(page).getAttribute('aria-invalid')).toBe('true');
  });
  expect(await get(`/campaigns/${slug}`)).toEqual(before);
});
