/** The audit log in the console: sentences with links, filters in the address, and a file. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

test('the audit log shows what members did to leads, and pausing apart from resuming, in words and with links', async () => {
  const { body: lead } = await there.owner.call(`POST ${campaign}/leads`, { body: { fields: { source: 'website' } } });
  await there.owner.call(`PATCH ${campaign}/leads/${lead.id}`, { body: { fields: { source: 'vendor-xyz' } } });
  const { body: gone } = await there.owner.call(`POST ${campaign}/leads`, { body: { fields: {} } });
  await there.owner.call(`DELETE ${campaign}/leads/${gone.id}`);
  const { body: token } = await there.owner.call(`POST ${campaign}/tokens`, {
    body: { name: 'V', permission: 'read' },
  });
  for (const paused of [true, false]) await there.owner.call(`PATCH /tokens/${token.id}`, { body: { paused } });

  await there.at('/account/audit', async (page) => {
    const entries = page.getByRole('article');
    await entries.first().waitFor();
    const sentences = await entries.locator('p[data-size=sm]').allTextContents();
    const short = (id: string) => `lead …${id.slice(-6)}`;
    expect(sentences.filter((text) => !/signed in|source|Source/i.test(text)).slice(0, 7)).toEqual([
      'Olivia Owner resumed the token V in Solar DK',
      'Olivia Owner paused the token V in Solar DK',
      'Olivia Owner created the token V in Solar DK',
      `Olivia Owner erased the ${short(gone.id)} in Solar DK`,
      `Olivia Owner created the ${short(gone.id)} in Solar DK`,
      `Olivia Owner edited the ${short(lead.id)} in Solar DK`,
      `Olivia Owner created the ${short(lead.id)} in Solar DK`,
    ]);
    // The details have no raw name of an action, and no JSON.
    expect(await page.locator('#content').textContent()).not.toMatch(/[a-z]+\.(create|update)|[{}]/);
    expect(await axeFindings(page)).toEqual([]);

    // A deleted object is not a link.
    expect(await page.getByRole('link', { name: short(gone.id) }).count()).toBe(0);
    const edited = entries.filter({ hasText: 'edited the' });
    await edited.getByRole('button', { name: /^Details/ }).click();
    await edited.getByText('Changed: source').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await edited.getByRole('link', { name: short(lead.id) }).click();
    await page.waitForURL(new RegExp(`/campaigns/solar-dk/leads\\?lead=${lead.id}$`));
  });
});

test('an entry leads to everything that was done to its object, in the address, and back to all entries', async () => {
  const { body: token } = await there.owner.call(`POST ${campaign}/tokens`, {
    body: { name: 'W', permission: 'read' },
  });
  await there.owner.call(`PATCH /tokens/${token.id}`, { body: { name: 'Renamed' } });
  await there.at('/account/audit', async (page) => {
    const entries = page.getByRole('article');
    const changed = entries.filter({ hasText: 'changed the token Renamed' });
    await changed.getByRole('button', { name: /^Details/ }).click();
    await changed.getByText('Name: W → Renamed').waitFor();
    await changed.getByRole('button', { name: 'All about this token' }).click();
    await page.waitForURL(new RegExp(`object=${token.id}`));
    await page.getByRole('button', { name: 'Remove: one token' }).waitFor();
    await entries.filter({ hasText: 'created the token W' }).waitFor();
    expect(await entries.count()).toBe(2);
    await page.reload();
    await page.getByRole('button', { name: 'Remove: one token' }).click();
    await entries.nth(2).waitFor();
    expect(new URL(page.url()).searchParams.get('object')).toBeNull();
  });
});

test('the entries are a file for a spreadsheet, in the form that the member chose', async () => {
  await there.at('/account/settings', async (page) => {
    await page.getByRole('combobox', { name: 'CSV for a spreadsheet' }).click();
    await page.getByRole('option', { name: /^Semicolon, decimal comma/ }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    const { member } = (await there.owner.call('GET /session')).body;
    expect([member.csv_separator, member.csv_decimal]).toEqual([';', ',']);
  });
  await there.at('/account/audit?action=token.create', async (page) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('audit-log.csv');
    const text = (await readFile(await download.path())).toString();
    expect(text.slice(0, 13)).toBe('\uFEFF"at";"actor"');
    expect(text).toContain('"token.create"');
    expect(text).not.toContain('"session.create"');
  });
});
