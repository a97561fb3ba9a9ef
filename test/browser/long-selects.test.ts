/** Other long lists: choices and the audit log. Only rows in view are rendered, and every entry can be found. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Locator, Page } from 'playwright-core';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';
import { makeLongLists } from '../support/long-lists.ts';
import { patience } from '../support/patience.ts';
import { eventually } from '../support/process.ts';

let there: ConsoleTest;
const long = '/campaigns/long';
beforeAll(async () => {
  there = await startConsole();
  const { db } = there.server.connection;
  const count = { tokens: 300, options: 300, filters: 300, campaigns: 60, fields: 1 };
  await makeLongLists(db, there.server.vault, there.owner.accountId, count);
  // As if each of its tokens had been used.
  await sql`insert into token_usage (token_id, campaign_id, day, accepted)
    select id, campaign_id, current_date, 1 from tokens where name like 'Token %'`.execute(db);
  await sql`insert into audit_log (id, account_id, at, actor_kind, actor_id, actor_name, action, object_kind, object_id, object_name, campaign, details)
    select uuidv7(make_interval(secs => -n)), ${there.owner.accountId}::uuid, now() - make_interval(secs => n), 'member', ${there.owner.memberId}::uuid,
      'Olivia Owner', 'field.update', 'field', 'field_1', 'Number ' || n, 'long', '{}'
    from generate_series(1, 300) n`.execute(db);
});
afterAll(() => there?.stop());

const nodesOf = (page: Page) => page.evaluate<number>("document.querySelectorAll('*').length");
const options = (page: Page) => page.getByRole('option');

/**
 * Types, presses the option and waits until the input shows it: the address changes first, and the input follows. Like a
 * person, it types again if the option does not come or the page moved under the press. Each failure is told with what the page shows.
 */
async function choose(page: Page, select: Locator, typed: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await select.fill(typed);
      await page.getByRole('option', { name, exact: true }).click({ timeout: patience(5_000) });
      return await eventually(async () => (await select.inputValue()) === name, 5);
    } catch (cause) {
      const shown = await Promise.all([
        select.inputValue(),
        select.getAttribute('aria-expanded'),
        options(page).count(),
        page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)'),
      ]);
      const told = `The input, whether its list is open, its options, and the focus: ${JSON.stringify(shown)} at ${page.url()}`;
      if (tries === 4) throw new Error(told, { cause });
      console.warn(told);
    }
  }
}

test.each([
  [`${long}/documentation?tab=usage`, 'Requests of', '50 of 301: type to find the others.', 'token 299', 'Token 299'],
  [
    `${long}/documentation?tab=reference`,
    'As seen by',
    '50 of 300: type to find the others.',
    'TOKEN 299',
    'Token 299',
  ],
  ['/account/audit', 'Campaign', '50 of 63: type to find the others.', 'camp 55', 'Campaign 55'],
])('%s: of many in “%s” the first are drawn, and each is found by typing', async (path, label, rest, typed, name) => {
  await there.at(path, async (page) => {
    const select = page.getByRole('combobox', { name: label });
    await select.click();
    await page.getByRole('option', { name: rest }).waitFor();
    expect(await options(page).count()).toBeLessThanOrEqual(51);
    await choose(page, select, typed, name);
    expect(await axeFindings(page)).toEqual([]);
    // The chosen option is rendered even if it is not among the first.
    await select.click();
    await page.getByRole('option', { name: rest }).waitFor();
    await page.getByRole('option', { name, exact: true }).waitFor();
    expect(await options(page).count()).toBeLessThanOrEqual(51);
  });
});

test('the filter of a new token is found by typing', async () => {
  await there.at(`${long}/documentation`, async (page) => {
    await page.getByRole('button', { name: 'New API token' }).click();
    const dialog = page.getByRole('dialog');
    const select = dialog.getByRole('combobox', { name: 'Filter' });
    await select.click();
    await page.getByRole('option', { name: '50 of 300: type to find the others.' }).waitFor();
    expect(await options(page).count()).toBe(51);
    await select.fill('filter 277');
    await page.getByRole('option', { name: 'Filter 277', exact: true }).click();
    await dialog.getByText('It reads leads whose Source is Vendor 277.').waitFor();
  });
});

test.each([1280, 390])(
  'the audit log draws the entries in sight, and an opened one stays open, at %i pixels',
  async (width) => {
    await there.at(
      '/account/audit',
      async (page) => {
        const older = page.getByRole('button', { name: 'Older entries' });
        const entries = page.getByRole('article');
        await entries.first().waitFor();
        await entries
          .filter({ hasText: 'Number 1 in' })
          .getByRole('button', { name: /^Details/ })
          .click();
        await page.getByRole('button', { name: 'All by Olivia Owner' }).waitFor();
        for (let i = 0; i < 4; i += 1) {
          await settle(page, () => older.click());
          expect(await entries.count()).toBeLessThan(45);
          expect(await nodesOf(page)).toBeLessThan(2_000);
        }
        await entries.filter({ hasText: 'Number 190 in' }).waitFor();
        expect(await axeFindings(page)).toEqual([]);
        await settle(page, () => page.evaluate('scrollTo(0, 0)'));
        await page.getByRole('button', { name: 'All by Olivia Owner' }).waitFor();
      },
      { width },
    );
  },
);
