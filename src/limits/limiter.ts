/**
 * Limits that hold across processes without a round trip for each request. A process takes shares of a quota's window in the
 * background and ahead of need, all quotas in one statement and never more than one statement at a time. It never fails: if
 * the database does not answer in time, each process counts by itself.
 */
import { LRUCache } from 'lru-cache';
import { type Bucket, decide, held, inHand, newBucket, type Quota, remaining, roll, runsLow } from './bucket.ts';
import type { Ask, AskForShares, Share } from './shares.ts';

export interface Taken {
  readonly admitted: boolean;
  /**
   * The units that all processes together may still spend in this window, as far as this process knows, and the seconds until
   * its end.
   */
  readonly remaining: number;
  readonly resets: number;
  /** Identifies the window, for `giveBack`. */
  readonly ends: number;
}

export interface Limiter {
  /** Spends `count` units, or nothing. Usually returns at once, and a promise only if the database has to be asked. */
  take(quota: Quota, count?: number): Taken | Promise<Taken>;
  /** Gives back units that were taken but not used. */
  giveBack(quota: Quota, count: number, ends: number): void;
  /** Lets the last statement end. From then on this process counts by itself. */
  stop(): Promise<void>;
}

interface Options {
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** How long a request waits for the database, and how long the database is left alone after a failure. */
  readonly answerWithinMs?: number;
  readonly pauseMs?: number;
  /** Called once when the database stops answering, and each process starts to count by itself. */
  readonly onFailure?: (error: unknown) => void;
  /** Quotas to remember. The least recently used one is forgotten first. */
  readonly max?: number;
}

/** The next statement's question: for each bucket, the smallest and the sum of the units that requests wait for. */
interface Round {
  readonly waiting: Map<Bucket, { needed: number; wanted: number }>;
  /** Resolves when the statement was answered, failed, or took too long. */
  readonly over: Promise<void>;
  readonly end: () => void;
}

const bucketsPerStatement = 1_000;

export function createLimiter(ask: AskForShares, options: Options = {}): Limiter {
  const { now = Date.now, answerWithinMs = 200, pauseMs = 1_000, max = 20_000, onFailure = () => undefined } = options;
  const buckets = new LRUCache<string, Bucket>({ max });
  let next: Round | undefined;
  let running: Promise<void> | undefined;
  let alone = false;
  let stopped = false;
  let resume: (() => void) | undefined;
  /** How far the database's clock is ahead of this process's clock. */
  let ahead = 0;

  const bucketOf = (quota: Quota): Bucket => {
    let bucket = buckets.get(quota.key);
    if (!bucket) {
      bucket = newBucket(quota);
      buckets.set(quota.key, bucket);
    }
    bucket.limit = quota.limit;
    refresh(bucket);
    return bucket;
  };

  const refresh = (bucket: Bucket): void => {
    const at = now() + ahead;
    const window = bucket.seconds * 1_000;
    // If the clock was set back, a new window starts too, instead of waiting for one that is far away.
    if (at >= bucket.ends || bucket.ends - at > window) roll(bucket, (Math.floor(at / window) + 1) * window);
  };

  const taken = (bucket: Bucket, admitted: boolean): Taken => ({
    admitted,
    remaining: remaining(bucket),
    resets: Math.max(1, Math.ceil((bucket.ends - now() - ahead) / 1_000)),
    ends: bucket.ends,
  });

  const conclude = (bucket: Bucket, count: number, verdict: 'admit' | 'refuse'): Taken => {
    if (verdict === 'admit') bucket.spent += count;
    if (!bucket.asking && runsLow(bucket)) join(bucket, 0);
    return taken(bucket, verdict === 'admit');
  };

  /** Adds a bucket to the next statement. With a `count` of 0, nobody waits for it. */
  const join = (bucket: Bucket, count: number): Promise<void> => {
    if (stopped) return Promise.resolve();
    next ??= newRound(answerWithinMs, () => {
      alone = true;
    });
    const known = next.waiting.get(bucket);
    if (count === 0) next.waiting.set(bucket, known ?? { needed: 0, wanted: 0 });
    else {
      const needed = known && known.needed > 0 ? Math.min(known.needed, count) : count;
      next.waiting.set(bucket, { needed, wanted: (known?.wanted ?? 0) + count });
    }
    bucket.asking = true;
    const { over } = next;
    // Not at once, so that the other low buckets of this turn of the event loop share the statement.
    running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(runAll);
    return over;
  };

  const runAll = async () => {
    while (next && !stopped) {
      const round = next;
      next = undefined;
      const failed = await runRound(round);
      round.end();
      if (failed) await pause();
      // Units spent meanwhile without asking are a debt. Settle it now, because no further request may come.
      for (const bucket of round.waiting.keys()) if (held(bucket) < 0 && !bucket.asking) join(bucket, 0);
    }
    running = undefined;
  };

  const pause = () =>
    new Promise<void>((resolve) => {
      resume = resolve;
      setTimeout(resolve, pauseMs).unref();
    });

  const runRound = async ({ waiting }: Round): Promise<boolean> => {
    // Debts of a window that has ended do not count, and must not be charged to the next window.
    for (const bucket of waiting.keys()) refresh(bucket);
    const all = [...waiting].filter(([bucket, { wanted }]) => wanted > 0 || isOfInterest(bucket));
    try {
      for (let i = 0; i < all.length; i += bucketsPerStatement) {
        const sent = all
          .slice(i, i + bucketsPerStatement)
          .map(([bucket, wish]) => ({ bucket, ...toAsk(bucket, wish) }));
        const askedAt = now();
        const shares = await ask(sent.map((each) => each.ask));
        const answeredAt = now();
        const byKey = new Map(shares.map((share) => [share.key, share]));
        const [any] = shares;
        // The database read its clock somewhere between these two times. The correction is as small as that allows.
        if (any) ahead = Math.min(Math.max(ahead, any.now - answeredAt), any.now - askedAt);
        for (const { bucket, ask, ends } of sent) receive(bucket, ask, ends, byKey.get(ask.key));
      }
      alone = false;
      return false;
    } catch (error) {
      // Any error: a limit is no reason to fail a request.
      if (!alone) onFailure(error);
      alone = true;
      return true;
    } finally {
      for (const bucket of waiting.keys()) bucket.asking = next?.waiting.has(bucket) ?? false;
    }
  };

  const wait = async (quota: Quota, count: number): Promise<Taken> => {
    for (let tries = 0; tries < 3; tries += 1) {
      await join(bucketOf(quota), count);
      const bucket = bucketOf(quota);
      const verdict = decide(bucket, count, alone || stopped);
      if (verdict !== 'ask') return conclude(bucket, count, verdict);
    }
    const bucket = bucketOf(quota);
    return conclude(bucket, count, decide(bucket, count, true) === 'admit' ? 'admit' : 'refuse');
  };

  return {
    take(quota, count = 1) {
      const bucket = bucketOf(quota);
      const verdict = decide(bucket, count, alone || stopped);
      return verdict === 'ask' ? wait(quota, count) : conclude(bucket, count, verdict);
    },
    giveBack(quota, count, ends) {
      const bucket = buckets.peek(quota.key);
      if (bucket?.ends !== ends) return;
      bucket.spent -= count;
      if (!bucket.asking && held(bucket) > inHand(bucket)) join(bucket, 0);
    },
    async stop() {
      stopped = true;
      resume?.();
      next?.end();
      await running?.catch(() => undefined);
    },
  };
}

function newRound(answerWithinMs: number, onLate: () => void): Round {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    onLate();
    resolve();
  }, answerWithinMs);
  timer.unref();
  const end = () => {
    clearTimeout(timer);
    resolve();
  };
  return { waiting: new Map(), over: promise, end };
}

/** Whether a bucket without waiting requests needs the statement. */
const isOfInterest = (bucket: Bucket): boolean => runsLow(bucket) || held(bucket) > inHand(bucket);

/** The part of a statement for a bucket: what it owes or gives back, and what its requests need beyond the units held. */
function toAsk(bucket: Bucket, { needed, wanted }: { needed: number; wanted: number }): { ask: Ask; ends: number } {
  const { key, limit: quota, seconds, heard, ends } = bucket;
  const left = held(bucket);
  // Units beyond what would be given ahead of need, for example after a large batch was refused. Other processes may need
  // them.
  const surplus = wanted === 0 ? Math.max(0, left - inHand(bucket)) : 0;
  bucket.granted -= surplus;
  const beyond = (count: number) => Math.max(0, count - Math.max(0, left));
  const settle = left < 0 ? -left : -surplus;
  return {
    ask: { key, quota, seconds, settle, needed: beyond(needed), wanted: beyond(wanted), first: !heard },
    ends,
  };
}

function receive(bucket: Bucket, { settle }: Ask, askedIn: number, share: Share | undefined): void {
  // Units of a window that has ended meanwhile are worth nothing.
  if (!share || share.ends < bucket.ends) return;
  if (share.ends > bucket.ends) roll(bucket, share.ends);
  else if (askedIn === bucket.ends) bucket.granted += Math.max(0, settle);
  bucket.granted += share.granted;
  bucket.taken = share.taken;
  bucket.askers = share.askers;
  bucket.heard = true;
}
