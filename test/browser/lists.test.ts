/** Long lists: search, order, state and Ctrl K find an entry, and only rows in view are rendered. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { carry, drag, settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';
import { makeLongLists, much } from '../support/long-lists.ts';
import { patience } from '../support/patience.ts';

let there: ConsoleTest;
const [long, wide] = ['/campaigns/long', '/campaigns/wide'];
beforeAll(async () => {
  there = await startConsole();
  await makeLongLists(there.server.connection.db, there.server.vault, there.owner.accountId, much);
  await there.owner.call(`POST ${wide}/filters`, {
    body: {
      name: 'Of many cities',
      condition: {
        any: Array.from({ length: 60 }, (_, i) => ({ path: 'fields.field_1', op: 'eq', value: `City ${i}` })),
      },
    },
  });
});
afterAll(() => there?.stop());

const searchFor = (page: Page, text: string) => page.getByRole('textbox', { name: /^Search/ }).fill(text);
const nodesOf = (page: Page) => page.evaluate<number>("document.querySelectorAll('*').length");
const scrollOptions = (page: Page, to: number) =>
  page.evaluate(`document.querySelector('[aria-label="Options of Source"]').scrollTop = ${to}`);
/** Whether the marked row is in view, and whether it has the focus. */
const markedIs = (page: Page) =>
  page.evaluate<{ inSight: boolean; focused: boolean }>(`(() => {
    const row = document.querySelector('[data-marked]');
    const { top, bottom } = row.getBoundingClientRect();
    return { inSight: top >= 52 && bottom <= innerHeight, focused: row === document.activeElement };
  })()`);

const pages: readonly (readonly [path: string, count: string])[] = [
  ['/campaigns', '203 campaigns'],
  [`${long}/documentation`, '1,000 tokens'],
  [`${long}/filters`, '300 filters'],
  [`${long}/selects`, '1,000 options'],
  [`${wide}/fields`, '200 fields'],
  [`${long}/statuses`, '6 statuses'],
  ['/account/members', '1 member'],
];

test.each(pages)(
  '%s counts %s, holds under 2,000 nodes on any screen, and has nothing for axe to find',
  async (path, count) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ] as const)
      await there.at(
        path,
        async (page) => {
          await page.getByRole('status').getByText(count, { exact: true }).waitFor();
          expect(await nodesOf(page)).toBeLessThan(2_000);
          expect(await axeFindings(page)).toEqual([]);
          await settle(page, () => page.mouse.wheel(0, 100_000));
          expect(await nodesOf(page)).toBeLessThan(2_000);
          expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        },
        { width, colorScheme },
      );
  },
);

test('a token is found among a thousand; the address keeps the search, the order and the state, and back undoes them', async () => {
  await there.at(`${long}/documentation`, async (page) => {
    const rows = page.getByRole('table', { name: 'API tokens' }).getByRole('row');
    const countReads = (count: string) => page.getByRole('status').getByText(count, { exact: true }).waitFor();
    await searchFor(page, 'TOKEN 777');
    await countReads('1 of 1,000 tokens');
    expect(await rows.count()).toBe(2);
    await page.waitForURL('**/documentation?q=TOKEN+777');
    await settle(page, () => page.reload());
    await countReads('1 of 1,000 tokens');

    await searchFor(page, 'nobody is called so');
    await page.getByText('No token matches').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await countReads('1,000 tokens');
    await page.waitForURL((url) => url.search === '');

    const name = page.getByRole('columnheader', { name: 'Name' });
    await name.getByRole('button').click();
    await page.waitForURL('**?sort=name');
    expect(await name.getAttribute('aria-sort')).toBe('ascending');
    expect(await rows.nth(1).textContent()).toContain('Token 1lsp_');
    await name.getByRole('button').click();
    await page.waitForURL('**?sort=-name');
    expect(await name.getAttribute('aria-sort')).toBe('descending');
    expect(await rows.nth(1).textContent()).toContain('Token 1000');
    expect(await page.getByRole('table', { name: 'API tokens' }).getAttribute('aria-rowcount')).toBe('1001');

    await page.getByRole('combobox', { name: 'State' }).click();
    await page.getByRole('option', { name: 'Paused' }).click();
    await countReads('0 of 1,000 tokens');
    await page.waitForURL('**?sort=-name&state=paused');
    await page.goBack();
    await countReads('1,000 tokens');
    expect(await name.getAttribute('aria-sort')).toBe('descending');
    await page.goBack();
    await page.goBack();
    expect(await name.getAttribute('aria-sort')).toBe('none');
  });
});

test('a row that is being edited stays when the list scrolls away from it', async () => {
  await there.at(`${long}/documentation?sort=name`, async (page) => {
    await page.getByRole('button', { name: 'More for Token 2', exact: true }).focus();
    await settle(page, () => page.mouse.wheel(0, 20_000));
    const rows = "[...document.querySelectorAll('tbody tr[aria-rowindex]')].map((row) => Number(row.ariaRowIndex))";
    await page.waitForFunction(`${rows}.some((index) => index > 100)`);
    expect(await page.evaluate<number[]>(rows)).toContain(3);
    expect(await page.evaluate<string>("document.activeElement.getAttribute('aria-label')")).toBe('More for Token 2');
  });
});

test('Ctrl K leads to the row of a token, an option and a field, which is in sight, marked, and has the focus', async () => {
  await there.at(`${long}/revisions`, async (page) => {
    await page.getByRole('button', { name: 'Find Ctrl K' }).waitFor();
    const search = page.getByLabel(/^Find a campaign, a page/);
    const jumpTo = async (text: string) => {
      // On a busy machine the page can be visible before it listens to keys.
      for (let left = 10; left > 0 && !(await search.isVisible()); left -= 1) {
        await page.keyboard.press('Control+k');
        await search.waitFor({ timeout: patience(1_500) }).catch(() => undefined);
      }
      await search.fill(text);
      await page.locator('[data-action][data-selected]').getByText(text).first().waitFor();
      await settle(page, () => page.keyboard.press('Enter'));
      await page.locator('[data-marked]').waitFor();
      await page.waitForFunction("document.activeElement?.hasAttribute('data-marked')");
    };
    for (const [text, at] of [
      ['Token 17', 'documentation'],
      ['Token 17', 'documentation'],
      ['Vendor 933', 'selects'],
      ['Filter 250', 'filters'],
      ['Phone', 'fields'],
    ] as const) {
      await jumpTo(text);
      expect(new URL(page.url()).pathname).toBe(`/console${long}/${at}`);
      expect([text, await page.locator('[data-marked]').textContent()]).toEqual([text, expect.stringContaining(text)]);
      expect([text, await markedIs(page)]).toEqual([text, { inSight: true, focused: true }]);
      expect(await page.locator('[data-marked]').getAttribute('aria-current')).toBe('true');
      await settle(page, () => page.mouse.wheel(0, -100_000));
    }
  });
});

test('Ctrl K selects the first result also when the server sends it after the last letter was typed', async () => {
  await there.at(`${long}/revisions`, async (page) => {
    await page.getByRole('button', { name: 'Find Ctrl K' }).waitFor();
    await page.route('**/tokens*', async (route) => {
      await sleep(1_000);
      await route.continue();
    });
    await page.getByRole('button', { name: 'Find Ctrl K' }).click();
    await page.getByLabel(/^Find a campaign, a page/).fill('Token 17');
    await page.locator('[data-action][data-selected]').getByText('Token 17').first().waitFor();
    await settle(page, () => page.keyboard.press('Enter'));
    await page.locator('[data-marked]').getByText('Token 17').first().waitFor();
  });
});

const valuesOf = async () =>
  (await there.owner.call(`GET ${long}/selects`)).body.data[0].options.map(({ value }: { value: string }) => value);

test('an option goes to the top, to a position or a place up in one step, by menu, by keyboard and by mouse', async () => {
  await there.at(`${long}/selects`, async (page) => {
    const saved = () => page.waitForResponse((answer) => answer.url().endsWith('/options/order') && answer.ok());
    const more = (of: string) => page.getByRole('button', { name: `More for ${of}`, exact: true });
    await scrollOptions(page, 36 * 49);
    await more('Vendor 50').click();
    await Promise.all([saved(), page.getByRole('menuitem', { name: 'Move to the top' }).click()]);
    expect((await valuesOf()).slice(0, 3)).toEqual(['vendor-50', 'vendor-1', 'vendor-2']);

    await settle(page);
    await more('Vendor 50').click();
    await page.getByRole('menuitem', { name: 'Move to position…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move Vendor 50' });
    await dialog.getByText('1 is the top, 1,000 the bottom.').waitFor();
    await dialog.getByLabel('Position').fill('900');
    expect(await axeFindings(page)).toEqual([]);
    await Promise.all([saved(), page.keyboard.press('Enter')]);
    expect((await valuesOf()).indexOf('vendor-50')).toBe(899);

    await settle(page);
    await scrollOptions(page, 0);
    await page.getByRole('button', { name: 'Move Vendor 2', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Vendor 2 is picked up.').waitFor({ state: 'attached' });
    await carry(page, 'ArrowUp', 'Vendor 2 is at the place of Vendor 1.');
    await Promise.all([saved(), page.keyboard.press('Space')]);
    expect((await valuesOf()).slice(0, 3)).toEqual(['vendor-2', 'vendor-1', 'vendor-3']);

    await settle(page);
    const handle = (of: string) => page.getByRole('button', { name: `Move ${of}`, exact: true });
    await drag(page, handle('Vendor 2'), handle('Vendor 3'));
    await page.getByText('Vendor 2 is at the place of Vendor 3.').waitFor({ state: 'attached' });
    await Promise.all([saved(), page.mouse.up()]);
    expect((await valuesOf()).slice(0, 3)).toEqual(['vendor-1', 'vendor-3', 'vendor-2']);
  });
});

test('while a list is searched or sorted nothing can be moved, and that is said', async () => {
  await there.at(`${long}/selects?q=vendor-77`, async (page) => {
    await page.getByText('The order cannot be changed while the list is searched or filtered.').waitFor();
    await page.getByRole('button', { name: 'More for Vendor 77', exact: true }).click();
    await page.getByText('To move it, show the whole list in its own order.').waitFor();
    expect(await page.getByRole('menuitem', { name: 'Move up' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Move Vendor 77', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Show the whole list' }).click();
    await page.getByRole('status').getByText('1,000 options').waitFor();
    expect(await page.getByRole('button', { name: 'Move Vendor 1', exact: true }).isDisabled()).toBe(false);
  });
  await there.at(`${wide}/fields?sort=-name`, async (page) => {
    await page.getByText('The order cannot be changed while the list is sorted.').waitFor();
    expect(await page.getByRole('button', { name: 'Move Field 200', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Show its own order' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await page.getByRole('button', { name: 'Move Field 1', exact: true }).isDisabled()).toBe(false);
  });
});

test('a long condition takes three lines until all of it is asked for', async () => {
  await there.at(`${wide}/filters`, async (page) => {
    const row = page.getByRole('listitem').filter({ hasText: 'Of many cities' });
    const all = row.getByRole('button', { name: 'Show all' });
    await all.waitFor();
    const heightOf = async () => (await row.boundingBox())?.height ?? 0;
    expect(await heightOf()).toBeLessThan(160);
    await all.click();
    await row.getByRole('button', { name: 'Show less' }).waitFor();
    expect(await heightOf()).toBeGreaterThan(160);
  });
});

test('another campaign is found by typing in the switcher, by keyboard alone', async () => {
  await there.at(`${long}/fields`, async (page) => {
    await page.getByRole('button', { name: 'Campaign Long lists' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Find a campaign' }).waitFor();
    await page.getByText('50 of 203: type to find the others.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('campaign 15');
    await page.getByRole('option', { name: 'Campaign 15', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/campaigns/campaign-15/leads');
    await page.getByRole('button', { name: 'Campaign Campaign 15' }).waitFor();
  });
});

test('a filter with a thousand options lists a hundred of them, and typing finds each', async () => {
  await there.at(`${long}/leads`, async (page) => {
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Source' }).click();
    await page.getByText('100 of 1,000: search to find the others.').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(100);
    await page.getByRole('textbox', { name: 'Search Source' }).fill('vendor 933');
    await page.getByRole('checkbox', { name: 'Vendor 933' }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL('**?fields.source=vendor-933');
  });
});
