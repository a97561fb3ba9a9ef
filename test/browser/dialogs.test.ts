/**
 * Every dialog at both widths and in both schemes: axe finds nothing, nothing is wider than the screen, and the buttons are
 * in view. Escape closes the dialog, and the focus returns to where it was.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, inScheme, startConsole } from '../support/console.ts';
import { signUpMember, sourceIs } from '../support/manage.ts';
import { patience } from '../support/patience.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
  const { owner, server } = there;
  await signUpMember(server, owner.accountId, 'viewer');
  await owner.call(`POST ${campaign}/filters`, { body: { name: 'Web', condition: sourceIs('website') } });
  await owner.call(`POST ${campaign}/tokens`, { body: { name: 'Token', permission: 'read' } });
  await owner.call(`POST ${campaign}/leads`, { body: { fields: { source: 'website' } } });
});
afterAll(() => there?.stop());

/** A page, the button to press there, and, if that opens a menu, the item to choose. */
const dialogs: readonly (readonly [page: string, press: string, item?: string])[] = [
  ['/campaigns', 'New campaign'],
  [`${campaign}/fields`, 'New field'],
  [`${campaign}/fields`, 'Source'],
  [`${campaign}/fields`, 'Delete Source'],
  [`${campaign}/fields`, 'Change the duplicate check'],
  [`${campaign}/selects`, 'New select'],
  [`${campaign}/selects`, 'Rename Source'],
  [`${campaign}/selects`, 'Add many'],
  [`${campaign}/selects`, 'More for Website', 'Rename…'],
  [`${campaign}/selects`, 'More for Website', 'Archive…'],
  [`${campaign}/statuses`, 'New status'],
  [`${campaign}/statuses`, 'More for New', 'Change…'],
  [`${campaign}/documentation`, 'New API token'],
  [`${campaign}/documentation`, 'Add vendor'],
  [`${campaign}/documentation`, 'Contact and notes'],
  [`${campaign}/documentation`, 'More for Token', 'Send to the vendor…'],
  [`${campaign}/documentation`, 'More for Token', 'Change…'],
  [`${campaign}/documentation`, 'More for Token', 'Rotate the token…'],
  [`${campaign}/documentation`, 'More for Token', 'New documentation address…'],
  [`${campaign}/documentation`, 'More for Token', 'Revoke…'],
  [`${campaign}/revisions`, 'Restore revision 3'],
  [`${campaign}/settings`, 'Archive…'],
  [`${campaign}/settings`, 'Delete Solar DK…'],
  ['/account/documentation', 'New broad token'],
  ['/account/members', 'Invite a member'],
];

async function openDialog(page: Page, press: string, item?: string): Promise<{ opener: Locator; dialog: Locator }> {
  const opener = page.getByRole('main').getByRole('button', { name: press, exact: true }).first();
  const dialog = page.getByRole('dialog');
  const choice = item === undefined ? undefined : page.getByRole('menuitem', { name: item });
  // On a busy machine a button is seen before it listens to keys.
  for (let left = 3; left > 0 && !(await dialog.isVisible()); left -= 1) {
    if (!(await choice?.isVisible())) {
      await opener.focus();
      await page.keyboard.press('Enter');
    }
    if (choice) {
      await choice.waitFor({ timeout: patience(5_000) }).catch(() => undefined);
      if (!(await choice.isVisible())) continue;
      await choice.focus();
      await page.keyboard.press('Enter');
    }
    await dialog.waitFor({ timeout: patience(5_000) }).catch(() => undefined);
  }
  await settle(page, () => dialog.waitFor());
  return { opener, dialog };
}

test.each([1280, 390])(
  'every dialog %i wide: accessible in both schemes, within the screen, closed by Escape, and back where it was',
  async (width) => {
    const { page, context } = await there.open({ as: there.owner, width });
    for (const [path, press, item] of dialogs) {
      const name = `${path} ${press} ${item ?? ''}`;
      await settle(page, () => page.goto(`${there.server.url}/console${path}`));
      const { opener, dialog } = await openDialog(page, press, item);
      for (const colorScheme of ['dark', 'light'] as const) {
        await inScheme(page, colorScheme);
        expect([name, colorScheme, await axeFindings(page)]).toEqual([name, colorScheme, []]);
      }
      const box = await dialog.boundingBox();
      expect([name, (box?.x ?? -1) >= 0 && (box?.width ?? 9_999) <= width]).toEqual([name, true]);
      const last = await dialog.getByRole('button').last().boundingBox();
      expect([name, (last?.y ?? 9_999) + (last?.height ?? 0) <= 900]).toEqual([name, true]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await opener.and(page.locator(':focus')).waitFor();
    }
    await context.close();
  },
  patience(300_000),
);

test('Escape closes the innermost alone: a list, then the question, then the dialog', async () => {
  await there.at(`${campaign}/documentation`, async (page) => {
    const { opener } = await openDialog(page, 'New API token');
    const form = page.getByRole('dialog').first();
    await form.getByRole('textbox', { name: 'Name' }).fill('Called');
    await form.getByRole('combobox', { name: 'Expires' }).or(form.getByLabel('Expires')).first().click();
    await page.getByRole('option', { name: 'In 30 days' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: 'In 30 days' }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Discard changes?' });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await form.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Called');
    // The focus is back in the form.
    await form.locator(':focus').waitFor();
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await opener.and(page.locator(':focus')).waitFor();
  });
});
