/**
 * Members at the console, in a real browser against the real server: `const member = await openConsole(browser, server, { as })`.
 * Whatever the page does wrong by itself (policy, errors, requests elsewhere) gathers in `wrongs`.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { settle, watch } from './browser.ts';
import type { Client } from './manage.ts';
import type { TestServer } from './server.ts';

export interface ConsoleVisit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly wrongs: string[];
}

export interface ConsoleOptions {
  /** Who is signed in already; left out: nobody. */
  readonly as?: Pick<Client, 'cookie'>;
  /** Below `/console`. */
  readonly path?: string;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

export async function openConsole(
  browser: Browser,
  server: Pick<TestServer, 'url'>,
  { as, path = '/', width = 1280, colorScheme = 'light' }: ConsoleOptions = {},
): Promise<ConsoleVisit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const [name = '', ...value] = (as?.cookie() ?? '').split('=');
  if (name) await context.addCookies([{ name, value: value.join('='), url: server.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const gathered = await watch(page, server.url);
  await settle(page, () => page.goto(`${server.url}/console${path}`));
  return {
    context,
    page,
    // The browser also writes down each answer from 400 up, which a page may well expect.
    get wrongs() {
      return gathered.filter((wrong) => !wrong.includes('Failed to load resource'));
    },
  };
}

/** What axe finds, in words; empty when all is well. A documentation page within the page is Redoc's, and judged by itself. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Its legacy mode looks at this document alone, without a page of its own to put the frames' findings together.
  const axe = new AxeBuilder({ page })
    .exclude('iframe')
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
}
