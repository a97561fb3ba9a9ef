/**
 * The list of leads in the console: filters in the address, many rows of which few are rendered, and hostile values of a
 * vendor that are shown as text.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { carry, drag } from '../support/browser.ts';
import { axeFindings } from '../support/console.ts';
import { drawer, leadsPath, openLead, startLeads } from '../support/leads.ts';
import { patience } from '../support/patience.ts';

let there: Awaited<ReturnType<typeof startLeads>>;
beforeAll(async () => {
  there = await startLeads();
});
afterAll(() => there?.stop());

const hostile = {
  name: '<img src=x onerror=alert(1)>',
  notes: `=HYPERLINK("http://evil.example","x") ${'a very long word'.replaceAll(' ', '').repeat(60)}`,
  city: '\u202Eפרטי מכירה\u202C <b>bold</b>',
};

const rows = (page: Page) => page.getByRole('table', { name: 'Leads' }).getByRole('link');

test('a filter stands in the address by the name of the API, and survives a reload', async () => {
  await there.makeLead({ name: 'Anna', source: 'website', roof_area: 10 });
  await there.makeLead({ name: 'Bo', source: 'vendor-xyz', roof_area: 1000 }, { external_id: '1e3' });
  await there.visiting({}, async (page) => {
    await page.getByRole('link', { name: 'Anna' }).waitFor();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Source' }).click();
    await page.getByRole('checkbox', { name: 'Vendor XYZ' }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('link', { name: 'Anna' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?fields.source=vendor-xyz');
    await page.reload();
    await page.getByRole('button', { name: 'Source: Vendor XYZ' }).waitFor();
    await page.getByRole('link', { name: 'Bo' }).waitFor();
    expect(await rows(page).allTextContents()).toEqual(['Bo']);
    await page.getByRole('button', { name: 'Remove: Source' }).click();
    await page.getByRole('link', { name: 'Anna' }).waitFor();
  });
});

test('text that looks like a number stays that text, and a filter written by hand is reported', async () => {
  await there.visiting({ path: `${leadsPath}?external_id=1e3&fields.roof_area.gt=999` }, async (page) => {
    await page.getByRole('link', { name: 'Bo' }).waitFor();
    await page.getByText('Roof area: > 999').waitFor();
    await page.getByRole('button', { name: 'External id: 1e3' }).waitFor();
    await page.getByRole('button', { name: 'Remove: External id' }).click();
    await page.waitForURL(/leads\?fields\.roof_area\.gt=999$/);
  });
  await there.visiting({ path: `${leadsPath}?fields.nothing=1` }, async (page) => {
    await page
      .getByRole('alert')
      .getByText(/nothing/)
      .waitFor();
    await page.getByRole('button', { name: 'Remove: fields.nothing' }).click();
    await page.getByRole('link', { name: 'Bo' }).waitFor();
  });
});

test('hostile values are text, stay within their places, and are no formula in an export', async () => {
  const id = await there.makeLead(hostile);
  for (const width of [1280, 390]) {
    await there.visiting({ width, path: `${leadsPath}?lead=${id}` }, async (page) => {
      await drawer(page).getByText(hostile.name).first().waitFor();
      expect(await drawer(page).getByLabel('Notes').inputValue()).toBe(hostile.notes);
      await drawer(page).getByRole('tab', { name: 'History' }).click();
      await drawer(page)
        .getByRole('tabpanel')
        .getByText(/HYPERLINK/)
        .last()
        .waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(await page.locator('main img, [role=dialog] img, main b').count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: hostile.name }).waitFor();
    });
  }
  await there.visiting({ path: `${leadsPath}?fields.city=${encodeURIComponent(hostile.city)}` }, async (page) => {
    await page.getByText('of 1 lead').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV, for a spreadsheet' }).click();
    const file = await (await waiting).path();
    expect(await readFile(file, 'utf8')).toContain(`"'=HYPERLINK(`);
  });
});

test('an export is a file with the leads that the filters leave, in the form that was asked for', async () => {
  for (const source of ['website', 'vendor-xyz']) await there.makeLead({ name: `Of ${source}`, source, city: 'Filed' });
  await there.visiting({ path: `${leadsPath}?fields.source=vendor-xyz&fields.city=Filed` }, async (page) => {
    await page.getByText('of 1 lead').waitFor();
    const download = async (form: string) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: form }).click();
      const file = await waiting;
      await page.getByText('File saved in your downloads.').first().waitFor();
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    const csv = await download('CSV, for a spreadsheet');
    expect(csv.name).toBe('solar-dk.csv');
    expect(csv.text.startsWith('\uFEFF')).toBe(true);
    expect(csv.text.trim().split('\r\n')).toEqual([
      expect.stringMatching(/^id,.*,source,/),
      expect.stringContaining('Of vendor-xyz'),
    ]);
    const lines = await download('JSON lines, for programs');
    expect(lines.name).toBe('solar-dk.ndjson');
    expect(
      lines.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).fields.name),
    ).toEqual(['Of vendor-xyz']);
  });
});

test('columns are put in order by the arrows, by keyboard and by mouse, and remembered', async () => {
  await there.makeLead({ name: 'In order' });
  await there.visiting({}, async (page) => {
    const shown = () => page.getByRole('columnheader').allTextContents();
    const become = async (...titles: string[]) => {
      for (const [i, title] of titles.entries())
        await page
          .getByRole('columnheader')
          .nth(i + 1)
          .getByText(title, { exact: true })
          .waitFor();
    };
    const menu = page.getByRole('dialog');
    await become('Status', 'Source', 'City', 'Roof area');
    await page.getByRole('button', { name: 'Columns' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await menu.getByRole('button', { name: 'City up' }).click();
    await become('Status', 'City', 'Source');

    await menu.getByRole('button', { name: 'Move City' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('City is picked up.').waitFor({ state: 'attached' });
    await carry(page, 'ArrowUp', 'City is at the place of Status.');
    await page.keyboard.press('Space');
    await become('City', 'Status', 'Source');

    await drag(
      page,
      menu.getByRole('button', { name: 'Move City' }),
      menu.getByRole('button', { name: 'Move Source' }),
    );
    await page.getByText('City is at the place of Source.').waitFor({ state: 'attached' });
    await page.mouse.up();
    await become('Status', 'Source', 'City');
    await menu.getByRole('checkbox', { name: 'Notes' }).check();
    await menu.getByRole('button', { name: 'Notes up' }).click();
    const chosen = await shown();
    expect(chosen.slice(-2)).toEqual(['Notes', 'Created']);

    await page.reload();
    await become(...chosen.slice(1));
    await page.getByRole('button', { name: 'Columns' }).click();
    await menu.getByRole('button', { name: 'Reset' }).click();
    await become('Status', 'Source', 'City', 'Roof area');
  });
});

const scrollTo = (page: Page, top: number) =>
  page.evaluate(`document.querySelector('[role=table][aria-label=Leads]').scrollTop = ${top}`);

test('a long list draws few rows, and rows that were let go come back when they are scrolled to', async () => {
  await there.makeLeads(Array.from({ length: 230 }, (_, i) => ({ name: `Row ${i}`, city: 'Many' })));
  await there.visiting({ path: `${leadsPath}?fields.city=Many` }, async (page) => {
    const table = page.getByRole('table', { name: 'Leads' });
    await rows(page).first().waitFor();
    const last = table.locator('[aria-rowindex="231"]');
    for (let tries = 0; tries < 20 && !(await last.isVisible()); tries += 1) {
      await scrollTo(page, 1e9);
      await page.waitForTimeout(150);
    }
    await page.getByText('of 230 leads').waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    await scrollTo(page, 0);
    await table.locator('[aria-rowindex="2"]').waitFor();
  });
});

test.each(['light', 'dark'] as const)('nothing for axe to find in %s', async (colorScheme) => {
  await there.makeLead({ name: `Jens ${colorScheme}` });
  await there.visiting({ path: `${leadsPath}?status=new&sort=-created_at`, colorScheme }, async (page) => {
    expect(await axeFindings(page)).toEqual([]);
    await openLead(page, `Jens ${colorScheme}`);
    await drawer(page).getByLabel('City').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Created' }).click();
    const from = page.getByLabel('From', { exact: true });
    await from.click();
    expect(await axeFindings(page)).toEqual([]);
    // Escape closes a calendar within a filter first, and then the filter.
    await page.keyboard.press('Escape');
    await page.locator('[data-dates-dropdown]').waitFor({ state: 'detached' });
    expect(await from.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await from.waitFor({ state: 'detached' });
  });
});

test('Ctrl+K finds a page by the keyboard alone, and nothing moves for whoever asked for no motion', async () => {
  await there.visiting({ path: leadsPath }, async (page) => {
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
    // Reduced motion gives animations of a hundredth of a millisecond. A busy machine may still show them.
    const moves = '({ playState, effect }) => playState === "running" && effect.getComputedTiming().activeDuration > 1';
    const moved = () => page.evaluate<number>(`document.getAnimations().filter(${moves}).length`);
    const search = page.getByLabel(/^Find a campaign, a page/);
    // On a busy machine the page can be visible before it listens to keys.
    const deadline = performance.now() + patience(15_000);
    while (performance.now() < deadline && !(await search.isVisible())) {
      await page.keyboard.press('Control+k');
      await search.waitFor({ timeout: patience(1_500) }).catch(() => undefined);
    }
    await search.waitFor();
    expect(await moved()).toBe(0);
    await page.keyboard.type('Audit');
    await page.getByText('Account: Audit log').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Audit log' }).waitFor();
    expect(await moved()).toBe(0);
  });
});
