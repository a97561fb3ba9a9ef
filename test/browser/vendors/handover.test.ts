/**
 * The handover panel has three states: waiting, refused with the reason in words, and the first lead with a link to it.
 * Real requests of the token reach each state, and only a request that wrote a lead counts as the first lead.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings, type ConsoleTest, startConsole } from '../../support/console.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const leads = '/v1/campaigns/solar-dk/leads';

async function makeToken(name: string, permission = 'read_write') {
  const { call } = there.owner;
  const { id } = (await call('POST /campaigns/solar-dk/tokens', { body: { name, permission } })).body;
  const { secret } = (await call(`POST /tokens/${id}/reveal`)).body;
  const send = async (method: string, address: string, body?: object) => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const answer = await fetch(there.server.url + address, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { id: id as string, send };
}

async function openPanel(page: Page, name: string) {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: /^Send/ }).click();
  return page.getByRole('dialog', { name: `Send this to ${name}` }).getByRole('status');
}
const documentation = '/campaigns/solar-dk/documentation';

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)(
  'waiting, refused with the reason, then the first lead with a link to it, at %i pixels',
  async (width, colorScheme) => {
    const name = `Stepwise ${width}`;
    const { send } = await makeToken(name);
    await there.at(
      documentation,
      async (page) => {
        const panel = await openPanel(page, name);
        await panel.getByText('Waiting for the first request…').waitFor();

        expect((await send('POST', leads, { fields: { source: 'nowhere' } })).status).toBe(422);
        await panel.getByText('“source” is not one of the allowed values.').waitFor();
        expect(await panel.textContent()).toMatch(/^The last request was refused \(422\)/);
        expect(await panel.getByRole('link', { name: 'See its requests' }).count()).toBe(1);
        expect(await axeFindings(page)).toEqual([]);

        const made = await send('POST', leads, { fields: { source: 'website' } });
        await panel.getByText('The first lead has come:').waitFor();
        expect(await axeFindings(page)).toEqual([]);
        await panel.getByRole('link', { name: 'Open the lead' }).click();
        await page.waitForURL(new RegExp(`/campaigns/solar-dk/leads\\?lead=${made.body.id}$`));
        await page.getByRole('dialog').getByRole('combobox', { name: 'Source' }).waitFor();
      },
      { width, colorScheme },
    );
  },
);

test('neither a dry run nor a read is a lead; a batch of which all is refused tells why', async () => {
  const { send } = await makeToken('Careful');
  await there.at(documentation, async (page) => {
    const panel = await openPanel(page, 'Careful');
    await send('GET', `${leads}?limit=1`);
    await panel.getByText('Waiting for the first lead…').waitFor();
    expect((await send('POST', `${leads}?dry_run=true`, { fields: { source: 'website' } })).status).toBe(201);
    const items = [{ source: 'website', nope: 1 }, { source: 'nope' }].map((fields) => ({ op: 'create', fields }));
    expect((await send('POST', `${leads}/batch`, { items })).status).toBe(200);
    await panel.getByText(/^Leads were refused/).waitFor();
    expect(await panel.textContent()).toContain(
      'a field of that name in item 1 does not exist; “source” in item 2 is not one of the allowed values.',
    );
    expect(await panel.getByText('has come').count()).toBe(0);
  });
});

test('a token that has sent leads before shows the latest as that, and one that changed a lead shows that', async () => {
  const { send } = await makeToken('Busy');
  const first = (await send('POST', leads, { fields: { source: 'website' } })).body.id;
  const second = (await send('POST', leads, { fields: { source: 'website' } })).body.id;
  await there.at(documentation, async (page) => {
    const panel = await openPanel(page, 'Busy');
    await panel.getByText('The latest lead has come:').waitFor();
    expect(await panel.getByRole('link', { name: 'Open the lead' }).getAttribute('href')).toContain(second);
  });
  await send('PATCH', `${leads}/${first}`, { fields: { source: 'vendor-xyz' } });
  await there.at(documentation, async (page) => {
    const panel = await openPanel(page, 'Busy');
    await panel.getByText('A lead was changed:').waitFor();
    expect(await panel.getByRole('link', { name: 'Open the lead' }).getAttribute('href')).toContain(first);
  });
});

test('the panel of a token that only reads waits for an accepted request, and says that a write may only read', async () => {
  const { send } = await makeToken('Reader', 'read');
  await there.at(documentation, async (page) => {
    const panel = await openPanel(page, 'Reader');
    await send('POST', leads, { fields: {} });
    await panel.getByText('the token may only read.').waitFor();
    await send('GET', leads);
    await panel.getByText('A request was accepted:').waitFor();
    expect(await panel.getByRole('link').count()).toBe(0);
  });
});

test('the panel of a paused token says that it is paused, and waits for nothing', async () => {
  const { id } = await makeToken('Asleep');
  await there.owner.call(`PATCH /tokens/${id}`, { body: { paused: true } });
  await there.at(documentation, async (page) => {
    const panel = await openPanel(page, 'Asleep');
    await panel.getByText('The token is paused: every request is refused.').waitFor();
  });
});
