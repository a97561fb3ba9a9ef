/**
 * Two tabs, or two members: each sees what the other changed, nothing is overwritten unseen, and no tab keeps showing an
 * old state.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settle } from '../../support/browser.ts';
import { type ConsoleTest, startConsole } from '../../support/console.ts';
import { password, signUpMember } from '../../support/manage.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const call = async (request: string, body?: object) => {
  const answer = await there.owner.call(request, { body });
  expect([request, answer.status < 300]).toEqual([request, true]);
  return answer.body;
};
/** The tab comes to the front again, some time later. */
const focus = async (page: Page) => {
  await page.clock.fastForward('00:10');
  await settle(page, () => page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`));
};

test('a status, an option and a select that another tab has renamed are not overwritten unseen', async () => {
  const cases = [
    [
      'statuses',
      'More for New',
      'Change…',
      'statuses/new',
      'New',
      async () => (await call(`GET ${campaign}/statuses`)).data[0].label,
    ],
    [
      'selects',
      'More for Website',
      'Rename…',
      'selects/source/options/website',
      'Website',
      async () =>
        (await call(`GET ${campaign}/selects`)).data[0].options.find(
          ({ value }: { value: string }) => value === 'website',
        ).label,
    ],
    [
      'selects',
      'Rename Source',
      undefined,
      'selects/source',
      'Source',
      async () => (await call(`GET ${campaign}/selects`)).data[0].label,
    ],
  ] as const;
  for (const [path, button, item, thing, before, now] of cases) {
    await there.at(`${campaign}/${path}`, async (page) => {
      await page.getByRole('button', { name: button }).first().click();
      if (item) await page.getByRole('menuitem', { name: item }).click();
      const dialog = page.getByRole('dialog');
      const input = dialog.getByRole('textbox').first();
      expect(await input.inputValue()).toBe(before);
      await input.fill(`Mine ${before}`);
      await call(`PATCH ${campaign}/${thing}`, { label: `Theirs ${before}` });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Somebody else has changed this').waitFor();
      await dialog.getByText(`“Theirs ${before}”`).waitFor();
      expect(await now()).toBe(`Theirs ${before}`);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await now()).toBe(`Mine ${before}`);
    });
  }
});

test('a campaign that another tab has renamed keeps that name until it is seen', async () => {
  await there.at(`${campaign}/settings`, async (page) => {
    await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
    await call(`PATCH ${campaign}`, { name: 'Theirs' });
    await focus(page);
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText(/Somebody else has (named it|changed the campaign)/).waitFor();
    expect((await call(`GET ${campaign}`)).name).toBe('Theirs');
  });
});

test('the form of a token writes back only what was changed in it', async () => {
  const { id } = await call(`POST ${campaign}/tokens`, { name: 'Shared', permission: 'read' });
  await there.at(`${campaign}/documentation`, async (page) => {
    await page.getByRole('button', { name: 'More for Shared' }).click();
    await page.getByRole('menuitem', { name: 'Change…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Mine');
    await call(`PATCH /tokens/${id}`, { notes: 'Theirs' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
  expect(await call(`GET /tokens/${id}`)).toMatchObject({ name: 'Mine', notes: 'Theirs' });
});

test('a tab that comes to the front again shows what there is now', async () => {
  const visit = await there.open({ as: there.owner });
  const { page, context } = visit;
  await page.clock.install();
  await settle(page, () => page.goto(`${there.server.url}/console/campaigns`));
  const leads = async () => page.getByRole('main').textContent();
  const before = await leads();
  await call(`POST ${campaign}/leads`, { fields: { source: 'website' } });
  await call('POST /campaigns', { name: 'Made elsewhere' });
  await focus(page);
  await page.getByText('Made elsewhere').first().waitFor();
  expect(await leads()).not.toBe(before);
  await context.close();
});

test('a member whose role was taken in another tab can use nothing that it could not', async () => {
  const admin = await signUpMember(there.server, there.owner.accountId, 'admin');
  const { id } = (await admin.call('GET /session')).body.member;
  const visit = await there.open({ as: admin });
  const { page, context } = visit;
  await page.clock.install();
  await settle(page, () => page.goto(`${there.server.url}/console${campaign}/statuses`));
  expect(await page.getByRole('button', { name: 'New status' }).isDisabled()).toBe(false);
  await call(`PATCH /members/${id}`, { role: 'viewer' });
  await focus(page);
  await page.getByRole('button', { name: 'New status', disabled: true }).waitFor();
  await context.close();
});

test('signed out in another tab, a tab asks to sign in and goes on where it was', async () => {
  const member = await signUpMember(there.server, there.owner.accountId, 'admin');
  const visit = await there.open({ as: member });
  const { page, context } = visit;
  await page.clock.install();
  await settle(page, () => page.goto(`${there.server.url}/console${campaign}/statuses`));
  await page.getByRole('button', { name: 'New status' }).click();
  const form = page.getByRole('dialog', { name: 'New status' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Kept');
  await member.call('DELETE /session');
  await page.clock.fastForward('00:10');
  await page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await again.getByRole('textbox', { name: 'Password' }).fill(password);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await again.waitFor({ state: 'detached' });
  expect(await form.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Kept');
  await form.getByRole('button', { name: 'Create the status' }).click();
  await form.waitFor({ state: 'detached' });
  await context.close();
});

test('a tab of a member in whose place another has signed in shows that one’s account alone', async () => {
  const [one, other] = [
    await signUpMember(there.server, there.owner.accountId, 'admin'),
    await signUpMember(there.server, there.owner.accountId, 'viewer'),
  ];
  const visit = await there.open({ as: one });
  const { page, context } = visit;
  await page.clock.install();
  await settle(page, () => page.goto(`${there.server.url}/console${campaign}/statuses`));
  const [name = '', ...value] = (other.cookie() ?? '').split('=');
  await context.addCookies([{ name, value: value.join('='), url: there.server.url }]);
  await focus(page);
  await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  await page.getByRole('button', { name: 'Signed in as viewer' }).waitFor();
  await page.getByRole('button', { name: 'New campaign', disabled: true }).waitFor();
  await context.close();
});
