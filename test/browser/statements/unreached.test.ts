/** The console says when a request could not be sent, never sends it later, and shows no success that did not happen. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { goOffline } from '../../support/browser.ts';
import { type ConsoleTest, startConsole } from '../../support/console.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const fieldKeys = async (): Promise<string[]> =>
  (await there.owner.call(`GET ${campaign}/fields`)).body.data.map(({ key }: { key: string }) => key);

test('a field that was created offline and discarded is not created when the network is back', async () => {
  const visit = await there.open({ as: there.owner, path: `${campaign}/fields` });
  const { page, context } = visit;
  await page.getByRole('button', { name: 'New field' }).click();
  const form = page.getByRole('dialog', { name: 'New field' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Zip');
  await goOffline(page);
  await page.getByText('You are offline. This page may be out of date').waitFor();
  await form.getByRole('button', { name: 'Create the field' }).click();
  await form.getByText('You are offline, so nothing was sent.').waitFor();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog', { name: 'Discard changes?' }).getByRole('button', { name: 'Discard' }).click();
  await form.waitFor({ state: 'detached' });

  await context.setOffline(false);
  await page.getByText('You are offline').waitFor({ state: 'detached' });
  // A request that had waited for the network would have come before this one.
  await page.getByRole('button', { name: 'New field' }).click();
  await form.getByRole('textbox', { name: 'Name' }).fill('City');
  await form.getByRole('button', { name: 'Create the field' }).click();
  await form.waitFor({ state: 'detached' });
  expect(await fieldKeys()).toEqual(['source', 'city']);
  await context.close();
});

test('a form that is being sent is not closed before the answer', async () => {
  await there.at(`${campaign}/statuses`, async (page) => {
    let answer = () => undefined as unknown;
    await page.route('**/statuses', async (route) => {
      if (route.request().method() === 'POST') await new Promise<unknown>((resolve) => (answer = () => resolve(true)));
      await route.continue();
    });
    await page.getByRole('button', { name: 'New status' }).click();
    const form = page.getByRole('dialog', { name: 'New status' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Called');
    const asked = page.waitForRequest((request) => request.method() === 'POST');
    await form.getByRole('button', { name: 'Create the status' }).click();
    await asked;
    await page.keyboard.press('Escape');
    expect(await form.getByRole('button', { name: 'Cancel' }).isDisabled()).toBe(true);
    expect(await form.count()).toBe(1);
    answer();
    await form.waitFor({ state: 'detached' });
    await page.getByText('Called', { exact: true }).waitFor();
  });
});

test('a switch that could not be sent says so, and stays as it was', async () => {
  const { id } = (await there.owner.call(`POST ${campaign}/tokens`, { body: { name: 'Paused?', permission: 'read' } }))
    .body;
  await there.owner.call(`PATCH /tokens/${id}`, { body: { paused: true } });
  const { page, context } = await there.open({ as: there.owner, path: `${campaign}/documentation` });
  await page.getByRole('button', { name: 'More for Paused?' }).click();
  await goOffline(page);
  await page.getByRole('menuitem', { name: 'Resume' }).click();
  await page.getByText('You are offline, so nothing was sent.').waitFor();
  expect(await page.getByText('works again').count()).toBe(0);
  await context.setOffline(false);
  const { data } = (await there.owner.call(`GET ${campaign}/tokens`)).body;
  expect(data.find((token: { id: string }) => token.id === id)?.state).toBe('paused');
  await context.close();
});

test('the key that closes a calendar leaves the form open, and the focus where it was', async () => {
  await there.owner.call(`POST ${campaign}/fields`, {
    body: { key: 'called_at', label: 'Called at', type: 'datetime' },
  });
  await there.at(`${campaign}/leads?lead=new`, async (page) => {
    const picker = page.getByRole('button', { name: 'Called at' }).first();
    await page.getByRole('textbox', { name: 'External id' }).fill('a-1');
    await picker.click();
    await page.locator('[data-dates-dropdown]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-dates-dropdown]').waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog', { name: 'Discard changes?' }).count()).toBe(0);
    await page.waitForFunction("document.activeElement?.hasAttribute('data-dates-input')");
    expect(await page.getByRole('textbox', { name: 'External id' }).inputValue()).toBe('a-1');
  });
});
