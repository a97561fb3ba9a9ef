/**
 * Pictures of what vendors see: a token's documentation page with and without JavaScript, its box that checks a payload and sends it, its
 * changelog, the page of a broad token, one of a problem, and what an unknown address shows.
 */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { settle } from '../test/support/browser.ts';

export interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

interface DocsPage {
  readonly name: string;
  readonly address: string;
  readonly javaScriptEnabled?: false;
  readonly act?: (page: Page) => Promise<void>;
}

export interface DocsAddresses {
  readonly url: string;
  /** The address for a token of a campaign, and the one for a broad token. */
  readonly scoped: string;
  readonly broad: string;
}

const pagesAt = ({ url, scoped, broad }: DocsAddresses): readonly DocsPage[] => [
  { name: 'docs', address: scoped },
  { name: 'docs-operation', address: `${scoped}#operation/createLead` },
  { name: 'docs-plain', address: scoped, javaScriptEnabled: false },
  { name: 'docs-check', address: scoped, act: check },
  { name: 'docs-errors', address: `${scoped}#errors` },
  { name: 'docs-changelog', address: `${scoped}/changelog` },
  { name: 'docs-broad', address: broad },
  { name: 'problem', address: `${url}/problems/invalid_lead` },
  { name: 'no-page', address: `${url}/docs/nothing` },
];

export async function docsPictures(browser: Browser, at: DocsAddresses, folder: string, looks: readonly Look[]) {
  for (const { name, address, javaScriptEnabled = true, act } of pagesAt(at)) {
    for (const { width, colorScheme } of looks) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled });
      const page = await context.newPage();
      await settle(page, () => page.goto(address));
      await act?.(page);
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
      await context.close();
    }
  }
}

/** A body with two mistakes. */
async function check(page: Page): Promise<void> {
  await page.getByText('Check my payload').click();
  await page.getByLabel('Body, as JSON').fill('{"fields": {"sourc": "website", "zip": 5000}}');
  await settle(page, () => page.getByRole('button', { name: 'Check' }).click());
}
