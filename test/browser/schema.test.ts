/**
 * A campaign's schema by hand in a browser: campaigns, selects, fields with the duplicate check, and statuses. A preview
 * shows what is then created, and dependents are shown before a part is deleted.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { carry, drag, settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';
import { signUpMember, sourceIs } from '../support/manage.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
  await there.owner.call(`POST ${campaign}/fields`, {
    body: { key: 'zip', label: 'Zip', type: 'text', max_length: 8 },
  });
  const filter = await there.owner.call(`POST ${campaign}/filters`, {
    body: { name: 'XYZ only', condition: sourceIs('vendor-xyz') },
  });
  await there.owner.call(`POST ${campaign}/tokens`, {
    body: { name: 'XYZ token', permission: 'read_write', filter_id: filter.body.id },
  });
  for (const source of ['vendor-xyz', 'vendor-xyz', 'website'])
    await there.owner.call(`POST ${campaign}/leads`, { body: { fields: { source } } });
});
afterAll(() => there?.stop());

/** With a dialog open, in both schemes. */
async function accessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
    expect([colorScheme, await axeFindings(page)]).toEqual([colorScheme, []]);
  }
}

const list = async (what: string) => (await there.owner.call(`GET ${campaign}/${what}`)).body.data;
const fieldOf = async (key: string) => (await list('fields')).find((one: { key: string }) => one.key === key);
const choose = async (page: Page, of: string, item: string) => {
  await page.getByRole('button', { name: `More for ${of}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('a campaign gets the slug that is shown while its name is typed, and a taken one is reported at its input', async () => {
  await there.at('/campaigns', async (page) => {
    await page.getByRole('button', { name: 'New campaign' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Solar DK');
    expect(await dialog.getByLabel('Slug').inputValue()).toBe('solar-dk');
    await dialog.getByRole('combobox', { name: 'Country of phone numbers' }).fill('Denm');
    await page.getByRole('option', { name: 'Denmark (DK)' }).click();
    await dialog.getByRole('button', { name: 'Create the campaign' }).click();
    await dialog.getByText('This web address is in use, or was in use before. Choose another.').waitFor();
    await accessible(page);
    await dialog.getByLabel('Slug').fill('solar-two');
    await dialog.getByLabel('Name').fill('Solar Two');
    expect(await dialog.getByLabel('Slug').inputValue()).toBe('solar-two');
    await dialog.getByRole('button', { name: 'Create the campaign' }).click();
    await page.waitForURL('**/campaigns/solar-two/fields');
  });
  expect((await there.owner.call('GET /campaigns/solar-two')).body).toMatchObject({
    name: 'Solar Two',
    default_country: 'DK',
  });
});

test('options one by one and many at once, with the values that were shown, put in order; a select is renamed', async () => {
  await there.at(`${campaign}/selects`, async (page) => {
    const card = page.getByRole('region', { name: 'Source' });
    await card.getByText('offered by Source').waitFor();
    await card.getByRole('textbox', { name: 'New option of Source' }).fill('Sun & Søn');
    await card.getByText('sun-soen').waitFor();
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: 'More for Sun & Søn' }).waitFor();

    await card.getByRole('button', { name: 'Add many' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Options').fill('Fax\nnl\tNordic Leads\nwebsite\nNo Good;Bad');
    await dialog.getByRole('row', { name: 'Nordic Leads nl' }).waitFor();
    await dialog.getByText('“website”: there already').waitFor();
    await dialog.getByText(/“Bad”: a value has/).waitFor();
    await accessible(page);
    await dialog.getByRole('button', { name: 'Add 2 options' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const ordered = page.waitForResponse((answer) => answer.url().endsWith('/options/order'));
    await choose(page, 'Sun & Søn', 'Move up');
    await ordered;
    await card.getByRole('button', { name: 'Rename Source' }).click();
    await dialog.getByLabel('Label').fill('Where from');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('region', { name: 'Where from' }).waitFor();
  });
  const [select] = await list('selects');
  expect(select).toMatchObject({ key: 'source', label: 'Where from' });
  expect(select.options.map(({ value }: { value: string }) => value)).toEqual([
    'vendor-xyz',
    'sun-soen',
    'website',
    'fax',
    'nl',
  ]);
});

test('before an option is archived, its leads, filters and tokens are named; it can be restored', async () => {
  await there.at(`${campaign}/selects`, async (page) => {
    await choose(page, 'Vendor XYZ', 'Archive…');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Used by 1 filter and 1 token').waitFor();
    await dialog.getByText('2 leads have it, and keep it').waitFor();
    await dialog.getByText('Filter “XYZ only”').waitFor();
    await dialog.getByText('Token “XYZ token”').waitFor();
    await dialog.getByRole('radio', { name: 'At once' }).press('Space');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Archive anyway' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('button', { name: 'More for Vendor XYZ' });
    await row.waitFor({ state: 'hidden' });
    await page.getByLabel('Archived (1)').click();
    await choose(page, 'Vendor XYZ', 'Restore');
    await page.getByText('Vendor XYZ is offered again.').waitFor();
  });
  expect((await list('selects'))[0].options[0]).toMatchObject({ value: 'vendor-xyz', archived: false });
});

test('a new field: only the inputs of its type, its key from its name, and a picture that follows', async () => {
  await there.at(`${campaign}/fields`, async (page) => {
    await page.getByRole('button', { name: 'New field' }).click();
    const dialog = page.getByRole('dialog');
    const picture = dialog.getByRole('group', { name: 'How it will look' });
    await dialog.getByLabel('Pattern').waitFor();
    await dialog.getByRole('radio', { name: /^Whole number/ }).click();
    expect(await dialog.getByLabel('Pattern').count()).toBe(0);
    await dialog.getByLabel('Name').fill('Årligt forbrug');
    expect(await dialog.getByLabel('Key').inputValue()).toBe('aarligt_forbrug');
    await dialog.getByLabel('Maximum', { exact: true }).fill('2000');
    await picture.getByText('"aarligt_forbrug": 2000').waitFor();
    await picture.getByText('at most 2000').waitFor();
    await dialog.getByLabel('Minimum').fill('3000');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Create the field' }).click();
    await dialog.getByText('The maximum must not be below the minimum.').waitFor();
    await dialog.getByLabel('Minimum').fill('10');
    await dialog.getByRole('button', { name: 'Create the field' }).click();
    await page.getByRole('button', { name: 'Årligt forbrug', exact: true }).waitFor();
    await page.getByText('at least 10 · at most 2000').waitFor();
  });
  expect(await fieldOf('aarligt_forbrug')).toMatchObject({ type: 'integer', min: 10, max: 2000, required: false });
});

test('a field that somebody else has changed: theirs is taken over, and where both changed both are shown', async () => {
  await there.at(`${campaign}/fields`, async (page) => {
    await page.getByRole('button', { name: 'Zip', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Mine');
    await there.owner.call(`PATCH ${campaign}/fields/zip`, { body: { label: 'Theirs', max_length: 4 } });
    await dialog.getByRole('button', { name: 'Save the field' }).click();
    await dialog.getByText('Somebody else has changed this field').waitFor();
    await dialog.getByRole('row', { name: /Name Theirs Mine/ }).waitFor();
    await dialog.getByRole('row', { name: 'Maximum length 4 the same' }).waitFor();
    await accessible(page);
    expect((await fieldOf('zip')).label).toBe('Theirs');
    await dialog.getByRole('button', { name: 'Save the field' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
  expect(await fieldOf('zip')).toMatchObject({ label: 'Mine', max_length: 4 });
});

test('a change elsewhere in the campaign stops nobody, and a field that is gone cannot be saved', async () => {
  await there.owner.call(`POST ${campaign}/fields`, { body: { key: 'gone', label: 'Gone', type: 'text' } });
  await there.at(`${campaign}/fields`, async (page) => {
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Mine', exact: true }).click();
    await dialog.getByLabel('Name').fill('Zip');
    await there.owner.call(`PATCH ${campaign}`, { body: { name: 'Solar Denmark' } });
    await dialog.getByRole('button', { name: 'Save the field' }).click();
    await page.getByRole('button', { name: 'Zip', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Gone', exact: true }).click();
    await dialog.getByLabel('Name').fill('Here');
    await there.owner.call(`DELETE ${campaign}/fields/gone`);
    await dialog.getByRole('button', { name: 'Save the field' }).click();
    await dialog.getByText('Somebody else has deleted this field').waitFor();
    expect(await dialog.getByRole('button', { name: 'Save the field' }).isDisabled()).toBe(true);
  });
});

test('fields are put in order by their menu, by keyboard, and by mouse', async () => {
  const keys = async () => (await list('fields')).map(({ key }: { key: string }) => key);
  const [first, second, third] = await keys();
  await there.at(`${campaign}/fields`, async (page) => {
    const saved = () => page.waitForResponse((answer) => answer.url().endsWith('/fields/order') && answer.ok());
    await Promise.all([saved(), choose(page, 'Source', 'Move down')]);
    expect(await keys()).toEqual([second, first, third]);

    await settle(page);
    await page.getByRole('button', { name: 'Move Source' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Source is picked up.').waitFor({ state: 'attached' });
    await carry(page, 'ArrowUp', 'Source is at the place of Zip.');
    await Promise.all([saved(), page.keyboard.press('Space')]);
    expect(await keys()).toEqual([first, second, third]);

    await settle(page);
    await drag(
      page,
      page.getByRole('button', { name: 'Move Source' }),
      page.getByRole('button', { name: 'Move Årligt forbrug' }),
    );
    await page.getByText('Source is at the place of Årligt forbrug.').waitFor({ state: 'attached' });
    await Promise.all([saved(), page.mouse.up()]);
    expect(await keys()).toEqual([second, third, first]);
  });
});

test('an order or a deletion that starts from an older state is refused with that reason, and can be done again', async () => {
  await there.owner.call(`POST ${campaign}/fields`, { body: { key: 'passing', label: 'Passing', type: 'text' } });
  const meanwhile = (description: string) =>
    there.owner.call(`PATCH ${campaign}/fields/zip`, { body: { description } });
  const keys = async () => (await list('fields')).map(({ key }: { key: string }) => key);
  const before = await keys();
  await there.at(`${campaign}/fields`, async (page) => {
    await page.getByRole('button', { name: 'More for Passing' }).waitFor();
    await meanwhile('By somebody else');
    const sent = () => page.waitForResponse((answer) => answer.url().endsWith('/fields/order'));
    const [refused] = await Promise.all([sent(), choose(page, 'Passing', 'Move up')]);
    expect(refused.status()).toBe(409);
    await page.getByText('Somebody else has changed the campaign meanwhile').waitFor();
    expect(await keys()).toEqual(before);
    await settle(page);
    // Two moves in a row, each made from the result of the one before.
    await Promise.all([sent(), choose(page, 'Passing', 'Move up')]);
    await Promise.all([sent(), choose(page, 'Passing', 'Move up')]);
    await settle(page);
    expect((await keys()).indexOf('passing')).toBe(before.length - 3);

    await page.getByRole('button', { name: 'Delete Passing' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'At once' }).press('Space');
    await dialog.getByLabel('Type “passing” to confirm').fill('passing');
    await settle(page);
    await meanwhile('By somebody else again');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByText('Somebody else has changed the campaign meanwhile').waitFor();
    expect(await keys()).toContain('passing');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Field “Passing” deleted.').waitFor();
    expect(await keys()).not.toContain('passing');
  });
});

test('a sentence says what the duplicate check does; deleting a field that it compares says so', async () => {
  await there.at(`${campaign}/fields`, async (page) => {
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Change the duplicate check' }).click();
    await dialog.getByRole('combobox', { name: 'Compared fields' }).click();
    await page.getByRole('option', { name: 'Zip' }).click();
    await dialog.getByLabel('Days to look back').fill('30');
    await dialog
      .getByText('A new lead with the same Zip as a lead of the last 30 days that the vendor sees is refused.')
      .waitFor();
    await dialog.getByRole('radio', { name: 'At once' }).press('Space');
    await dialog.getByRole('button', { name: 'Save the duplicate check' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: 'Duplicate check' }).getByText('A new lead with the same Zip').waitFor();

    await page.getByRole('button', { name: 'Delete Zip' }).click();
    await dialog.getByText('Used by the duplicate check').waitFor();
    await dialog.getByText('No lead has a value in it').waitFor();
    await dialog.getByRole('radio', { name: /On a date/, checked: true }).waitFor();
    await dialog.getByRole('radio', { name: 'At once' }).press('Space');
    expect(await dialog.getByRole('button', { name: 'Delete anyway' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Type “zip” to confirm').fill('zip');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Delete anyway' }).click();
    await page.getByText('Field “Zip” deleted.').waitFor();
  });
  expect(await fieldOf('zip')).toBeUndefined();
});

test('statuses: made, ordered, given to new leads, and deleted with their leads moved', async () => {
  await there.at(`${campaign}/statuses`, async (page) => {
    const dialog = page.getByRole('dialog');
    for (const name of ['Called', 'Visited']) {
      await page.getByRole('button', { name: 'New status' }).click();
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByRole('button', { name: 'Create the status' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: `More for ${name}` }).waitFor();
    }
    await choose(page, 'Visited', 'Move up');
    await page
      .getByText(/new.*visited.*called/is)
      .first()
      .waitFor();
    await choose(page, 'Visited', 'Make it the default');
    await page.getByText('New leads get the status “Visited”.').waitFor();
    await choose(page, 'New', 'Delete…');
    await dialog.getByText('3 leads have it').waitFor();
    await dialog.getByRole('combobox', { name: 'Move these leads to' }).click();
    await page.getByRole('option', { name: 'Called' }).click();
    await dialog.getByRole('radio', { name: 'At once' }).press('Space');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Status “New” deleted.').waitFor();
  });
  expect((await list('statuses')).map(({ key }: { key: string }) => key)).toEqual(['visited', 'called']);
  expect((await list('leads')).map(({ status }: { status: string }) => status)).toEqual(['called', 'called', 'called']);
});

test('a viewer sees everything and can change nothing', async () => {
  const viewer = { ...there.owner, ...(await signUpMember(there.server, there.owner.accountId, 'viewer')) };
  const blocked = async (path: string, name: string) =>
    there.at(
      path,
      async (page) => {
        expect(await page.getByRole('button', { name }).first().isDisabled()).toBe(true);
      },
      { as: viewer },
    );
  await blocked('/campaigns', 'New campaign');
  await blocked(`${campaign}/selects`, 'Add many');
  await blocked(`${campaign}/fields`, 'Delete Source');
  await blocked(`${campaign}/statuses`, 'New status');
});

test('an earlier revision is restored from its page, after its changes were shown', async () => {
  const { body } = await there.owner.call(`GET ${campaign}/revisions?limit=1`);
  const { revision } = body.data[0];
  await there.owner.call(`POST ${campaign}/fields`, { body: { key: 'by_mistake', label: 'Mistake', type: 'text' } });
  await there.at(`${campaign}/revisions`, async (page) => {
    await page.getByText('There is a new field').first().waitFor();
    await page.getByRole('button', { name: `Restore revision ${revision}` }).click();
    await page.getByRole('dialog').getByText('Removed').waitFor();
    await accessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByText(`Restored revision ${revision}.`).waitFor();
    expect(await fieldOf('by_mistake')).toBeUndefined();
  });
});

test('the form of a field shows before saving whom the change breaks; the change is announced instead, moved, and withdrawn', async () => {
  await there.owner.call(`POST ${campaign}/fields`, { body: { key: 'city', label: 'City', type: 'text' } });
  await there.at(`${campaign}/fields`, async (page, visit) => {
    await page.getByRole('button', { name: 'City', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('switch', { name: 'Required' }).press('Space');
    await drawer.getByText('No recent request would be rejected').waitFor();
    await drawer.getByRole('radio', { name: /On a date/, checked: true }).waitFor();
    await drawer.getByLabel('Note for vendors').fill('We plan routes by it.');
    await accessible(page);
    await drawer.getByRole('button', { name: 'Announce it' }).click();
    await page.getByText('Vendors can see it on their pages.').waitFor();
    expect((await fieldOf('city')).required).toBe(false);

    await settle(page, () => page.getByRole('link', { name: 'Revisions' }).click());
    const announced = page.getByRole('region', { name: 'Announced' });
    await announced.getByText('will be required').waitFor();
    await announced.getByText('“We plan routes by it.”').waitFor();
    await accessible(page);
    await announced.getByRole('button', { name: /^Move the change/ }).click();
    await page.getByRole('dialog').getByLabel('Note for vendors').fill('Moved.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await announced.getByText('“Moved.”').waitFor();
    await announced.getByRole('button', { name: /^Withdraw the change/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await announced.waitFor({ state: 'detached' });
    expect(visit.wrongs).toEqual([]);
  });
  expect((await list('announced-changes'))[0]).toMatchObject({ state: 'withdrawn', note: 'Moved.' });
});

test('a vendor whose requests would be refused is named with the reason', async () => {
  const tokens = await list('tokens');
  const { body } = await there.owner.call(`POST /tokens/${tokens[0].id}/reveal`);
  for (const city of ['Vejle', 'Odense'])
    await fetch(`${there.server.url}/v1${campaign}/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${body.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ fields: { city } }),
    });
  await there.at(`${campaign}/fields`, async (page) => {
    await page.getByRole('button', { name: 'City', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Maximum length').fill('5');
    await drawer.getByText('1 vendor would get errors').waitFor();
    await drawer.getByText('XYZ token: 1 of its last 2 requests would be rejected.').waitFor();
  });
});
