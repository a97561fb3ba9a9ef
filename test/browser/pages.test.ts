/** Every page in both colour schemes: nothing for axe to find, nothing against the policy, nothing wider than a small screen. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { settle, startBrowser } from '../support/browser.ts';
import { axeFindings, type ConsoleVisit, openConsole } from '../support/console.ts';
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
  '/campaigns',
  ...['leads', 'leads?lead=new', 'fields', 'selects', 'statuses', 'filters', 'filters?filter=new'].map(
    (p) => `${campaign}/${p}`,
  ),
  ...['tokens', 'reference', 'usage'].map((tab) => `${campaign}/documentation?tab=${tab}`),
  ...['documentation', 'members', 'audit', 'settings'].map((p) => `/account/${p}`),
  '/nowhere',
];

const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;

test.each(looks)(
  'every page in %o: accessible, within its policy, within its width',
  async ({ width, colorScheme }) => {
    const visit = await openConsole(browser, server, { as: owner, width, colorScheme });
    for (const path of paths) await judge(visit, path, width);
    await visit.context.close();

    const stranger = await openConsole(browser, server, { width, colorScheme });
    await judge(stranger, '/sign-in', width);
    await stranger.context.close();
  },
  180_000,
);

async function judge(visit: ConsoleVisit, path: string, width: number): Promise<void> {
  const { page } = visit;
  await settle(page, () => page.goto(`${server.url}/console${path}`));
  expect([path, await axeFindings(page)]).toEqual([path, []]);
  expect([path, (await page.evaluate<number>('document.documentElement.scrollWidth')) <= width]).toEqual([path, true]);
  expect([path, await page.locator('h1').count()]).toEqual([path, 1]);
  expect([path, await page.locator('img[src="x"]').count()]).toEqual([path, 0]);
  expect([path, visit.wrongs]).toEqual([path, []]);
}

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
