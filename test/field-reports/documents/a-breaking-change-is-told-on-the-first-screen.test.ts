/**
 * The page shows an announced breaking change at its top, with the date: on the first screen of wide and narrow windows, and
 * without JavaScript; only on pages of tokens for which it is breaking.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { announce } from '../../support/announced.ts';
import { startBrowser, visit } from '../../support/browser.ts';
import type { TestToken } from '../../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../../support/manage.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let admin: Member;
let browser: Browser;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await v.stop();
});

const address = ({ docsId }: TestToken) => `${v.server.url}/docs/${docsId}`;
const banner = async (token: TestToken) =>
  /<p class="notice"[^>]*>([\s\S]*?)<\/p>/.exec(await (await fetch(address(token))).text())?.[1]?.replace(/\s+/g, ' ');
const at = '2099-12-27T08:00:00.000Z';
const announced = (change: object, when = at) => announce(admin, v.campaign.slug, { change, at: when });
const required = (key: string) => ({ operation: 'updateField', path: { key }, body: { required: true } });

test('the date and the kind of the change are above everything else, with a link to the changelog', async () => {
  expect(await banner(v.tokens.xyz)).toBeUndefined();
  const withdraw = await announced(required('zip'));
  const told = await banner(v.tokens.xyz);
  expect(told).toContain('<time datetime="2099-12-27T08:00:00.000Z">2099-12-27 08:00 UTC</time>');
  expect(told).toContain('<code>zip</code> will be required.');
  const target = /href="([^"]+)#(announced-[^"]+)"/.exec(told ?? '');
  const changelog = await (await fetch(`${v.server.url}${target?.[1]}`)).text();
  expect(changelog).toContain(`id="${target?.[2]}"`);

  for (const width of [1280, 390]) {
    const { page, wrongs } = await visit(browser, address(v.tokens.xyz), { width, height: 844 });
    const box = await page.getByText('Breaking change on').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(200);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(wrongs).toEqual([]);
    await page.close();
  }
  await withdraw();
  expect(await banner(v.tokens.xyz)).toBeUndefined();
});

test('several changes are counted, and the next one is shown', async () => {
  const withdraw = [await announced(required('zip'), '2099-12-28T08:00:00.000Z'), await announced(required('phone'))];
  const told = await banner(v.tokens.xyz);
  expect(told).toContain('2099-12-27 08:00 UTC');
  expect(told).toContain('1 more is announced.');
  for (const one of withdraw) await one();
});

test('a change that is not breaking, or only for another token, is not shown there', async () => {
  const label = { operation: 'updateField', path: { key: 'zip' }, body: { label: 'Post code' } };
  const option = { operation: 'deleteOption', path: { key: 'source', value: 'nordic-leads' }, query: { force: true } };
  const withdraw = [await announced(label), await announced(option)];
  expect(await banner(v.tokens.xyz)).toBeUndefined();
  expect(await banner(v.tokens.nordic)).toContain('Breaking change on');
  for (const one of withdraw) await one();
  const readOnly = await v.token({ filter: 'Vendor XYZ', permission: 'read' });
  const last = await announced(required('zip'));
  expect(await banner(readOnly)).toBeUndefined();
  await last();
});
