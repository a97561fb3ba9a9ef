/**
 * A real browser for tests of pages. `visit` returns the page and everything that went wrong on it: console errors, uncaught
 * exceptions, violations of the content security policy, dialogs, and requests to another origin.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import chromium from '@sparticuz/chromium';
import { type Browser, type Locator, type Page, chromium as playwright, type Request } from 'playwright-core';
import { patience } from './patience.ts';

export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}

export interface Visit {
  readonly page: Page;
  /** In words; empty when all is well. */
  readonly wrongs: string[];
}

export async function visit(browser: Browser, url: string, viewport = { width: 1280, height: 900 }): Promise<Visit> {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(patience(30_000));
  const wrongs = await watch(page, new URL(url).origin);
  await settle(page, () => page.goto(url));
  return { page, wrongs };
}

/** A page without requests for this many milliseconds counts as loaded. */
const quiet = Math.min(500, patience(100));

/**
 * Runs an action that makes the page send requests, and waits for their responses. Playwright's own `networkidle` takes 500
 * ms.
 */
export async function settle(page: Page, act: () => Promise<unknown> = async () => undefined): Promise<void> {
  const open = new Set<Request>();
  let lastAt = performance.now();
  const asked = (request: Request) => open.add(request);
  const answered = (request: Request) => {
    open.delete(request);
    lastAt = performance.now();
  };
  page.on('request', asked).on('requestfinished', answered).on('requestfailed', answered);
  try {
    await act();
    for (lastAt = performance.now(); open.size > 0 || performance.now() - lastAt < quiet; ) await sleep(20);
  } finally {
    page.off('request', asked).off('requestfinished', answered).off('requestfailed', answered);
  }
}

/** Cuts the page off, and waits until the page knows it: the browser tells it a moment later. */
export async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.waitForFunction('!navigator.onLine');
}

/** Picks up what one handle moves, and holds it a little below the other handle, where it should be dropped. */
export async function drag(page: Page, handle: Locator, over: Locator): Promise<void> {
  const [from, to] = [await handle.boundingBox(), await over.boundingBox()];
  await page.mouse.move((from?.x ?? 0) + 8, (from?.y ?? 0) + 8);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 8, (to?.y ?? 0) + 12, { steps: 6 });
}

/**
 * Moves a picked-up entry with a key until the page announces its place. A key counts only after everything has been
 * measured, which the page does not show. `there`: the announcement.
 */
export async function carry(page: Page, key: 'ArrowUp' | 'ArrowDown', there: string): Promise<void> {
  const deadline = performance.now() + patience(15_000);
  while (performance.now() < deadline) {
    await page.keyboard.press(key);
    const arrives = page.getByText(there).waitFor({ state: 'attached', timeout: patience(3_000) });
    if (await arrives.then(() => true).catch(() => false)) return;
  }
  throw new Error(`${key} was pressed again and again, and nobody said: ${there}`);
}

/** Everything that goes wrong on the page from now on, in words. `origin`: the only origin that the page may use. */
export async function watch(page: Page, origin: string): Promise<string[]> {
  const wrongs: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrongs.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrongs.push(`uncaught: ${error.message}`));
  page.on('dialog', (dialog) => {
    wrongs.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const local = request.url().startsWith(origin) || /^(data|blob):/.test(request.url());
    if (!local) wrongs.push(`request: ${request.url()}`);
  });
  const report = "event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI)";
  await page.addInitScript({ content: `document.addEventListener('securitypolicyviolation', ${report})` });
  return wrongs;
}
