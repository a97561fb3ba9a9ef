/**
 * The one-step way to a vendor, in a browser: sign in, add a vendor, send its first lead with the line from the panel, and
 * see the panel turn green. Then the token is shown, rotated, paused and revoked, and each takes effect on the vendor at
 * once.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settle, visit } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';
import { password, signUpMember } from '../support/manage.ts';
import { patience } from '../support/patience.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const clipboard = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');
const documentation = '/campaigns/solar-dk/documentation';

/** Pastes the line into a shell and gives the status of the answer. */
async function paste(line: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-c', `${line} -o /dev/null -w '%{http_code}'`]);
  return stdout;
}

test('a member gets from the sign-in to the vendor’s first lead', async () => {
  const visit = await there.open({ path: documentation });
  const { page } = visit;
  await page.getByLabel('E-mail address').fill(there.owner.email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await page.getByRole('button', { name: 'Add vendor' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Vendor', exact: true }).fill('Sun & Søn ApS');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add the vendor' }).click();

  await dialog.getByText('Waiting for the first request').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.content()).not.toMatch(/lsp_[A-Za-z0-9]{49}/);
  await dialog.getByRole('button', { name: 'Copy the curl line' }).click();
  await dialog.getByRole('button', { name: 'Copied: Copy the curl line' }).waitFor();
  const line = await clipboard(page);
  expect(line).toMatch(/^curl .*lsp_[A-Za-z0-9]{49}/);
  // Only the body is wrong: the panel says what is missing, and nothing turns green.
  expect(await paste(line.replace(/-d '[^']*'/, `-d '{"fields":{"sourc":"x"}}'`))).toBe('422');
  const refusal = dialog.getByText('The last request was refused (422)');
  await refusal.waitFor();
  expect(await refusal.textContent()).toMatch(/: a field of that name does not exist\. See its requests/);
  expect(await dialog.getByText('has come').count()).toBe(0);
  expect(await paste(line)).toBe('201');
  await dialog.getByText('The first lead has come').waitFor();
  expect(await dialog.getByRole('link', { name: 'Open the lead' }).count()).toBe(1);

  await dialog.getByRole('button', { name: 'Copy the whole message' }).click();
  await dialog.getByRole('button', { name: 'Copied', exact: true }).waitFor();
  expect(await clipboard(page)).toContain(line);
  expect(await page.content()).not.toMatch(/lsp_[A-Za-z0-9]{49}/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('row', { name: /Sun & Søn ApS/ }).waitFor();
  const lead = (await there.owner.call('GET /campaigns/solar-dk/leads')).body.data[0];
  expect(lead.fields.source).toBe('sun-soen-aps');
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('texts for vendors are marked as public, and vendors see them', async () => {
  const visit = await there.open({ as: there.owner, path: documentation });
  const { page } = visit;
  await page.getByRole('button', { name: 'Contact and notes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Public: anyone with the address').waitFor();
  await dialog.getByLabel('Support contact').fill('leads@sunny.test');
  await dialog.getByLabel('Notes for every vendor').fill('Call before **noon**.');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'New API token' }).click();
  await dialog.getByLabel('Name').fill('Noted');
  await dialog.getByLabel('Notes for the vendor').fill('Only *yours*.');
  await dialog.getByRole('button', { name: 'Create the token' }).click();
  await page.getByText('Noted is ready').waitFor();
  expect((await there.owner.call('GET /campaigns/solar-dk')).body).toMatchObject({
    support_contact: 'leads@sunny.test',
    vendor_notes: 'Call before **noon**.',
  });
  const { data } = (await there.owner.call('GET /campaigns/solar-dk/tokens')).body;
  expect(data.find(({ name }: { name: string }) => name === 'Noted').notes).toBe('Only *yours*.');
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('a token is shown for a while, and is in the page only then', async () => {
  const visit = await there.open({ as: there.owner, path: documentation });
  const { page } = visit;
  await page.getByRole('button', { name: 'Show the token of Sun & Søn ApS' }).click();
  const shown = page.getByLabel('Token', { exact: true });
  await shown.waitFor();
  const secret = await shown.textContent();
  expect(secret).toMatch(/^lsp_[A-Za-z0-9]{49}$/);
  expect(await axeFindings(page)).toEqual([]);
  expect(page.url()).not.toContain(secret);
  await page.evaluate("window.dispatchEvent(new Event('blur'))");
  await page.getByLabel('Token, hidden').waitFor();
  expect(await page.content()).not.toContain(secret);
  expect(await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain(
    secret,
  );
  const audit = await there.server.connection.db.selectFrom('audit_log').select('action').execute();
  expect(audit.filter(({ action }) => action === 'token.reveal').length).toBeGreaterThan(1);
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('after a quarter of an hour the password is asked for first', async () => {
  await there.server.connection.db
    .updateTable('sessions')
    .set((eb) => ({
      sess: eb.fn('jsonb_set', [eb.cast(eb.ref('sess'), 'jsonb'), eb.val('{confirmedAt}'), eb.val('0')]) as never,
    }))
    .execute();
  const visit = await there.open({ as: there.owner, path: documentation });
  const { page } = visit;
  await page.getByRole('button', { name: 'Show the token of Sun & Søn ApS' }).click();
  const asked = page.getByRole('dialog', { name: 'Confirm your password' });
  await asked.getByLabel(/^Password/).fill('wrong wrong wrong');
  await asked.getByRole('button', { name: 'Confirm' }).click();
  await asked.getByRole('alert').waitFor();
  await asked.getByLabel(/^Password/).fill(password);
  await asked.getByRole('button', { name: 'Confirm' }).click();
  await page.getByLabel('Token', { exact: true }).waitFor();
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('paused, resumed and revoked: the vendor feels each at once', async () => {
  const visit = await there.open({ as: there.owner, path: documentation });
  const { page } = visit;
  await page.getByRole('button', { name: 'Show the token of Sun & Søn ApS' }).click();
  const secret = await page.getByLabel('Token', { exact: true }).textContent();
  await page.getByRole('button', { name: 'Close' }).click();
  const ask = async () =>
    (await fetch(`${there.server.url}/v1/campaigns/solar-dk/leads`, { headers: { authorization: `Bearer ${secret}` } }))
      .status;
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'More for Sun & Søn ApS' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  expect(await ask()).toBe(200);
  await choose('Pause…');
  await page.getByRole('button', { name: 'Pause the token' }).click();
  await page.getByText('is paused: requests are refused').waitFor();
  expect(await ask()).toBe(401);
  await page.getByRole('row', { name: /Paused/ }).waitFor();
  await choose('Resume');
  await page.getByText('works again').waitFor();
  expect(await ask()).toBe(200);
  await choose('Revoke…');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Requests since yesterday:/).waitFor();
  await dialog.getByRole('button', { name: 'Revoke the token' }).click();
  await page.getByText('is revoked').waitFor();
  expect(await ask()).toBe(401);
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('the requests of a token are shown with their status, and with the mistakes at their places', async () => {
  const { body: token } = await there.owner.call('POST /campaigns/solar-dk/tokens', {
    body: { name: 'Asking', permission: 'read_write' },
  });
  const visit = await there.open({ as: there.owner, path: documentation });
  const { page } = visit;
  await page.getByRole('link', { name: 'Requests of Asking' }).click();
  await page.getByText('No request in 7 days').waitFor();

  const { secret } = (await there.owner.call(`POST /tokens/${token.id}/reveal`)).body;
  const send = (fields: object) =>
    fetch(`${there.server.url}/v1/campaigns/solar-dk/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ fields }),
    });
  const [taken, refused] = [await send({ source: 'website' }), await send({ source: 'nowhere' })];
  expect([taken.status, refused.status]).toEqual([201, 422]);
  await settle(page, () => page.reload());
  await page.getByRole('row', { name: /createLead 201 accepted/ }).waitFor();
  const row = page.getByRole('row', { name: /createLead 422 refused invalid_lead \/fields\/source/ });
  const id = refused.headers.get('x-request-id') ?? '';
  await row.getByRole('button', { name: `Copy the request id ${id}` }).click();
  await row.getByRole('button', { name: /^Copied/ }).waitFor();
  expect(await clipboard(page)).toBe(id);

  await page.locator('label', { hasText: 'Refused' }).click();
  await page.getByRole('row', { name: /201 accepted/ }).waitFor({ state: 'detached' });
  await row.waitFor();
  expect(page.url()).toMatch(/outcome=refused$/);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.content()).not.toContain('nowhere');
  expect(visit.wrongs).toEqual([]);

  const small = await there.open({
    as: there.owner,
    path: new URL(page.url()).pathname.slice('/console'.length),
    width: 390,
    colorScheme: 'dark',
  });
  await small.page.getByText('422 refused').waitFor();
  expect(await axeFindings(small.page)).toEqual([]);
  expect(await small.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  expect(small.wrongs).toEqual([]);
  await Promise.all([visit.context.close(), small.context.close()]);
});

test('a viewer sees the tokens, and neither their secrets nor a way to change them', async () => {
  await there.owner.call('POST /campaigns/solar-dk/tokens', { body: { name: 'Seen', permission: 'read' } });
  const viewer = await signUpMember(there.server, there.owner.accountId, 'viewer');
  const visit = await there.open({ as: viewer, path: documentation });
  const { page } = visit;
  expect(await page.getByRole('button', { name: 'Show the token of Seen' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Add vendor' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Copy the documentation URL of Seen' }).click();
  expect(await clipboard(page)).toMatch(/\/docs\/[a-z2-7]{26}$/);
  expect(visit.wrongs).toEqual([]);
  await visit.context.close();
});

test('a vendor checks a payload on the page, and reads what has changed', async () => {
  const { body: token } = await there.owner.call('POST /campaigns/solar-dk/tokens', {
    body: { name: 'Checker', permission: 'read_write' },
  });
  const { page, wrongs } = await visit(there.browser, token.docs_url);
  await page.locator('summary', { hasText: 'Check my payload' }).click();
  await page.getByLabel('Body, as JSON').fill('{"fields": {"sourc": "website"}}');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('did you mean source?').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Body, as JSON').fill('{"fields": {"source": "website"}}');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('This fits the document.').waitFor();

  await page.getByRole('link', { name: /^Changelog \(revision/ }).click();
  await page.getByRole('heading', { name: 'Changelog' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(wrongs).toEqual([]);
  await page.close();
});

const pageOf = async (name: string): Promise<string> => {
  const token = await there.owner.call('POST /campaigns/solar-dk/tokens', { body: { name, permission: 'read_write' } });
  return new URL(token.body.docs_url).pathname;
};

test.each([1280, 390])(
  'the page without JavaScript has all chapters, the fields and a table of the operations, at %i pixels',
  async (width) => {
    const context = await there.browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 844 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patience(30_000));
    const path = await pageOf(`No script ${width}`);
    await page.goto(there.server.url + path);

    for (const name of [
      'Solar DK: Lead API',
      'Your first lead',
      'Fields',
      'Operations',
      'Retries and dry runs',
      'Errors',
      'Limits',
    ])
      expect(await page.getByRole('heading', { name, exact: true }).count()).toBe(1);
    await page.getByRole('row', { name: /source.*Source.*select/ }).waitFor();
    await page.getByRole('row', { name: 'POST /leads Create a lead' }).waitFor();
    await page
      .getByText(/^curl .*\/leads'/)
      .first()
      .waitFor();
    for (const name of [/JSON/, /YAML/, /Postman/, /Changelog/]) {
      const address = await page.getByRole('main').getByRole('link', { name }).first().getAttribute('href');
      expect((await fetch(there.server.url + address)).status).toBe(200);
    }
    await context.close();
  },
);

test('the printed page is dark on white, and nothing is cut off', async () => {
  const { page, wrongs } = await visit(there.browser, there.server.url + (await pageOf('Paper')), {
    width: 720,
    height: 1000,
  });
  await page.locator('#reference h2').first().waitFor();
  await page.emulateMedia({ media: 'print' });

  for (const name of ['Menu', 'Search', 'Copy']) expect(await page.getByRole('button', { name }).count()).toBe(0);
  const cut = await page.evaluate(`[...document.querySelectorAll('pre, td, p')].filter((e) => e.offsetParent !== null &&
    e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).whiteSpace !== 'pre-wrap').map((e) => e.textContent.slice(0, 60))`);
  expect(cut).toEqual([]);
  const colours = await page.evaluate(`[...new Set([...document.querySelectorAll('.redoc-wrap pre, .redoc-wrap pre *')]
    .map((e) => getComputedStyle(e).color + ' on ' + getComputedStyle(e).backgroundColor))]`);
  expect(colours).toEqual(['rgb(17, 17, 17) on rgba(0, 0, 0, 0)']);
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  expect(wrongs).toEqual([]);
  await page.close();
});
