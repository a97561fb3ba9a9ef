/** Every page in both colour schemes: nothing for axe to find, nothing against the policy, nothing wider than a small screen. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { axeFindings, openConsole } from '../support/console.ts';
import { makeCampaign, type SignedUp, signUp, sourceIs } from '../support/manage.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let owner: SignedUp;
const hostile = '<img src=x onerror=alert(1)>"\'--></script>';
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
  owner = await signUp(server);
  const path = await makeCampaign(owner);
  await owner.call(`POST ${path}/fields`, { body: { key: 'name', label: hostile, type: 'text' } });
  await owner.call(`POST ${path}/statuses`, { body: { key: 'won', label: hostile, category: 'won' } });
  await owner.call(`POST ${path}/filters`, { body: { name: hostile, condition: sourceIs('website') } });
  await owner.call(`POST ${path}/tokens`, { body: { name: hostile, permission: 'read' } });
  for (let i = 0; i < 3; i += 1)
    await owner.call(`POST ${path}/leads`, { body: { status: 'won', fields: { source: 'website', name: hostile } } });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const campaign = '/campaigns/solar-dk';
const paths = [
  '/sign-in',
  '/campaigns',
  ...['leads', 'leads?lead=new', 'fields', 'selects', 'statuses', 'filters', 'filters?filter=new'].map(
    (p) => `${campaign}/${p}`,
  ),
  ...['tokens', 'reference', 'usage'].map((tab) => `${campaign}/documentation?tab=${tab}`),
  ...['documentation', 'members', 'audit', 'settings'].map((p) => `/account/${p}`),
  '/nowhere',
];

test.each(paths)('%s: accessible, within its policy, within its width', async (path) => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    const as = path === '/sign-in' ? {} : { as: owner };
    const visit = await openConsole(browser, server, { ...as, path, width, colorScheme });
    expect(await axeFindings(visit.page)).toEqual([]);
    expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.page.locator('h1').count()).toBe(1);
    expect(await visit.page.locator('img[src="x"]').count()).toBe(0);
    expect(visit.wrongs).toEqual([]);
    await visit.context.close();
  }
});

test('the page is never kept, its policy takes no inline style or script, and its nonce is new each time', async () => {
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const { headers } = await fetch(`${server.url}/console`);
      expect(headers.get('cache-control')).toBe('no-store');
      return headers.get('content-security-policy') ?? '';
    }),
  );
  expect(policies[0]).not.toBe(policies[1]);
  for (const policy of policies) {
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test('a file of another version is told to be so, and is no page', async () => {
  const { status, headers } = await fetch(`${server.url}/console/assets/index-old.js`);
  expect([status, headers.get('content-type')]).toEqual([404, expect.stringContaining('application/problem+json')]);
});
