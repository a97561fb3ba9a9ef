/** The change feed: a poll that finds nothing, and how soon a held poll is woken by a write of its own process and of another. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { lead } from './data.ts';
import { measure, median } from './load.ts';
import { options } from './options.ts';
import type { Served } from './place.ts';
import { perSecond, printTable } from './report.ts';

export async function feed({ place, main }: Bench): Promise<void> {
  const [one, other] = [await place.product(), await place.product()];
  const base = `/v1/campaigns/${main.campaign.slug}/leads`;
  const cursorOf = async () => {
    const answer = await fetch(`${one.origin}${base}/changes?cursor=latest`, { headers: main.vendor });
    return encodeURIComponent(((await answer.json()) as { next_cursor: string }).next_cursor);
  };
  // What was written before is numbered first: a poll then finds the end.
  for (let more = true; more; ) {
    const before = await cursorOf();
    await sleep(50);
    more = before !== (await cursorOf());
  }
  const idle = await measure({
    served: one,
    requests: [{ path: `${base}/changes?cursor=${await cursorOf()}`, headers: main.vendor }],
  });
  /** Milliseconds from the answer of a write to that of a poll which waited for it. */
  const delay = async (writer: Served): Promise<number> => {
    const poll = fetch(`${one.origin}${base}/changes?wait=20&cursor=${await cursorOf()}`, { headers: main.vendor });
    await sleep(150);
    const written = await fetch(writer.origin + base, {
      method: 'POST',
      headers: { ...main.vendor, 'content-type': 'application/json' },
      body: JSON.stringify(lead),
    });
    await written.arrayBuffer();
    const began = performance.now();
    await (await poll).arrayBuffer();
    return performance.now() - began;
  };
  const rounds = options.quick ? 3 : 25;
  const delays = async (writer: Served) => {
    const all: number[] = [];
    for (let i = 0; i < rounds; i += 1) all.push(await delay(writer));
    return `${median(all).toFixed(1)} (most ${Math.max(...all).toFixed(1)})`;
  };
  printTable(
    'Change feed',
    ['', ''],
    [
      ['polls that find nothing new, requests/s', perSecond(idle.perSecond)],
      ['held poll woken by a write of its own process, ms after the answer', await delays(one)],
      ['held poll woken by a write of another process, ms after the answer', await delays(other)],
    ],
  );
  await one.stop();
  await other.stop();
}
