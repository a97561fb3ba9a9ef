/**
 * Members at the console, in a real browser against the real server: `const there = await startConsole()` makes a server, a
 * campaign and its owner, `there.open({ as })` a page. Whatever it does wrong by itself (policy, errors, requests elsewhere)
 * gathers in `wrongs`.
 */
import { deepEqual } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { settle, startBrowser, watch } from './browser.ts';
import { type Client, makeCampaign, type SignedUp, signUp } from './manage.ts';
import { patience } from './patience.ts';
import { startServer, type TestServer } from './server.ts';

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
  /** The browser's own; left out: that of the machine. */
  readonly timezoneId?: string;
  /** What the browser's clock shows, and goes on showing. */
  readonly now?: string;
}

export interface ConsoleTest {
  readonly server: TestServer;
  readonly browser: Browser;
  readonly owner: SignedUp;
  /** A page of the console, in a context of its own. */
  open(options?: ConsoleOptions): Promise<ConsoleVisit>;
  /** Opens the page, for the owner if for nobody else, does what is to be done, and finds nothing wrong with it afterwards. */
  at(
    path: string,
    act: (page: Page, visit: ConsoleVisit) => Promise<void>,
    options?: Omit<ConsoleOptions, 'path'>,
  ): Promise<void>;
  stop(): Promise<void>;
}

/** A server, a browser, and an owner with the campaign `solar-dk`. */
export async function startConsole(): Promise<ConsoleTest> {
  const [server, browser] = await Promise.all([startServer(), startBrowser()]);
  const owner = await signUp(server);
  await makeCampaign(owner);
  const open = (options?: ConsoleOptions) => openConsole(browser, server, options);
  return {
    ...{ server, browser, owner, open },
    async at(path, act, options) {
      const visit = await open({ as: owner, ...options, path });
      await act(visit.page, visit);
      // Not Jest's: scripts take pictures with this, and run without it.
      deepEqual(visit.wrongs, []);
      await visit.context.close();
    },
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}

export async function openConsole(
  browser: Browser,
  server: Pick<TestServer, 'url'>,
  { as, path = '/', width = 1280, colorScheme = 'light', timezoneId, now }: ConsoleOptions = {},
): Promise<ConsoleVisit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    ...(timezoneId && { timezoneId }),
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const [name = '', ...value] = (as?.cookie() ?? '').split('=');
  if (name) await context.addCookies([{ name, value: value.join('='), url: server.url }]);
  const page = await context.newPage();
  if (now) await page.clock.setFixedTime(now);
  page.setDefaultTimeout(patience(15_000));
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

/** The page as it is in the other scheme of the system, once it has followed. */
export async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
  // The colours that are drawn follow with the next frame.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
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

/**
 * By the arrows, which open the list and walk it, whether or not one can type in the control. A dialog that has just opened
 * may take the focus once more, and choices may still be on their way: it is done again then, as a person would.
 */
export async function chooseByArrows(page: Page, label: string, option: string): Promise<void> {
  const control = page.getByRole('combobox', { name: label }).or(page.getByLabel(label)).first();
  for (const deadline = performance.now() + patience(20_000); performance.now() < deadline; ) {
    await control.focus();
    await page.keyboard.press('ArrowDown');
    if (!(await walkTo(page, option))) continue;
    await page.keyboard.press('Enter');
    if (await holds(control, option)) return;
  }
  throw new Error(`${option} could not be chosen as ${label}`);
}

async function walkTo(page: Page, option: string): Promise<boolean> {
  const selected = page.locator('[role=option][data-combobox-selected]:visible');
  for (let i = 0; i < 20; i += 1) {
    if ((await selected.count()) > 0 && (await selected.first().textContent()) === option) return true;
    await page.keyboard.press('ArrowDown');
  }
  return false;
}

/** Whether it comes to hold the value: what was chosen shows a moment later, on a busy machine after a long one. */
async function holds(control: Locator, value: string): Promise<boolean> {
  for (const deadline = performance.now() + patience(2_000); performance.now() < deadline; ) {
    if ((await control.inputValue()) === value) return true;
    await sleep(100);
  }
  return false;
}
