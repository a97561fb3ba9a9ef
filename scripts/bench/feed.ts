/** The change feed: polls that find nothing new, and how soon a held poll is answered after a write, of its own process and of another. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { lead } from './data.ts';
import { inTurns } from './load.ts';
import { options } from './options.ts';
import type { Served } from './place.ts';
import { perSecond, printTable, ratio } from './report.ts';
import { getOf } from './requests.ts';

const rounds = options.quick ? 5 : 100;

export async function feed({ place, main }: Bench): Promise<void> {
  const [served, another] = [await place.product(), await place.product()];
  const base = `/v1/campaigns/${main.campaign.slug}`;
  const headers = main.vendor;
  const changes = async (query: string) => {
    const response = await fetch(`${served.origin}${base}/leads/changes?${query}`, { headers });
    if (!response.ok) throw new Error(`a poll was answered with ${response.status}`);
    return (await response.json()) as { data: unknown[]; next_cursor: string };
  };

  const { next_cursor: latest } = await changes('cursor=latest');
  const measured = await inTurns({
    get: { served, requests: getOf({ base, headers }, main.ids) },
    poll: { served, requests: [{ path: `${base}/leads/changes?cursor=${latest}`, headers }] },
  });
  const rate = (name: string) => measured.get(name)?.perSecond ?? Number.NaN;

  /** Milliseconds from the answer of a create to that of the poll that was held. */
  const delays = async (writer: Served): Promise<number[]> => {
    const found: number[] = [];
    let { next_cursor: cursor } = await changes('cursor=latest');
    for (let round = 0; round < rounds; round += 1) {
      const held = changes(`cursor=${cursor}&wait=20`).then((page) => ({ page, at: performance.now() }));
      await sleep(20 + (round % 20));
      const written = await fetch(`${writer.origin}${base}/leads`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(lead),
      });
      const written_at = performance.now();
      if (!written.ok) throw new Error(`a create was answered with ${written.status}`);
      const { page, at } = await held;
      found.push(at - written_at);
      cursor = page.next_cursor;
    }
    return found;
  };
  const [own, other] = [await delays(served), await delays(another)];
  const at = (values: readonly number[], part: number) =>
    values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)]?.toFixed(1) ?? '';
  printTable(
    'Change feed',
    ['', '', '/ get'],
    [
      ['polls that find nothing, requests/s', perSecond(rate('poll')), ratio(rate('poll'), rate('get'))],
      ['a held poll after a write of its own process, ms, p50 and p99', `${at(own, 0.5)} and ${at(own, 0.99)}`, ''],
      ['the same after a write of another process', `${at(other, 0.5)} and ${at(other, 0.99)}`, ''],
    ],
  );
  for (const each of [served, another]) await each.stop();
}
