/** Leads a second in bulk: a batch of a thousand beside single creates, an export beside a walk through the list. */

import type { Bench, Filled } from './bench.ts';
import { lead } from './data.ts';
import { inTurns, median } from './load.ts';
import { options } from './options.ts';
import type { Served } from './place.ts';
import { perSecond, printTable, ratio, target } from './report.ts';
import { createOf, listOf } from './requests.ts';

const size = options.quick ? 100 : 1_000;

export async function bulk({ place, main }: Bench): Promise<void> {
  const [served, floor] = [await place.product(), await place.floor('express', main.campaign.id)];
  const base = `/v1/campaigns/${main.campaign.slug}`;
  const items = Array.from({ length: size }, () => ({ op: 'create', ...lead }));
  const batch = { path: `${base}/leads/batch`, method: 'POST' as const, headers: main.vendor };
  const measured = await inTurns({
    single: { served, requests: createOf({ base, headers: main.vendor }) },
    // As a client with much to send would: one after the other, on a few connections.
    pages: { served: floor, requests: listOf({ base: '' }) },
    batch: { served, requests: [{ ...batch, body: JSON.stringify({ items }) }], connections: 4 },
  });
  const single = measured.get('single')?.perSecond ?? Number.NaN;
  const batched = (measured.get('batch')?.perSecond ?? Number.NaN) * size;

  const [walks, exports]: [number[], number[]] = [[], []];
  for (let round = 0; round <= options.rounds; round += 1) {
    const [walk, whole] = [await walkList(served, main), await exportAll(served, main)];
    // The first round warms up.
    if (round > 0) {
      walks.push(walk);
      exports.push(whole.rate);
    }
  }
  printTable(
    'Leads a second',
    ['', 'leads/s', 'ratio'],
    [
      ['creates, 16 connections', perSecond(single), ''],
      [`batches of ${size} creates, 4 connections`, perSecond(batched), ratio(batched, single)],
      ['list by 200, one connection', perSecond(median(walks)), ''],
      ['export as JSON lines, one connection', perSecond(median(exports)), ratio(median(exports), median(walks))],
    ],
  );
  target('batch of 1,000 creates / single creates', batched / single, 'at least', 6);
  target('export / list by 200', median(exports) / median(walks), 'at least', 3);
  // 150,000 leads where the floor lists 3,700 pages.
  const pages = measured.get('pages')?.perSecond ?? Number.NaN;
  target('exported leads / pages of 50 that express + pg lists', median(exports) / pages, 'at least', 40.5);
  for (const each of [served, floor]) await each.stop();
}

/** Leads a second of a walk through some pages of the list, from its newest on. */
async function walkList({ origin }: Served, { campaign, all }: Filled): Promise<number> {
  const started = performance.now();
  let leads = 0;
  let cursor = '';
  for (let page = 0; page < (options.quick ? 5 : 40); page += 1) {
    const response = await fetch(`${origin}/v1/campaigns/${campaign.slug}/leads?limit=200${cursor}`, { headers: all });
    const { data, next_cursor: next } = (await response.json()) as { data: unknown[]; next_cursor: string | null };
    leads += data.length;
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  return (leads * 1_000) / (performance.now() - started);
}

/** Exports the whole campaign, and tells how many leads that were, in a second, and how much the memory of the process rose. */
export async function exportAll(
  served: Served,
  { campaign, all }: Filled,
): Promise<{ leads: number; rate: number; grown: number }> {
  const [started, before] = [performance.now(), served.memory()];
  let [leads, highest] = [0, before];
  const response = await fetch(`${served.origin}/v1/campaigns/${campaign.slug}/leads/export`, {
    headers: { ...all, accept: 'application/x-ndjson' },
  });
  if (!response.ok || !response.body) throw new Error(`the export was answered with ${response.status}`);
  let looked = started;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) leads += 1;
    if (performance.now() - looked < 100) continue;
    looked = performance.now();
    highest = Math.max(highest, served.memory());
  }
  return { leads, rate: (leads * 1_000) / (performance.now() - started), grown: highest - before };
}
