/**
 * How long the console takes by itself: a change of the page, from the click to its heading in sight, first with its code to be
 * fetched and then with code and data there; and how much script the first page is, as gzip. Told, and not asserted: a busy
 * machine would fail what is right.
 */
import type { Page } from 'playwright-core';
import { settle } from '../test/support/browser.ts';
import { type ConsoleVisit, openConsole } from '../test/support/console.ts';

export interface PageChange {
  readonly title: string;
  /** In milliseconds. */
  readonly first: number;
  readonly again: number;
}

/** Links of the navigation, each with the heading that appears after a click. */
type Walk = readonly (readonly [href: string, title: string])[];

export const campaignPages: Walk = [
  ['leads', 'Leads'],
  ['fields', 'Fields'],
  ['selects', 'Selects'],
  ['statuses', 'Statuses'],
  ['filters', 'Filters'],
  ['documentation', 'API documentation'],
  ['revisions', 'Revisions'],
].map(([path = '', title = '']) => [`/console/campaigns/solar-dk/${path}`, title]);

export const accountPages: Walk = [
  ['documentation', 'API documentation'],
  ['members', 'Members'],
  ['audit', 'Audit log'],
  ['settings', 'Settings'],
].map(([path = '', title = '']) => [`/console/account/${path}`, title]);

/** Walks twice around, from a page outside the walk. */
export async function pageChanges(page: Page, walk: Walk): Promise<PageChange[]> {
  const round = async () => {
    const times: number[] = [];
    for (const [href, title] of walk) times.push(await changeTo(page, href, title));
    return times;
  };
  const [first, again] = [await round(), await round()];
  return walk.map(([, title], i) => ({ title, first: first[i] ?? 0, again: again[i] ?? 0 }));
}

/** Until the frame in which the heading stands has been drawn. */
async function changeTo(page: Page, href: string, title: string): Promise<number> {
  let took = 0;
  await settle(page, async () => {
    took = await page.evaluate<number>(`new Promise((done) => {
      const began = performance.now();
      const drawn = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
      const look = () => document.querySelector('h1')?.textContent === '${title}' && location.pathname === '${href}'
        ? drawn() : requestAnimationFrame(look);
      document.querySelector('a[href="${href}"]').click();
      look();
    })`);
  });
  return took;
}

/** Kilobytes of script that the list of campaigns takes, for whoever has nothing of it yet. */
export async function firstLoad(...[browser, server, options]: Parameters<typeof openConsole>): Promise<number> {
  const visit: ConsoleVisit = await openConsole(browser, server, { ...options, path: '/campaigns' });
  await visit.page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  await settle(visit.page);
  const scripts = await visit.page.evaluate<string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))`,
  );
  await visit.context.close();
  const sizes = await Promise.all(
    scripts.map(async (url) => {
      const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
      await answer.arrayBuffer();
      return Number(answer.headers.get('content-length'));
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
