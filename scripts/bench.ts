/**
 * `npm run bench`: the product beside its floors, in turns, in one run, on an embedded PostgreSQL of its own. Figures move
 * from machine to machine; the ratios are what to hold. `--quick` takes under a minute and is for the bench's own health.
 */
import { prepare } from './bench/bench.ts';
import { bulk } from './bench/bulk.ts';
import { core } from './bench/core.ts';
import { documents } from './bench/documents.ts';
import { feed } from './bench/feed.ts';
import { memory } from './bench/memory.ts';
import { neighbours } from './bench/neighbours.ts';
import { options } from './bench/options.ts';
import { openPlace } from './bench/place.ts';
import { reading } from './bench/reading.ts';
import { printTargets } from './bench/report.ts';
import { scale } from './bench/scale.ts';
import { workers } from './bench/workers.ts';

const parts = { core, bulk, documents, reading, feed, memory, scale, workers, neighbours };

const place = await openPlace();
try {
  const bench = await prepare(place);
  for (const [name, run] of Object.entries(parts)) {
    if (options.only && !options.only.includes(name)) continue;
    const started = performance.now();
    await run(bench);
    console.error(`(${name}: ${((performance.now() - started) / 1_000).toFixed(0)} s)`);
  }
  printTargets();
} finally {
  await place.close();
}
