/**
 * Long work in pieces, between which other requests get their turn. In each round of the event loop some milliseconds of it are
 * done, however many requests have some and however many steps a request has: else the pieces of twenty would make one long
 * wait again.
 */

/**
 * Milliseconds of such work in a round. A request takes three rounds or four: it arrives, the database answers, and it is
 * answered. Each may come behind such work.
 */
const longest = 2;

const waiting: (() => void)[] = [];

/** When the work of this round began; `undefined` until there is some. */
let began: number | undefined;
const nextRound = () => {
  began = undefined;
};

function beginning(): number {
  if (began === undefined) {
    began = performance.now();
    setImmediate(nextRound);
  }
  return began;
}

function next(): void {
  began = undefined;
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
  /** Whether this round has had enough of such work. */
  isOver(): boolean;
  /** Lets others go ahead. */
  pass(): Promise<void>;
}

/** `spend` is told the milliseconds of each piece that ends with a pass. */
export function createTurns(spend?: (ms: number) => void): Turns {
  let since = performance.now();
  return {
    isOver: () => performance.now() - beginning() > longest,
    async pass() {
      // What came before this round was no work of this piece: it may have waited for the database.
      spend?.(performance.now() - Math.max(since, beginning()));
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
