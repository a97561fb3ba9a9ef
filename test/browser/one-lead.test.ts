/**
 * One lead in the console: created, changed, in conflict between two members, erased, and read-only. Typed values survive
 * the end of a session.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settle } from '../support/browser.ts';
import { axeFindings } from '../support/console.ts';
import { drawer, leadsPath, openLead, startLeads } from '../support/leads.ts';
import { password, signIn, signUpMember } from '../support/manage.ts';

let there: Awaited<ReturnType<typeof startLeads>>;
beforeAll(async () => {
  there = await startLeads();
});
afterAll(() => there?.stop());

test('a lead is created, and what the server refuses stands at its input', async () => {
  await there.visiting({}, async (page) => {
    await page.getByRole('button', { name: 'New lead' }).first().click();
    await drawer(page).getByLabel('City').fill('Ribe');
    await drawer(page).getByRole('textbox', { name: 'Roof area' }).fill('-20');
    await drawer(page).getByRole('button', { name: 'Create the lead' }).click();
    await drawer(page)
      .getByText(/^Enter at least|^This is too small/)
      .first()
      .waitFor();
    const name = drawer(page).getByLabel('Name');
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    expect(await drawer(page).getByRole('textbox', { name: 'Roof area' }).getAttribute('aria-invalid')).toBe('true');
    expect(await axeFindings(page)).toEqual([]);
    await name.fill('Carla');
    await drawer(page).getByRole('textbox', { name: 'Roof area' }).fill('-2.5');
    await drawer(page).getByRole('button', { name: 'Create the lead' }).click();
    const row = page.getByRole('row', { name: /Carla/ });
    await row.getByText('new', { exact: true }).waitFor();
    await drawer(page).waitFor({ state: 'detached' });
    const [lead] = (await there.owner.call(`GET ${leadsPath}`)).body.data;
    expect(lead.fields).toMatchObject({ name: 'Carla', city: 'Ribe', roof_area: -2.5, notes: null });
  });
});

test('only the changed values are saved, and a row that left the filter stays, marked, until the list is reloaded', async () => {
  const id = await there.makeLead({ name: 'Dora', city: 'Skive' }, { status: 'new' });
  await there.visiting({ path: `${leadsPath}?status=new&fields.city=Skive` }, async (page) => {
    await openLead(page, 'Dora');
    await drawer(page).getByLabel('Status').click();
    await page.getByRole('option', { name: 'Won it' }).click();
    await drawer(page).getByText('1 change').waitFor();
    await drawer(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await drawer(page).getByRole('tab', { name: 'History' }).click();
    await drawer(page).getByText('New → Won it').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /Dora changed Won it/ }).waitFor();
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByText('No lead matches').waitFor();
  });
  expect(await there.leadOf(id)).toMatchObject({ status: 'won', version: 2 });
});

test('a lead that was marked as a duplicate leads to the other, also after it was changed', async () => {
  const path = leadsPath.replace(/leads$/, 'duplicate-rule');
  const rule = { fields: ['name'], match: 'any', action: 'flag', reach: 'campaign' };
  expect((await there.owner.call(`PUT ${path}`, { body: rule })).status).toBe(200);
  const first = await there.makeLead({ name: 'Ellen', city: 'Vejle' });
  const second = await there.makeLead({ name: 'Ellen', city: 'Varde' });
  await there.visiting({ path: `${leadsPath}?lead=${second}` }, async (page) => {
    await drawer(page).getByLabel('City').fill('Vamdrup');
    await drawer(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await drawer(page).getByText('Marked as a duplicate of another lead').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await drawer(page).getByRole('link', { name: 'another lead' }).click();
    await page.waitForURL((url) => url.searchParams.get('lead') === first);
    expect(await drawer(page).getByLabel('City').inputValue()).toBe('Vejle');
    expect(await drawer(page).getByText('Marked as a duplicate').count()).toBe(0);
  });
});

test('the second of two members who changed one lead sees both versions, and chooses for each field', async () => {
  const id = await there.makeLead({ name: 'Eva', city: 'Ry', notes: 'first' });
  await there.visiting({ path: `${leadsPath}?lead=${id}` }, async (page) => {
    await drawer(page).getByLabel('City').fill('Mine');
    await drawer(page).getByLabel('Notes').fill('My notes');
    const theirs = { fields: { city: 'Theirs', roof_area: 7 } };
    expect((await there.admin.call(`PATCH ${leadsPath}/${id}`, { body: theirs })).status).toBe(200);
    await drawer(page).getByRole('button', { name: 'Save' }).click();

    await drawer(page).getByText('Somebody else has changed this lead').waitFor();
    await drawer(page).getByText('Roof area: – → 7').waitFor();
    const choice = drawer(page).getByRole('radiogroup', { name: 'City' });
    expect(await choice.getByRole('radio').allTextContents()).toEqual(['TheirsTheirs', 'MineMine']);
    expect(await drawer(page).getByRole('radiogroup').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(await drawer(page).getByRole('button', { name: 'Choose 1 more' }).isDisabled()).toBe(true);
    await choice.getByRole('radio', { name: 'Theirs' }).click();
    await drawer(page).getByRole('button', { name: 'Save it like this' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await drawer(page).getByLabel('City').inputValue()).toBe('Theirs');
  });
  const { version, fields } = await there.leadOf(id);
  expect({ version, fields }).toMatchObject({
    version: 3,
    fields: { city: 'Theirs', roof_area: 7, notes: 'My notes' },
  });
});

test('changes are not thrown away without a word', async () => {
  const id = await there.makeLead({ name: 'Finn' });
  await there.visiting({ path: `${leadsPath}?lead=${id}` }, async (page) => {
    await drawer(page).getByLabel('City').fill('Kept');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await drawer(page).getByLabel('City').inputValue()).toBe('Kept');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Discard changes?' }).getByRole('button', { name: 'Discard' }).click();
    await page.waitForURL((url) => !url.search.includes('lead='));
  });
  expect((await there.leadOf(id)).fields.city).toBe(null);
});

test('an erasure says what it is, and takes a typed word', async () => {
  const id = await there.makeLead({ name: 'Gone' });
  await there.visiting({ path: `${leadsPath}?lead=${id}` }, async (page) => {
    await drawer(page).getByRole('button', { name: 'Erase this lead…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase this lead' });
    await dialog
      .getByText(/This erases the lead with all its values and its history \(1 version\)\. It cannot be undone\./)
      .waitFor();
    expect(await dialog.getByRole('button', { name: 'Erase' }).isDisabled()).toBe(true);
    await dialog.getByLabel(/Type/).fill('erase');
    await dialog.getByRole('button', { name: 'Erase' }).click();
    await page.getByText('The lead is erased.').waitFor();
    await page.getByRole('link', { name: 'Gone' }).waitFor({ state: 'detached' });
  });
  expect((await there.owner.call(`GET ${leadsPath}/${id}`)).status).toBe(404);
});

test('a viewer sees a lead, and no way to change it', async () => {
  const id = await there.makeLead({ name: 'Hanne', city: 'Vejle' });
  const viewer = await signUpMember(there.server, there.owner.accountId, 'viewer');
  await there.visiting({ as: viewer, path: `${leadsPath}?lead=${id}` }, async (page) => {
    await drawer(page).getByText('Vejle').waitFor();
    expect(await drawer(page).getByRole('textbox').count()).toBe(0);
    expect(await drawer(page).getByRole('button', { name: 'Erase this lead…' }).isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'New lead' }).isDisabled()).toBe(true);
  });
});

test('a session that ends in the middle of a change: signed in again in place, it is saved', async () => {
  const id = await there.makeLead({ name: 'Ida' });
  const member = await signIn(there.server, there.owner.email);
  await there.visiting({ as: member, path: `${leadsPath}?lead=${id}` }, async (page) => {
    // No pending request could notice the end of the session first.
    await settle(page, () => drawer(page).getByLabel('City').fill('Typed before'));
    await member.call('DELETE /session');
    await drawer(page).getByRole('button', { name: 'Save' }).click();
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.getByLabel(/^Password/).fill(password);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    expect(await drawer(page).getByLabel('City').inputValue()).toBe('Typed before');
  });
  expect((await there.leadOf(id)).fields.city).toBe('Typed before');
});
