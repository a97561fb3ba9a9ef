/**
 * Announced changes are marked at the part that they change: field, option, status, filter, token and duplicate check. Each
 * mark has the day in the member's zone and a link to the change, as the API says. When the change is withdrawn, the mark
 * goes.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings, type ConsoleTest, startConsole } from '../../support/console.ts';
import { signUpMember, sourceIs } from '../../support/manage.ts';

let there: ConsoleTest;
let filter: string;
/** Ids of the announced changes, by their subject. */
const ids: Record<string, string> = {};
const campaign = '/campaigns/solar-dk';

beforeAll(async () => {
  there = await startConsole();
  const { call } = there.owner;
  // In this zone it is the 27th already.
  await call('PATCH /session', { body: { time_zone: 'Europe/Copenhagen' } });
  await call(`POST ${campaign}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  await call(`POST ${campaign}/fields`, { body: { key: 'fax', label: 'Fax', type: 'text' } });
  await call(`POST ${campaign}/statuses`, { body: { key: 'sold', label: 'Sold', category: 'won' } });
  filter = (await call(`POST ${campaign}/filters`, { body: { name: 'Own site', condition: sourceIs('website') } })).body
    .id;
  await call(`POST ${campaign}/tokens`, { body: { name: 'Web team', permission: 'read', filter_id: filter } });
  const changes = {
    zip: { operation: 'updateField', path: { key: 'zip' }, body: { required: true, label: 'Post code' } },
    fax: { operation: 'deleteField', path: { key: 'fax' } },
    tier: { operation: 'createField', body: { key: 'tier', label: 'Tier', type: 'text' } },
    option: { operation: 'deleteOption', path: { key: 'source', value: 'vendor-xyz' } },
    door: { operation: 'createOption', path: { key: 'source' }, body: { label: 'Door sales' } },
    status: { operation: 'updateStatus', path: { key: 'sold' }, body: { label: 'Signed' } },
    filter: { operation: 'updateFilter', path: { id: filter }, body: { condition: sourceIs('door') } },
    rule: { operation: 'setDuplicateRule', body: { fields: ['zip'], match: 'any', action: 'flag', reach: 'campaign' } },
    country: { operation: 'updateCampaign', body: { default_country: 'SE' } },
  };
  await call(`POST ${campaign}/selects/source/options`, { body: { label: 'Door' } });
  for (const [name, change] of Object.entries(changes)) {
    const { body } = await call(`POST ${campaign}/announced-changes`, { body: { change, at: '2098-12-26T23:30:00Z' } });
    ids[name] = body.id;
  }
});
afterAll(() => there?.stop());

const day = 'on 27 Dec 2098';
const rows = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

async function leadsTo(page: Page, link: string, id: string | undefined): Promise<void> {
  const href = await page.getByRole('link', { name: link, exact: true }).first().getAttribute('href');
  expect(href).toBe(`/console${campaign}/revisions?mark=${id}`);
}

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('marks stand at fields and their duplicate check, at %i pixels', async (width, colorScheme) => {
  await there.at(
    `${campaign}/fields`,
    async (page) => {
      await rows(page, 'Zip').getByText(`Is renamed to “Post code” and becomes required ${day}`).waitFor();
      await rows(page, 'Fax').getByText(`Is deleted ${day}`).waitFor();
      expect(await rows(page, 'Source').getByRole('link').count()).toBe(0);
      await leadsTo(page, `“Tier” is added ${day}`, ids.tier);
      await page.getByRole('region', { name: 'Duplicate check' }).getByText(`Is switched on ${day}`).waitFor();
      await leadsTo(page, `Is switched on ${day}`, ids.rule);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    },
    { width, colorScheme },
  );
});

test('marks stand in the form of a field, and at the field in the form of a lead', async () => {
  await there.at(`${campaign}/fields`, async (page) => {
    await page.getByRole('button', { name: 'Fax', exact: true }).click();
    await page.getByRole('dialog').getByRole('alert').getByText(`Is deleted ${day}`).waitFor();
  });
  await there.at(`${campaign}/leads?lead=new`, async (page) => {
    await page.getByRole('dialog').getByLabel('Fax').waitFor();
    await leadsTo(page, `Is deleted ${day}`, ids.fax);
    await leadsTo(page, `Is renamed to “Post code” and becomes required ${day}`, ids.zip);
  });
});

test('marks stand at options, statuses, filters, their tokens and the campaign, also for a viewer', async () => {
  const viewer = await signUpMember(there.server, there.owner.accountId, 'viewer');
  await viewer.call('PATCH /session', { body: { time_zone: 'Europe/Copenhagen' } });
  const pages = [
    ['selects', `Is archived ${day}`, ids.option],
    ['selects', `“Door sales” is added ${day}`, ids.door],
    ['statuses', `Is renamed to “Signed” ${day}`, ids.status],
    ['filters', `Starts to match other leads ${day}`, ids.filter],
    ['documentation', `Its filter starts to match other leads ${day}`, ids.filter],
    ['settings', `Gets SE as the country of phone numbers ${day}`, ids.country],
  ] as const;
  for (const [path, words, id] of pages) {
    await there.at(`${campaign}/${path}`, (page) => leadsTo(page, words, id), { as: viewer });
  }
  await there.at(`${campaign}/selects`, async (page) => {
    await rows(page, 'Vendor XYZ').last().getByText(`Is archived ${day}`).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
  await there.at(`${campaign}/filters?filter=${filter}`, async (page) => {
    await page.getByRole('dialog').getByRole('alert').getByText(`Starts to match other leads ${day}`).waitFor();
  });
});

test('the link leads to the announced change, which is marked; once it is withdrawn, the link is gone', async () => {
  await there.at(`${campaign}/fields`, async (page) => {
    await rows(page, 'Fax').getByRole('link').click();
    const marked = page.getByRole('list', { name: 'Announced changes' }).locator('[aria-current=true]');
    await marked.getByText('fax').waitFor();
    expect(await marked.count()).toBe(1);
    await marked.getByRole('button', { name: /^Withdraw/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('Withdrawn. It is removed').waitFor();
    await marked.waitFor({ state: 'detached' });
    await page.goBack();
    await rows(page, 'Zip').getByRole('link').waitFor();
    expect(await rows(page, 'Fax').getByRole('link').count()).toBe(0);
  });
});
