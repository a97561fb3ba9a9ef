/** Tokens after they were handed out: limits, a secret that is rotated with time to switch, and the requests that were sent. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';
import { eventually } from '../support/process.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

async function makeToken(path: string, name: string): Promise<{ id: string; secret: string }> {
  const { id } = (await there.owner.call(`POST ${path}`, { body: { name, permission: 'read_write' } })).body;
  return { id, secret: await secretOf(id) };
}
const secretOf = async (id: string) => (await there.owner.call(`POST /tokens/${id}/reveal`)).body.secret as string;

const statusOf = async (secret: string) =>
  (await fetch(`${there.server.url}/v1/campaigns/solar-dk/leads`, { headers: { authorization: `Bearer ${secret}` } }))
    .status;

test('a token gets its own limits: the form says the defaults, and that 0 is no limit', async () => {
  const { id } = await makeToken(`${campaign}/tokens`, 'Limited');
  const limits = async () => (await there.owner.call(`GET /tokens/${id}`)).body.rate_limit;
  await there.at(`${campaign}/documentation`, async (page) => {
    const dialog = page.getByRole('dialog');
    const change = async (writes: string) => {
      await page.getByRole('button', { name: 'More for Limited' }).click();
      await page.getByRole('menuitem', { name: 'Change…' }).click();
      await dialog.getByText('Leave empty for the default (600). 0 = unlimited.').waitFor();
      await dialog.getByText('Leave empty for the default (6,000). 0 = unlimited.').waitFor();
      await dialog.getByLabel('Leads written a minute').fill(writes);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await change('30');
    expect(await limits()).toEqual({ requests_per_minute: null, writes_per_minute: 30 });
    await change('0');
    expect(await limits()).toEqual({ requests_per_minute: null, writes_per_minute: 0 });
    await change('');
    expect(await limits()).toBeNull();
  });
});

test('a change of a token says what becomes of its requests before it is saved, and so does pausing', async () => {
  const { id, secret } = await makeToken(`${campaign}/tokens`, 'Previewed');
  const at = `${there.server.url}/v1/campaigns/solar-dk/leads`;
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  for (let i = 0; i < 2; i += 1) expect(await statusOf(secret)).toBe(200);
  const made = await fetch(at, { method: 'POST', headers, body: JSON.stringify({ fields: { source: 'website' } }) });
  const { id: lead } = (await made.json()) as { id: string };
  expect((await fetch(`${at}/${lead}`, { method: 'DELETE', headers })).status).toBe(204);
  const impact = async (body: object) => (await there.owner.call(`POST /tokens/${id}/preview`, { body })).body;
  await there.at(`${campaign}/documentation`, async (page) => {
    const dialog = page.getByRole('dialog');
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'More for Previewed' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await choose('Change…');
    expect(await dialog.getByRole('status').count()).toBe(0);
    await dialog.getByLabel('Requests a minute').fill('100');
    const { requests } = await impact({ rate_limit: { requests_per_minute: 100 } });
    await dialog.getByText(`Its last ${requests} accepted requests would be accepted again.`).waitFor();
    await dialog.getByLabel('Requests a minute').fill('');
    await dialog.getByText('No recent request would be rejected').waitFor({ state: 'detached' });

    await dialog.getByText('Read', { exact: true }).click();
    const read = await impact({ permission: 'read' });
    expect([read.requests, read.refused]).toEqual([4, 2]);
    await dialog.getByText('Previewed would get errors').waitFor();
    await dialog
      .getByText('2 of its last 4 accepted requests would be rejected. The token could only read (2).')
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard' }).click();

    await choose('Pause…');
    await dialog.getByText('4 of its last 4 accepted requests would be rejected.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
  expect((await there.owner.call(`GET /tokens/${id}`)).body).toMatchObject({
    state: 'active',
    permission: 'read_write',
  });
});

test('rotated with a grace time, the old token works on until that is over, and then no more', async () => {
  const { id, secret: old } = await makeToken(`${campaign}/tokens`, 'Changing over');
  await there.at(`${campaign}/documentation`, async (page) => {
    await page.getByRole('button', { name: 'More for Changing over' }).click();
    await page.getByRole('menuitem', { name: 'Rotate the token…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Until then both secrets are accepted').waitFor();
    await dialog.locator('label', { hasText: '15 min' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    const shown = await page.getByLabel('Token', { exact: true }).textContent();
    expect(shown).toBe(await secretOf(id));
    expect(shown).not.toBe(old);
    expect([await statusOf(old), await statusOf(shown ?? '')]).toEqual([200, 200]);

    const { rows } = await sql<{ minutes: number }>`
      select extract(epoch from valid_until - now()) / 60 as minutes
      from token_credentials where token_id = ${id} and valid_until is not null`.execute(there.server.connection.db);
    expect(Math.round(Number(rows[0]?.minutes))).toBe(15);
    await sql`update token_credentials set valid_until = now() where token_id = ${id} and valid_until is not null`.execute(
      there.server.connection.db,
    );
    expect([await statusOf(old), await statusOf(shown ?? '')]).toEqual([401, 200]);
  });
});

test('the row of a rotated token tells the new prefix at once, and its old secret: until when, last used, and how to end it', async () => {
  const { id, secret: old } = await makeToken(`${campaign}/tokens`, 'Rotated');
  const read = async () => (await there.owner.call(`GET /tokens/${id}`)).body;
  await there.at(`${campaign}/documentation`, async (page) => {
    await page.getByRole('button', { name: 'More for Rotated' }).click();
    await page.getByRole('menuitem', { name: 'Rotate the token…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('label', { hasText: '7 days' }).click();
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    const shown = await page.getByLabel('Token', { exact: true }).textContent();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    const row = page.getByRole('row', { name: /^Rotated/ });
    await row.getByText(`${shown?.slice(0, 10)}…`).waitFor();
    await row.getByText(`Old secret ${old.slice(0, 10)}… works until`).waitFor();
    await row.getByText('never used.').waitFor();
    const { previous_secret: previous } = await read();
    const end = new Date(previous.valid_until);
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(end);
    expect(await row.textContent()).toContain(`works until ${day}`);

    expect(await statusOf(old)).toBe(200);
    await eventually(async () => (await read()).previous_secret.last_used_at !== null);
    await settle(page, () => page.reload());
    await row.getByText(/, last used /).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await row.getByRole('button', { name: 'End now: the old secret of Rotated' }).click();
    await dialog.getByText(`Requests with ${old.slice(0, 10)}… are refused from now on.`).waitFor();
    await dialog.getByRole('button', { name: 'End the old secret' }).click();
    await row.getByText('Old secret').waitFor({ state: 'detached' });
    expect([await statusOf(old), await statusOf(shown ?? '')]).toEqual([401, 200]);
  });
});

test('charts keep the past of a revoked token, and count what a broad one did here', async () => {
  const gone = await makeToken(`${campaign}/tokens`, 'Gone');
  const broad = await makeToken('/tokens', 'Everywhere');
  for (const secret of [gone.secret, gone.secret, broad.secret]) expect(await statusOf(secret)).toBe(200);
  const usage = async () => (await there.owner.call(`GET ${campaign}/tokens/usage`)).body.data as { name: string }[];
  await eventually(async () => (await usage()).some(({ name }) => name === 'Everywhere'));
  await there.owner.call(`DELETE /tokens/${gone.id}`);

  await there.at(`${campaign}/documentation?tab=usage`, async (page) => {
    const accepted = () => page.getByText('Accepted in 30 days').locator('..').textContent();
    const chosen = page.getByRole('combobox', { name: 'Requests of' });
    for (const [name, count] of [
      ['Gone (revoked)', 2],
      ['Everywhere (broad token)', 1],
    ] as const) {
      await chosen.click();
      await page.getByRole('option', { name }).click();
      expect(await accepted()).toContain(String(count));
    }
    expect(await axeFindings(page)).toEqual([]);
  });
  await there.at(`${campaign}/tokens/${gone.id}/requests`, async (page) => {
    await page.getByRole('heading', { name: 'Requests of Gone' }).waitFor();
    await page.getByText('Accepted in 7 days').waitFor();
  });
});

test('the requests of a broad token tell the campaign, and older ones come by their button', async () => {
  const { id, secret } = await makeToken('/tokens', 'Warehouse');
  await there.at('/account/documentation', async (page) => {
    await page.getByRole('link', { name: 'Requests of Warehouse' }).click();
    await page.getByRole('heading', { name: 'Requests of Warehouse' }).waitFor();
    await page.getByText('No request in 7 days').waitFor();
    // A page has 50 requests.
    for (let i = 0; i < 52; i += 1) expect(await statusOf(secret)).toBe(200);
    await settle(page, () => page.reload());
    const rows = page.getByRole('row', { name: /listLeads solar-dk 200 accepted/ });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(50);
    await page.getByRole('button', { name: 'Older requests' }).click();
    await page.getByRole('button', { name: 'Older requests' }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(52);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'API tokens' }).click();
    await page.getByRole('heading', { name: 'API documentation' }).waitFor();
  });
  await there.at(
    `/account/tokens/${id}/requests?outcome=refused`,
    async (page) => {
      await page.getByText('No refused request in 7 days').waitFor();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    },
    { width: 390 },
  );
});
