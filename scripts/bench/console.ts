/**
 * The console in a browser, with much of everything: what of the main thread each list takes from the click that leads to it
 * until nothing is left to be done, how many nodes the page then holds, and what a key takes in a long form.
 */
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { createAccount } from '../../src/access/members.ts';
import { settle, startBrowser } from '../../test/support/browser.ts';
import { openConsole } from '../../test/support/console.ts';
import { makeLongLists, much } from '../../test/support/long-lists.ts';
import { client } from '../../test/support/manage.ts';
import { vault } from './data.ts';
import type { Place } from './place.ts';
import { printTable, target } from './report.ts';

/** The page, where its link is, and what is there once its list is. */
type Step = readonly [name: string, from: string, href: string, there: string];

const [long, wide] = ['/campaigns/long', '/campaigns/wide'];
const steps: readonly Step[] = [
  ['200 campaigns', '/account/settings', '/campaigns', 'Campaign 1'],
  ['1,000 tokens', `${long}/revisions`, `${long}/documentation`, 'Token 1000'],
  ['300 filters', `${long}/revisions`, `${long}/filters`, 'Filter 1'],
  ['1,000 options', `${long}/revisions`, `${long}/selects`, 'vendor-1'],
  ['statuses', `${long}/revisions`, `${long}/statuses`, 'New'],
  ['200 fields', `${wide}/revisions`, `${wide}/fields`, 'Field 1'],
];

export async function consolePages({ connection, product }: Place): Promise<void> {
  await build({ root: fileURLToPath(new URL('../../src/console', import.meta.url)), logLevel: 'warn' });
  const owner = { name: 'console', email: 'console@example.com', ownerName: 'Olivia Owner' };
  const password = 'a password of the bench';
  const { accountId } = await connection.db.transaction().execute((trx) => createAccount(trx, { ...owner, password }));
  await makeLongLists(connection.db, vault, accountId, much);
  const [served, browser] = await Promise.all([product(), startBrowser()]);
  try {
    const member = client({ url: served.origin });
    await member.call('POST /session', { body: { email: owner.email, password } });
    const open = async (path: string) => {
      const { page, context } = await openConsole(browser, { url: served.origin }, { as: member, path });
      const measured = await context.newCDPSession(page);
      await measured.send('Performance.enable', { timeDomain: 'threadTicks' });
      return { page, context, measured };
    };

    const rows: (readonly (string | number)[])[] = [];
    for (const [name, from, href, there] of steps) {
      const { page, context, measured } = await open(from);
      const go = async () => {
        await page.locator(`a[href="/console${href}"]`).first().click();
        await page.getByText(there, { exact: true }).first().waitFor();
      };
      const first = await taken(measured, () => settle(page, go));
      const nodes = await nodesOf(page);
      await settle(page, () => page.goBack());
      const again = await taken(measured, () => settle(page, go));
      const search = page.getByRole('textbox', { name: /^Search/ });
      const key = (await taken(measured, () => settle(page, () => search.pressSequentially('123')))).task / 3;
      rows.push([name, first.task, first.script, again.task, nodes, key].map(rounded));
      target(`${name}, from the click on`, first.task, 'below', 300, ' ms');
      target(`${name}: nodes`, nodes, 'below', 2_000);
      await context.close();
    }
    printTable(
      'Lists of the console: milliseconds of the main thread',
      ['page', 'first', 'of it script', 'again', 'nodes', 'a key in the search'],
      rows,
    );

    const { page, measured } = await open(`${wide}/leads?lead=new`);
    const input = page.getByLabel('Field 100', { exact: true });
    await input.click();
    await input.pressSequentially('first');
    const keys = 'abcdefghijklmnopqrst';
    const typed = await taken(measured, () => input.pressSequentially(keys, { delay: 60 }));
    printTable(
      'A lead form of 200 fields',
      ['milliseconds a key', 'of it script', 'nodes'],
      [[typed.task / keys.length, typed.script / keys.length, await nodesOf(page)].map(rounded)],
    );
    target('A key in a lead form of 200 fields', typed.task / keys.length, 'below', 30, ' ms');
  } finally {
    await browser.close();
    await served.stop();
  }
}

const rounded = (value: string | number) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);

const nodesOf = (page: Page) => page.evaluate<number>("document.querySelectorAll('*').length");

/** Milliseconds of the main thread's tasks, and of the scripts in them, while something is done. */
async function taken(session: CDPSession, act: () => Promise<unknown>) {
  const before = await metricsOf(session);
  await act();
  const after = await metricsOf(session);
  const of = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000;
  return { task: of('TaskDuration'), script: of('ScriptDuration') };
}

async function metricsOf(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}
