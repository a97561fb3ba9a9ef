/**
 * What a serving process does beside requests: it fills new key columns and the keys of duplicates, writes the usage of
 * tokens, and removes repeats that are old and what was counted for limits that are over.
 */
import { fillKeyColumns } from '../leads/store/fill-key-columns.ts';
import { fillMatchKeys } from '../leads/store/fill-match-keys.ts';
import { forgetRepeats } from '../leads/store/repeats.ts';
import { pruneLimits } from '../limits/shares.ts';
import type { Parts } from './parts.ts';
import type { Runtime } from './runtime.ts';

/** A new searchable field is served from its column within about this many milliseconds and the time to fill it. */
const every = 1_000;

export interface Background {
  stop(): Promise<void>;
}

export function startBackground(
  { connection: { db }, logger }: Runtime,
  { usage, limiter }: Pick<Parts, 'usage' | 'limiter'>,
): Background {
  let stopping = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;

  const fill = async () => {
    try {
      const ready = await fillKeyColumns(db, () => stopping);
      if (ready > 0) logger.info({ ready }, 'Key columns were filled and are read from now on');
      const rules = await fillMatchKeys(db, () => stopping);
      if (rules > 0) logger.info({ rules }, 'Rules on duplicates find all older leads from now on');
      await forgetRepeats(db);
    } catch (error) {
      // The database may be away: the next turn tries again.
      logger.debug({ err: error }, 'What runs beside requests could not be done');
    }
  };
  const turn = () => {
    running = fill().then(() => {
      if (!stopping) schedule();
    });
  };
  const schedule = () => {
    timer = setTimeout(turn, every);
    timer.unref();
  };

  schedule();
  // What is not removed now is removed the next time.
  const pruning = setInterval(() => void pruneLimits(db).catch(() => undefined), 60_000);
  pruning.unref();
  return {
    async stop() {
      stopping = true;
      clearInterval(pruning);
      clearTimeout(timer);
      await running;
      await usage.stop();
      await limiter.stop();
    },
  };
}
