/**
 * Long work in pieces, between which other requests get their turn. All such work together gets only a few milliseconds in
 * each round of the event loop, however many requests do it and however many steps a request has. Otherwise the pieces of
 * twenty requests would add up to one long wait again.
 */

/**
 * Milliseconds of such work in a round. A request takes three or four rounds: it arrives, the database answers, the response
 * is sent. Each round may come after such work.
 */
const longest = 2;

const waiting: (() => void)[] = [];

/** When the work of this round began; `undefined` before it starts. */
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

/** Resolves after everything else that was due, when it is the caller's turn. */
export function others(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(next);
  });
}

/** The pieces of one request's work. */
export interface Turns {
  /** Whether the time for such work in this round is used up. */
  isOver(): boolean;
  /** Lets others go ahead. */
  pass(): Promise<void>;
}

/** `spend` is called with the milliseconds of each piece, when the piece ends with a pass. */
export function createTurns(spend?: (ms: number) => void): Turns {
  let since = performance.now();
  return {
    isOver: () => performance.now() - beginning() > longest,
    async pass() {
      // Time before this round does not count as work, because the piece may have waited for the database.
      spend?.(performance.now() - Math.max(since, beginning()));
      await others();
      since = performance.now();
    },
  };
}

/** Runs `work` for each entry, in order. Lets others go ahead if it takes long. */
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
