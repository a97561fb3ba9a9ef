/** The settings of a campaign and of the account: rename, archive, bring back and delete. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, chooseByArrows, startConsole } from '../support/console.ts';
import { makeCampaign, signUpMember } from '../support/manage.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const read = async (path: string) => (await there.owner.call(`GET ${path}`)).body;

test('a campaign is renamed, and its slug stays', async () => {
  const path = await makeCampaign(there.owner, 'Old name');
  await there.at(`${path}/settings`, async (page) => {
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    expect(await name.inputValue()).toBe('Old name');
    await name.fill('New name');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Campaign renamed to New name.').waitFor();
    expect(await read(path)).toMatchObject({ name: 'New name', slug: 'old-name' });
    expect(await page.getByLabel('Web address').inputValue()).toBe('old-name');
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('archived, a campaign says so on each of its pages and is found by that state; it comes back', async () => {
  const path = await makeCampaign(there.owner, 'Winter');
  const { id } = (await there.owner.call(`POST ${path}/tokens`, { body: { name: 'V', permission: 'read' } })).body;
  await there.at(`${path}/settings`, async (page) => {
    await page.getByRole('button', { name: 'Archive…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('gets 404: of its 1 token').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Archive' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Winter was archived').waitFor();
    expect((await read(path)).archived_at).not.toBeNull();

    await settle(page, () => page.goto(`${there.server.url}/console${path}/documentation`));
    await page.getByText('Winter was archived').waitFor();
    await page.getByRole('table').getByText('Campaign archived').waitFor();
    expect((await read(`/tokens/${id}`)).state).toBe('archived');

    await settle(page, () => page.goto(`${there.server.url}/console/campaigns`));
    expect(await page.getByRole('link', { name: 'Winter' }).count()).toBe(0);
    const { length: active } = (await read('/campaigns')).data;
    await page.getByRole('status').getByText(`${active} campaigns`, { exact: true }).waitFor();
    await chooseByArrows(page, 'State', 'Archived');
    await page.waitForURL(/state=archived$/);
    await page
      .getByRole('status')
      .getByText(`1 of ${active + 1} campaigns`)
      .waitFor();
    await page.getByRole('group', { name: 'Campaigns' }).getByText('Archived').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Winter' }).click();
    await page.getByRole('link', { name: 'Bring it back in its settings.' }).click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByText('Winter was archived').waitFor({ state: 'detached' });
    expect((await read(path)).archived_at).toBeNull();
    expect((await read(`/tokens/${id}`)).state).toBe('active');
  });
});

test('deleting says how many leads go, and asks for the name', async () => {
  const path = await makeCampaign(there.owner, 'Over');
  for (let i = 0; i < 3; i += 1)
    await there.owner.call(`POST ${path}/leads`, { body: { fields: { source: 'website' } } });
  await there.at(`${path}/settings`, async (page) => {
    await page.getByRole('button', { name: 'Delete Over…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('3 leads are erased, with their history.').waitFor();
    const button = dialog.getByRole('button', { name: 'Delete the campaign' });
    expect(await button.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('Type “Over” to confirm').fill('Over');
    await button.click();
    await page.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
    expect((await there.owner.call(`GET ${path}`)).status).toBe(404);
    expect(await page.getByRole('link', { name: 'Over' }).count()).toBe(0);
  });
});

test('an admin may archive and not delete; only an owner renames the account', async () => {
  const path = await makeCampaign(there.owner, 'Shared');
  const admin = await signUpMember(there.server, there.owner.accountId, 'admin');
  await there.at(
    `${path}/settings`,
    async (page) => {
      expect(await page.getByRole('button', { name: 'Archive…' }).isEnabled()).toBe(true);
      expect(await page.getByRole('button', { name: 'Delete Shared…' }).isDisabled()).toBe(true);
    },
    { as: admin },
  );
  await there.at(
    '/account/settings',
    async (page) => expect(await page.getByRole('button', { name: 'Rename the account' }).isDisabled()).toBe(true),
    { as: admin },
  );
  await there.at('/account/settings', async (page) => {
    await page.getByLabel('Account name').fill('Sunny Leads');
    await page.getByRole('button', { name: 'Rename the account' }).click();
    await page.getByText('Account renamed to Sunny Leads.').waitFor();
    expect((await read('/session')).account.name).toBe('Sunny Leads');
    expect(await axeFindings(page)).toEqual([]);
  });
});
