/**
 * `npm run bench`: the product beside its floors, in turns, in one run, on an embedded PostgreSQL of its own. Figures move
 * from machine to machine; the ratios are what to hold. `--quick` takes under a minute and is for the bench's own health: it leaves out
 * the console, which takes a third of that, and most attacks of `neighbours`.
 */
import { type Bench, prepare } from './bench/bench.ts';
import { bulk } from './bench/bulk.ts';
import { consolePages } from './bench/console.ts';
import { core } from './bench/core.ts';
import { documents } from './bench/documents.ts';
import { feed } from './bench/feed.ts';
import { layers } from './bench/layers.ts';
import { memory } from './bench/memory.ts';
import { neighbours } from './bench/neighbours.ts';
import { options } from './bench/options.ts';
import { openPlace } from './bench/place.ts';
import { reading } from './bench/reading.ts';
import { printTargets } from './bench/report.ts';
import { scale } from './bench/scale.ts';
import { workers } from './bench/workers.ts';

const place = await openPlace();
let prepared: Promise<Bench> | undefined;
/** For parts that share the campaign with many leads, which is made when the first of them runs. */
const onBench = (run: (bench: Bench) => Promise<unknown>) => async () => {
  prepared ??= prepare(place);
  return run(await prepared);
};

const parts = {
  core: onBench(core),
  bulk: onBench(bulk),
  documents: onBench(documents),
  reading: onBench(reading),
  feed: onBench(feed),
  memory: onBench(memory),
  scale: onBench(scale),
  workers: onBench(workers),
  neighbours: onBench(neighbours),
  console: () => consolePages(place),
};

try {
  for (const [name, run] of Object.entries(options.layers ? { layers: onBench(layers) } : parts)) {
    if (options.only ? !options.only.includes(name) : options.quick && name === 'console') continue;
    const started = performance.now();
    await run();
    console.error(`(${name}: ${((performance.now() - started) / 1_000).toFixed(0)} s)`);
  }
  printTargets();
} finally {
  await place.close();
}
