/**
 * Long work in pieces, between which other requests get their turn. Of all work in pieces one piece is done in each round of the
 * event loop, however many requests have some: else the pieces of twenty would make one long wait again.
 */

/** Milliseconds for which a piece of work may hold up all others. */
const longest = 5;

const waiting: (() => void)[] = [];

function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(next);
}

/** Resolves when everything else that was due has been done, and it is this one's turn. */
export function others(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(next);
  });
}

/** One request's pieces of work. */
export interface Turns {
  /** Whether this piece has taken long enough. */
  isOver(): boolean;
  /** Lets others go ahead. */
  pass(): Promise<void>;
}

/** `spend` is told the milliseconds of each piece that ends with a pass. */
export function createTurns(spend?: (ms: number) => void): Turns {
  let since = performance.now();
  return {
    isOver: () => performance.now() - since > longest,
    async pass() {
      spend?.(performance.now() - since);
      await others();
      since = performance.now();
    },
  };
}

/** Does the work for each of the entries, in order, and lets others go ahead where that takes long. */
export async function inTurns<T, R>(
  entries: Iterable<T>,
  work: (entry: T) => R,
  turns: Turns = createTurns(),
): Promise<R[]> {
  const done: R[] = [];
  for (const entry of entries) {
    if (turns.isOver()) await turns.pass();
    done.push(work(entry));
  }
  return done;
}
