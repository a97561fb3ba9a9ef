/** Many leads at once: a batch of 1,000 creations beside single ones, an export beside pages of 200. */
import type { Bench } from './bench.ts';
import { lead } from './data.ts';
import { measure } from './load.ts';
import { options } from './options.ts';
import { perSecond, printTable, target } from './report.ts';
import { createOf } from './requests.ts';

export async function bulk({ place, main }: Bench): Promise<void> {
  const served = await place.product();
  const base = `/v1/campaigns/${main.campaign.slug}`;
  const items = Array.from({ length: 1_000 }, () => ({ op: 'create', ...lead }));
  const batch = {
    path: `${base}/leads/batch`,
    method: 'POST' as const,
    headers: main.vendor,
    body: JSON.stringify({ items }),
  };
  const one = await measure({ served, requests: createOf({ base, headers: main.vendor }) });
  const many = await measure({ served, requests: [batch], connections: 2 });
  const url = `${served.origin}${base}/leads`;
  const pages = await leadsPerSecond(async (until) => {
    let leads = 0;
    for (let cursor: string | null = ''; cursor !== null && performance.now() < until; ) {
      const answer: Response = await fetch(`${url}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, {
        headers: main.all,
      });
      const page = (await answer.json()) as { data: unknown[]; next_cursor: string | null };
      leads += page.data.length;
      cursor = page.next_cursor;
    }
    return leads;
  });
  const before = served.memory();
  let most = before;
  const exported = await leadsPerSecond(async () => {
    const answer = await fetch(`${url}/export`, { headers: { ...main.all, accept: 'application/x-ndjson' } });
    let lines = 0;
    for await (const chunk of answer.body ?? []) {
      for (const byte of chunk as Uint8Array) if (byte === 10) lines += 1;
      most = Math.max(most, served.memory());
    }
    return lines;
  });
  printTable(
    'Leads a second',
    ['', 'leads/s', 'times'],
    [
      ['single creations, 16 connections', perSecond(one.perSecond), ''],
      [
        'batches of 1,000, 2 connections',
        perSecond(many.perSecond * 1_000),
        ((many.perSecond * 1_000) / one.perSecond).toFixed(1),
      ],
      ['listing by 200, one after the other', perSecond(pages), ''],
      ['export as JSON lines', perSecond(exported), (exported / pages).toFixed(1)],
      ['memory during the export, MB: before and most', `${before} and ${most}`, ''],
    ],
  );
  target('batch of 1,000 / single creations', (many.perSecond * 1_000) / one.perSecond, 'at least', 6);
  target('export / listing by 200', exported / pages, 'at least', 10);
  await served.stop();
}

async function leadsPerSecond(read: (until: number) => Promise<number>): Promise<number> {
  const began = performance.now();
  const leads = await read(began + options.seconds * 1_000);
  return (leads * 1_000) / (performance.now() - began);
}
