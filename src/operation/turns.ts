/** Long work in pieces, between which other requests get their turn. */
import { setImmediate as others } from 'node:timers/promises';

/** Milliseconds for which a piece of work may hold up all others. */
const longest = 10;

/** Does the work for each of the entries, in order, and lets others go ahead where that takes long. */
export async function inTurns<T, R>(entries: Iterable<T>, work: (entry: T) => R): Promise<R[]> {
  const done: R[] = [];
  let since = performance.now();
  for (const entry of entries) {
    if (performance.now() - since > longest) {
      await others();
      since = performance.now();
    }
    done.push(work(entry));
  }
  return done;
}
