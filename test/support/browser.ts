/**
 * A real browser for tests of pages. `visit` gives the page together with everything that went wrong on it: console errors,
 * uncaught exceptions, violations of the content security policy, dialogs, and requests to another origin.
 */
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

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
  const wrongs = await watch(page, new URL(url).origin);
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, wrongs };
}

/** Everything that goes wrong on the page from now on, in words; `origin`: the only one that may be asked. */
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
