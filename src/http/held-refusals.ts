/**
 * Slows down whoever is refused again and again. A client that sends at once what was refused with 429 makes more refusals a
 * second than the process has time for, and other vendors wait. So each token and each address gets so many refusals at
 * once; each further one is held for a second, which is what `Retry-After` asks for at least.
 */
import type { ErrorRequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { PresentedToken } from '../access/tokens.ts';
import { networkOf } from '../limits/network.ts';
import { others } from '../operation/turns.ts';
import { Problem } from '../problem/problem.ts';

/** Refusals of one token or address in a second that are answered at once, and those that are held at the same time at most. */
const atOnce = 20;
const mostHeld = 1_000;
const holdMs = 1_000;

interface Refusals {
  /** Answered at once in the second that began at `since` (milliseconds of `performance.now()`). */
  answered: number;
  since: number;
  held: number;
}

export function holdRefusals(): ErrorRequestHandler {
  const lanes = new LRUCache<string, Refusals>({ max: 10_000 });

  return (error, req, res, next) => {
    if (!(error instanceof Problem) || error.status !== 429) return next(error);
    const id = laneOf(res, req.ip);
    const lane = lanes.get(id) ?? { answered: 0, since: 0, held: 0 };
    lanes.set(id, lane);
    const now = performance.now();
    if (now - lane.since >= holdMs) Object.assign(lane, { answered: 0, since: now });
    lane.answered += 1;
    if (lane.answered <= atOnce || lane.held >= mostHeld) return next(error);
    lane.held += 1;
    const answer = () => {
      clearTimeout(timer);
      res.off('close', answer);
      lane.held -= 1;
      next(error);
    };
    // Those that came together are not answered together: that would be one long wait for everybody.
    const timer = setTimeout(() => others().then(() => !res.closed && answer()), holdMs);
    res.once('close', answer);
  };
}

function laneOf(res: Response, address: string | undefined): string {
  const token = res.locals.token as PresentedToken | undefined;
  return token ? `token ${token.id}` : networkOf(address);
}
