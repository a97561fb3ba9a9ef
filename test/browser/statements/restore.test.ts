/** Restoring a revision: the dialog lists what will change and what will not, as the API says, and afterwards what changed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axeFindings, type ConsoleTest, startConsole } from '../../support/console.ts';
import { makeCampaign, sourceIs } from '../../support/manage.ts';

let there: ConsoleTest;
let campaign: string;
let count = 0;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const call = async (request: string, body?: object) => {
  const answer = await there.owner.call(request, { body });
  expect([request, answer.status < 300]).toEqual([request, true]);
  return answer.body;
};
const revision = async (): Promise<number> => (await call(`GET ${campaign}`)).revision;
const newCampaign = async () => {
  count += 1;
  campaign = await makeCampaign(there.owner, `Campaign ${count}`);
};
/** Only rows in view are rendered, so the test scrolls down until the revision is there. */
const press = async (page: Page, target: number): Promise<void> => {
  const button = page.getByRole('button', { name: `Restore revision ${target}`, exact: true });
  await page
    .getByRole('button', { name: /^Restore revision/ })
    .first()
    .waitFor();
  for (let i = 0; i < 50 && (await button.count()) === 0; i += 1) await page.mouse.wheel(0, 300);
  await button.click();
};
const open = async (page: Page, target: number): Promise<Locator> => {
  await press(page, target);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('region', { name: 'Will not change' }).waitFor();
  return dialog;
};
const lines = async (list: Locator) =>
  (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());

test('each kind of part is listed, with what it will be, before; and what did change, after', async () => {
  await newCampaign();
  await call(`POST ${campaign}/fields`, { key: 'zip', label: 'Zip', type: 'text' });
  await call(`POST ${campaign}/fields`, { key: 'city', label: 'City', type: 'text' });
  await call(`POST ${campaign}/statuses`, { key: 'won', label: 'Won', category: 'won' });
  const kept = await call(`POST ${campaign}/filters`, { name: 'Kept', condition: sourceIs('website') });
  const target = await revision();
  await call(`PATCH ${campaign}`, { name: 'Renamed', default_country: 'SE', support_contact: 'help@example.com' });
  await call(`PATCH ${campaign}/fields/zip`, { label: 'Postcode', required: true });
  await call(`DELETE ${campaign}/fields/city`);
  await call(`POST ${campaign}/fields`, { key: 'late', label: 'Late', type: 'text' });
  await call(`PATCH ${campaign}/selects/source/options/website`, { label: 'Web' });
  await call(`DELETE ${campaign}/selects/source/options/vendor-xyz`);
  await call(`POST ${campaign}/selects/source/options`, { label: 'Late one' });
  await call(`POST ${campaign}/selects`, { key: 'roof', label: 'Roof', options: [{ label: 'Flat' }] });
  await call(`DELETE ${campaign}/statuses/won`);
  const rule = { fields: ['zip'], match: 'any', within_days: 30, action: 'flag', reach: 'visible' };
  await call(`PUT ${campaign}/duplicate-rule`, rule);
  await call(`PATCH ${campaign}/filters/${kept.id}`, { condition: sourceIs('vendor-xyz') });
  await call(`POST ${campaign}/filters`, { name: 'Since', condition: sourceIs('website') });

  await there.at(`${campaign}/revisions`, async (page) => {
    const dialog = await open(page, target);
    const will = dialog.getByRole('region', { name: 'Will change' });
    const expected = [
      `Changed Campaign ${count} Name: Renamed → Campaign ${count} Country: Sweden → Denmark Support contact: help@example.com → none`,
      'Removed Late late',
      'Changed Zip zip Name: Postcode → Zip Required: yes → no',
      'Added City city',
      'Offered again Vendor XYZ vendor-xyz',
      'Changed Website website Name: Web → Website',
      'Archived Late one late-one',
      'Archived Flat flat',
      'Added Won won',
      'Removed Duplicate check',
    ];
    expect(await lines(will)).toEqual(expected);
    const stays = dialog.getByRole('region', { name: 'Will not change' });
    expect(await lines(stays)).toEqual([
      'Roof roof was added later; it stays, and its options are archived.',
      'Late one late-one was added later; it stays archived.',
      'Kept Condition stays: Source is Vendor XYZ.',
      'Since was created later; it stays.',
    ]);
    await stays.getByText('Filters, tokens and the values of leads are not part of a restore.').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const before = await revision();
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await dialog.getByText(`The campaign is now at revision ${before + 1}. This changed:`).waitFor();
    expect(await lines(dialog)).toEqual(expected);
    expect(await revision()).toBe(before + 1);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await dialog.waitFor({ state: 'detached' });
    // The filters are as the dialog said.
    const { data } = await call(`GET ${campaign}/filters`);
    expect(data.map(({ name, summary }: { name: string; summary: string }) => `${name}: ${summary}`)).toEqual([
      'Kept: Source is Vendor XYZ',
      'Since: Source is Website',
    ]);
  });
});

test('where nothing would change the dialog says so, offers nothing, and no revision is made', async () => {
  await newCampaign();
  const target = await revision();
  await call(`POST ${campaign}/selects`, { key: 'roof', label: 'Roof' });
  const before = await revision();
  await there.at(`${campaign}/revisions`, async (page) => {
    const dialog = await open(page, target);
    await dialog
      .getByText(`Nothing to restore: everything that a restore covers is the same as in revision ${target}.`)
      .waitFor();
    expect(await dialog.getByRole('button', { name: 'Restore' }).count()).toBe(0);
    expect(await lines(dialog)).toEqual(['Roof roof was added later; it stays, and its options are archived.']);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await dialog.waitFor({ state: 'detached' });
    // The focus is on the button that opened the dialog.
    await page.locator(`[aria-label="Restore revision ${target}"]:focus`).waitFor();
  });
  expect(await revision()).toBe(before);
});

test('filters that use what will go are named before it goes, and a status that leads have does not go', async () => {
  await newCampaign();
  const target = await revision();
  await call(`POST ${campaign}/fields`, { key: 'zip', label: 'Zip', type: 'text' });
  const condition = { path: 'fields.zip', op: 'eq', value: '5000' };
  await call(`POST ${campaign}/filters`, { name: 'Zip 5000', condition });
  await there.at(`${campaign}/revisions`, async (page) => {
    const dialog = await open(page, target);
    await dialog.getByText('Filters use what is removed').waitFor();
    await dialog.getByText('Filter “Zip 5000”').waitFor();
    await dialog.getByRole('button', { name: 'Restore anyway' }).click();
    await dialog.getByText('This changed:').waitFor();
    expect((await call(`GET ${campaign}/fields`)).data.map(({ key }: { key: string }) => key)).toEqual(['source']);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

    await call(`POST ${campaign}/statuses`, { key: 'won', label: 'Won', category: 'won' });
    await call(`POST ${campaign}/leads`, { status: 'won', fields: { source: 'website' } });
    await page.reload();
    await press(page, target);
    await dialog.getByText('This revision cannot be restored now').waitFor();
    await dialog.getByText('1 lead has the status “Won”. Give it another status first.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Restore' }).count()).toBe(0);
  });
});

test('a change by somebody else in the meantime is not overwritten: the present list is shown', async () => {
  await newCampaign();
  const target = await revision();
  await call(`POST ${campaign}/fields`, { key: 'zip', label: 'Zip', type: 'text' });
  await there.at(`${campaign}/revisions`, async (page) => {
    const dialog = await open(page, target);
    await call(`POST ${campaign}/fields`, { key: 'city', label: 'City', type: 'text' });
    const before = await revision();
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await dialog.getByText('Somebody else has changed the campaign meanwhile.').waitFor();
    await dialog.getByText('City', { exact: true }).waitFor();
    expect(await lines(dialog.getByRole('region', { name: 'Will change' }))).toEqual([
      'Removed Zip zip',
      'Removed City city',
    ]);
    expect(await revision()).toBe(before);
  });
});
