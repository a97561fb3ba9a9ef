/**
 * Every page in both colour schemes: axe finds nothing, nothing breaks the policy, and nothing is wider than a small
 * screen.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, type ConsoleVisit, inScheme, startConsole } from '../support/console.ts';
import { signIn, signUpMember, sourceIs } from '../support/manage.ts';
import { patience } from '../support/patience.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
const hostile = '<img src=x onerror=alert(1)>"\'--></script>';
beforeAll(async () => {
  there = await startConsole();
  await there.owner.call(`POST ${campaign}/fields`, { body: { key: 'name', label: hostile, type: 'text' } });
  await there.owner.call(`POST ${campaign}/statuses`, { body: { key: 'won', label: hostile, category: 'won' } });
  await there.owner.call(`POST ${campaign}/filters`, { body: { name: hostile, condition: sourceIs('website') } });
  await there.owner.call(`POST ${campaign}/tokens`, { body: { name: hostile, permission: 'read' } });
  for (let i = 0; i < 3; i += 1)
    await there.owner.call(`POST ${campaign}/leads`, {
      body: { status: 'won', fields: { source: 'website', name: hostile } },
    });
});
afterAll(() => there?.stop());

const paths = [
  '/campaigns',
  ...[
    'leads',
    'leads?lead=new',
    'fields',
    'selects',
    'statuses',
    'filters',
    'filters?filter=new',
    'revisions',
    'settings',
  ].map((p) => `${campaign}/${p}`),
  ...['tokens', 'reference', 'usage'].map((tab) => `${campaign}/documentation?tab=${tab}`),
  ...['documentation', 'members', 'audit', 'settings'].map((p) => `/account/${p}`),
  '/nowhere',
];

test.each([1280, 390])(
  'every page %i wide, light and dark: accessible, within its policy, within its width',
  async (width) => {
    const visit = await there.open({ as: there.owner, width });
    for (const path of paths) await judge(visit, path, width);
    await visit.context.close();

    const stranger = await there.open({ width });
    await judge(stranger, '/sign-in', width);
    await stranger.context.close();
  },
  patience(240_000),
);

async function judge(visit: ConsoleVisit, path: string, width: number): Promise<void> {
  const { page } = visit;
  await settle(page, () => page.goto(`${there.server.url}/console${path}`));
  // One page serves both schemes, because its content does not depend on them.
  for (const colorScheme of ['dark', 'light'] as const) {
    await inScheme(page, colorScheme);
    expect([path, colorScheme, await axeFindings(page)]).toEqual([path, colorScheme, []]);
  }
  expect([path, (await page.evaluate<number>('document.documentElement.scrollWidth')) <= width]).toEqual([path, true]);
  expect([path, await page.locator('h1').count()]).toEqual([path, 1]);
  expect([path, await page.locator('img[src="x"]').count()]).toEqual([path, 0]);
  expect([path, visit.wrongs]).toEqual([path, []]);
}

test('an address of no campaign says so, and does not lead to its pages', async () => {
  await there.at('/campaigns/nope/leads', async (page) => {
    await page.getByRole('heading', { name: 'There is no campaign “nope”' }).waitFor();
    expect(await page.getByRole('link', { name: 'Fields' }).count()).toBe(0);
    await page.getByRole('link', { name: 'All campaigns' }).click();
    await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  });
});

test('a page on a small screen names its campaign, and cuts no button', async () => {
  await there.at(
    `${campaign}/fields`,
    async (page) => {
      await page.getByRole('banner').getByText('Solar DK').waitFor();
      expect(await page.getByText('Ctrl K').isVisible()).toBe(false);
    },
    { width: 390 },
  );
  const member = await signUpMember(there.server, there.owner.accountId, 'viewer');
  await signIn(there.server, (await member.call('GET /session')).body.member.email);
  await there.at(
    '/account/settings',
    async (page) => {
      const button = page.getByRole('button', { name: 'Sign out', exact: true }).first();
      await button.waitFor();
      const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('button')]
        .filter((button) => button.scrollWidth > button.clientWidth + 1).map((button) => button.textContent)`);
      expect(cut).toEqual([]);
    },
    { width: 390, as: member },
  );
});

test('the page is never kept, its policy takes no inline style or script, and its nonce is new each time', async () => {
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const { headers } = await fetch(`${there.server.url}/console`);
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

test('a file of another version is reported as such, and is no page', async () => {
  const { status, headers } = await fetch(`${there.server.url}/console/assets/index-old.js`);
  expect([status, headers.get('content-type')]).toEqual([404, expect.stringContaining('application/problem+json')]);
});
