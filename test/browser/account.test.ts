/**
 * Members in the console: an invitation, a role that is enforced, a removal that takes effect at once, the audit log, and a
 * session that ends.
 */

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';
import { password, signUpMember } from '../support/manage.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

test('an invitation is made, accepted, and is void then; the role holds', async () => {
  const inviting = await there.open({ as: there.owner, path: '/account/members' });
  await inviting.page.getByRole('button', { name: 'Invite a member' }).click();
  const dialog = inviting.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Vera Viewer');
  await dialog.getByLabel('E-mail address').fill('vera@example.com');
  await dialog.getByRole('radio', { name: 'Viewer' }).check();
  await dialog.getByRole('button', { name: 'Create the invitation' }).click();
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  const link = await inviting.page.evaluate<string>('navigator.clipboard.readText()');
  const path = new URL(link).pathname.replace('/console', '');
  expect(inviting.wrongs).toEqual([]);
  await inviting.context.close();

  const accepting = await there.open({ path });
  const { page } = accepting;
  await page.getByText('Vera Viewer, you are invited to').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  expect(await page.getByRole('button', { name: 'New campaign' }).first().isDisabled()).toBe(true);
  await page.goto(`${there.server.url}/console/account/audit`);
  await page.getByText('Not for your role').waitFor();
  expect(accepting.wrongs).toEqual([]);
  await accepting.context.close();

  const again = await there.open({ path });
  await again.page.getByRole('alert').waitFor();
  await again.context.close();
});

test('a reveal stands in the log, and can be found there', async () => {
  const { body: token } = await there.owner.call('POST /campaigns/solar-dk/tokens', {
    body: { name: 'Watched', permission: 'read' },
  });
  await there.owner.call(`POST /tokens/${token.id}/reveal`);
  const visit = await there.open({ as: there.owner, path: '/account/audit?action=token.reveal' });
  await visit.page.getByRole('article').getByText('looked at the secret of the token Watched').waitFor();
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('a session that ends in the middle of a form: signed in again in place, and nothing is lost', async () => {
  const admin = await signUpMember(there.server, there.owner.accountId, 'admin');
  const visit = await there.open({ as: admin, path: '/campaigns/solar-dk/statuses' });
  const { page } = visit;
  await page.getByRole('button', { name: 'New status' }).click();
  await page.getByLabel('Name').fill('Called back');
  // Pending requests of the page could be the first to notice that the session has ended.
  await settle(page);
  await admin.call('DELETE /session');
  await page.getByRole('button', { name: 'Create the status' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await again.getByLabel(/^Password/).fill(password);
  expect(await axeFindings(page)).toEqual([]);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('region', { name: 'Open' }).getByText('Called back').waitFor();
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('a visitor without a session is asked to sign in, and then gets to the wanted page', async () => {
  const visit = await there.open({ path: '/campaigns/solar-dk/selects' });
  const { page } = visit;
  await page.getByLabel('E-mail address').fill(there.owner.email);
  await page.getByLabel(/^Password/).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The e-mail address or the password is wrong.').waitFor();
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Selects' }).waitFor();
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to Leadspec' }).waitFor();
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('a sign-in leads nowhere but into the console', async () => {
  for (const next of ['https://evil.example', '//evil.example', 'javascript:alert(1)']) {
    const visit = await there.open({ path: `/sign-in?next=${encodeURIComponent(next)}` });
    await visit.page.getByLabel('E-mail address').fill(there.owner.email);
    await visit.page.getByLabel(/^Password/).fill(password);
    await visit.page.getByRole('button', { name: 'Sign in' }).click();
    await visit.page.getByRole('heading', { name: 'Campaigns' }).waitFor();
    expect(visit.wrongs).toEqual([]);
    await visit.context.close();
  }
});

test('the colour and the logo are chosen by hand, and the pages of tokens show them', async () => {
  const visit = await there.open({ as: there.owner, path: '/account/settings' });
  const { page } = visit;
  await page.getByLabel('Colour').fill('#1f7a5c');
  await page.getByLabel('Colour').blur();
  await page.getByRole('button', { name: 'Save the colour' }).click();
  await page.getByText('Saved. The documentation pages show it.').first().waitFor();
  const logo = {
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 160, height: 40 } }),
  };
  await page.getByLabel('Logo', { exact: true }).setInputFiles(logo);
  await page.getByRole('img', { name: /^Logo of/ }).waitFor();
  await page.getByLabel('Logo', { exact: true }).setInputFiles({ ...logo, buffer: Buffer.from('<svg/>') });
  await page.getByText(/A logo must be a PNG, JPEG or WebP picture/).waitFor();
  expect(await axeFindings(page)).toEqual([]);

  const { body: token } = await there.owner.call('POST /tokens', { body: { name: 'Look', permission: 'read' } });
  await page.goto(`${there.server.url}${new URL(token.docs_url).pathname}/campaigns/solar-dk`);
  await page.locator('img.logo').waitFor();
  expect(await page.evaluate("document.querySelector('img.logo').naturalWidth")).toBe(160);
  expect(await page.evaluate('getComputedStyle(document.body).borderTopColor')).toBe('rgb(31, 122, 92)');
  await page.locator('h1, h2').filter({ hasText: 'Fields' }).first().waitFor();
  // The picture that was refused.
  expect(visit.wrongs.filter((wrong) => !wrong.includes('422'))).toEqual([]);
  await visit.context.close();
});
