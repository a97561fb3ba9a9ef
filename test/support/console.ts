/**
 * Members at the console, in a real browser against the real server: `const there = await startConsole()` creates a server, a
 * campaign and its owner; `there.open({ as })` opens a page. Errors of the page (policy, exceptions, requests to other
 * origins) are collected in `wrongs`.
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
  /** The member who is signed in already; nobody by default. */
  readonly as?: Pick<Client, 'cookie'>;
  /** Below `/console`. */
  readonly path?: string;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** The browser's time zone; by default that of the machine. */
  readonly timezoneId?: string;
  /** A fixed time for the browser's clock. */
  readonly now?: string;
}

export interface ConsoleTest {
  readonly server: TestServer;
  readonly browser: Browser;
  readonly owner: SignedUp;
  /** Opens a page of the console in its own browser context. */
  open(options?: ConsoleOptions): Promise<ConsoleVisit>;
  /** Opens the page, for the owner by default, acts on it, and checks that nothing went wrong. */
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
      // Not Jest's, because scripts that take pictures use this too, and run without Jest.
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
    // The browser also logs each response from 400 up, which a page may well expect.
    get wrongs() {
      return gathered.filter((wrong) => !wrong.includes('Failed to load resource'));
    },
  };
}

/** The page in the given colour scheme, once it has followed the change. */
export async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
  // The colours change with the next frame.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/**
 * The findings of axe, in words; empty when all is well. A documentation page inside the page is Redoc's, and has its own test. Axe looks
 * for a while, and a page that changes meanwhile mixes two states. So a finding counts if it is still there once the page is at rest.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  if ((await runAxe(page)).length === 0) return [];
  await settle(page);
  return runAxe(page);
}

async function runAxe(page: Page): Promise<string[]> {
  // Its legacy mode checks only this document, and opens no extra page to merge the findings of frames.
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
 * Chooses with the arrow keys, which open the list and walk through it, whether or not the control takes text. A dialog that
 * has just opened may take the focus again, and options may still be loading. Then this tries again, as a person would.
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

/** Whether the control gets the value. The choice shows a moment later, or much later on a busy machine. */
async function holds(control: Locator, value: string): Promise<boolean> {
  for (const deadline = performance.now() + patience(2_000); performance.now() < deadline; ) {
    if ((await control.inputValue()) === value) return true;
    await sleep(100);
  }
  return false;
}
