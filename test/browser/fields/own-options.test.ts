/** *New field* with new options: one dialog creates the field and its select, as the API then shows them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings, type ConsoleTest, chooseByArrows, startConsole } from '../../support/console.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const get = async (path: string) => (await there.owner.call(`GET ${path}`)).body.data;
const fields = '/campaigns/solar-dk/fields';
const selects = '/campaigns/solar-dk/selects';

async function newField(page: Page, type: string, label: string) {
  await page.getByRole('button', { name: 'New field' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('radio', { name: new RegExp(`^${type} `) }).click();
  await dialog.getByLabel('Name').fill(label);
  return dialog;
}

test.each([
  [1280, 'dark'],
  [390, 'light'],
] as const)(
  'options written in the dialog make a select, and one of them is the default, at %i pixels',
  async (width, colorScheme) => {
    const label = `Roof ${width}`;
    await there.at(
      fields,
      async (page) => {
        const dialog = await newField(page, 'One option', label);
        await dialog.getByText('New options', { exact: true }).click();
        await dialog.getByRole('button', { name: 'Create the field' }).click();
        await dialog.getByText('Write at least one option, each on a line.').waitFor();
        const lines = dialog.getByRole('textbox', { name: 'Options' });
        await lines.fill('Tile\ntar;Felt\nTile');
        await dialog.getByRole('table', { name: '2 options will be made' }).waitFor();
        await dialog.getByText('“Tile”: twice in the list').waitFor();
        await dialog.getByRole('group', { name: 'How it will look' }).getByText('one of tile, tar').waitFor();
        await chooseByArrows(page, 'Default', 'Felt');
        expect(await axeFindings(page)).toEqual([]);
        await dialog.getByRole('button', { name: 'Create the field' }).click();
        await dialog.waitFor({ state: 'detached' });
      },
      { width, colorScheme },
    );
    const key = `roof_${width}`;
    expect((await get(fields)).find((one: { key: string }) => one.key === key)).toMatchObject({
      ...{ label, type: 'select', select: key, default: 'tar', searchable: true },
    });
    expect((await get(selects)).find((one: { key: string }) => one.key === key)).toEqual({
      key,
      label,
      options: [
        { value: 'tile', label: 'Tile', archived: false },
        { value: 'tar', label: 'Felt', archived: false },
      ],
    });
  },
);

test('a default that is written no longer goes, and a select that there is can be chosen instead', async () => {
  await there.at(fields, async (page) => {
    const dialog = await newField(page, 'One option', 'Channel');
    await dialog.getByRole('button', { name: 'Create the field' }).click();
    await dialog.getByText('Choose a select, or write new options.').waitFor();
    await dialog.getByText('New options', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Options' }).fill('Radio\nPaper');
    await chooseByArrows(page, 'Default', 'Paper');
    await dialog.getByRole('textbox', { name: 'Options' }).fill('Radio');
    expect(await dialog.getByRole('combobox', { name: 'Default' }).inputValue()).toBe('');
    await dialog.getByText('An existing select', { exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Select', exact: true }).click();
    await page.getByRole('option', { name: 'Source', exact: true }).click();
    await dialog.getByRole('button', { name: 'Create the field' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
  expect((await get(fields)).at(-1)).toMatchObject({ key: 'channel', select: 'source', default: null });
});

test('where the campaign has no select, options are written at once', async () => {
  const { slug } = (await there.owner.call('POST /campaigns', { body: { name: 'No select' } })).body;
  await there.at(`/campaigns/${slug}/fields`, async (page) => {
    const dialog = await newField(page, 'Several options', 'Interests');
    expect(await dialog.getByText('An existing select', { exact: true }).count()).toBe(0);
    await dialog.getByRole('textbox', { name: 'Options' }).fill('Solar\nWind');
    await dialog.getByRole('button', { name: 'Create the field' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
  expect(await get(`/campaigns/${slug}/selects`)).toMatchObject([{ key: 'interests', label: 'Interests' }]);
});

test('a new required field with options of its own is announced whole, and is made at its time', async () => {
  const { id } = (
    await there.owner.call('POST /campaigns/solar-dk/announced-changes', {
      body: {
        change: {
          operation: 'createField',
          body: { key: 'tier', label: 'Tier', type: 'select', required: true, options: [{ label: 'Gold' }] },
        },
        at: '2999-01-01T00:00:00Z',
      },
    })
  ).body;
  const { changes } = (await get('/campaigns/solar-dk/announced-changes')).find((one: { id: string }) => one.id === id);
  expect(changes.map(({ sentence }: { sentence: string }) => sentence).join(' ')).toContain('`tier`');
  expect((await get(selects)).map((one: { key: string }) => one.key)).not.toContain('tier');
});
