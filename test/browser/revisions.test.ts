/** A search finds revisions by their words, and the address keeps it. The page says truly how far the search has looked. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
let newest = 0;
beforeAll(async () => {
  there = await startConsole();
  const { call } = there.owner;
  await call(`POST ${campaign}/fields`, { body: { key: 'needle', label: 'Needle', type: 'text' } });
  for (let i = 0; i < 110; i += 1)
    await call(`PATCH ${campaign}/fields/source`, { body: { description: `Text ${i}` } });
  await call(`PATCH ${campaign}/fields/needle`, { body: { required: true } });
  newest = (await call(`GET ${campaign}`)).body.revision;
});
afterAll(() => there?.stop());

const shown = async (page: Page) =>
  Promise.all(
    (await page.getByRole('region', { name: /^Revision \d/ }).all()).map((one) => one.getAttribute('aria-label')),
  );
const search = (page: Page) => page.getByRole('textbox', { name: 'Search revisions' });

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)(
  'one is found by words, older ones by going on, and reload shows the same, at %i pixels',
  async (width, colorScheme) => {
    await there.at(
      `${campaign}/revisions`,
      async (page) => {
        await search(page).fill('NEEDLE required');
        await page.waitForURL(/q=NEEDLE(\+|%20)required$/);
        await page.getByText(`Searched back to revision ${newest - 99}.`).waitFor();
        expect(await shown(page)).toEqual([`Revision ${newest}`]);
        expect(await axeFindings(page)).toEqual([]);

        await search(page).fill('needle');
        await page.waitForURL(/q=needle$/);
        await settle(page, () => page.getByRole('button', { name: 'Search older revisions' }).click());
        await page.getByRole('region', { name: 'Revision 4', exact: true }).waitFor();
        expect(await shown(page)).toEqual([`Revision ${newest}`, 'Revision 4']);
        expect(await page.getByText(/^Searched back/).count()).toBe(0);
        await settle(page, () => page.reload());
        expect(await search(page).inputValue()).toBe('needle');
        await page.getByRole('region', { name: `Revision ${newest}`, exact: true }).waitFor();
      },
      { width, colorScheme },
    );
  },
);

test('the same words find an announced change', async () => {
  await there.owner.call(`POST ${campaign}/announced-changes`, {
    body: { change: { operation: 'deleteField', path: { key: 'needle' } }, at: '2999-01-01T00:00:00Z' },
  });
  const { revision } = await (await there.owner.call(`GET ${campaign}`)).body;
  await there.at(`${campaign}/revisions`, async (page) => {
    const announced = page.getByRole('region', { name: 'Announced', exact: true });
    await announced.getByText('needle').waitFor();
    await search(page).fill('text 109');
    await announced.waitFor({ state: 'detached' });
    await search(page).fill('needle removed');
    await announced.getByText('needle').waitFor();
  });
  newest = revision;
});

test('where nothing matches that is said once all was looked at, and a revision that was found is not taken for the current one', async () => {
  await there.at(`${campaign}/revisions?q=revision+${newest - 1}`, async (page) => {
    const found = page.getByRole('region', { name: `Revision ${newest - 1}`, exact: true });
    await found.getByRole('button', { name: `Restore revision ${newest - 1}` }).waitFor();
    expect(await found.getByText('Current').count()).toBe(0);

    await settle(page, () => search(page).fill('haystack'));
    await page.waitForURL(/q=haystack$/);
    await page.getByText(`Searched back to revision ${newest - 99}.`).waitFor();
    expect(await page.getByText('No revision matches').count()).toBe(0);
    await page.getByRole('button', { name: 'Search older revisions' }).click();
    await page.getByText('No revision matches').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear' }).last().click();
    await page
      .getByRole('region', { name: `Revision ${newest}`, exact: true })
      .getByText('Current')
      .waitFor();
  });
});
