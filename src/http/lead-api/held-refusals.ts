/**
 * Slows down whoever is refused again and again. A client that sends at once what was refused with 429 makes more refusals a
 * second than the process has time for, and other vendors wait; a body that is refused with 413 costs more still, because it
 * is unpacked and looked through first. So each token and each address gets so many refusals at once; each further one is
 * held for a second, which is what the `Retry-After` of a 429 asks for at least, and they are answered one after the other.
 */

import type { ErrorRequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { networkOf } from '../../limits/network.ts';
import { Problem } from '../../problem/problem.ts';
import { stateOf } from '../request-state.ts';

/** Refusals that are held, by status, and for how many each counts: a body costs more than a line. */
const costs: Readonly<Record<number, number>> = { 413: 10, 429: 1 };

/** Refusals of one token or address in a second that are answered at once. */
const atOnce = 20;
/** Milliseconds for which a refusal is held at least and at most, and between two that were held, so that they do not come back as a wave. */
const holdMs = 1_000;
const longestHoldMs = 10_000;
const spacingMs = 10;

interface Refusals {
  /** Answered at once in the second that began at `since` (milliseconds of `performance.now()`). */
  answered: number;
  since: number;
  /** When the last of those that are held is answered. */
  until: number;
}

export function holdRefusals(): ErrorRequestHandler {
  const lanes = new LRUCache<string, Refusals>({ max: 10_000 });

  return (error, req, res, next) => {
    const cost = error instanceof Problem ? costs[error.status] : undefined;
    if (cost === undefined) return next(error);
    const id = laneOf(res, req.ip);
    const lane = lanes.get(id) ?? { answered: 0, since: 0, until: 0 };
    lanes.set(id, lane);
    const now = performance.now();
    if (now - lane.since >= holdMs) Object.assign(lane, { answered: 0, since: now });
    lane.answered += cost;
    const until = Math.max(now + holdMs, lane.until + cost * spacingMs);
    if (lane.answered <= atOnce || until > now + longestHoldMs) return next(error);
    lane.until = until;
    const answer = () => {
      clearTimeout(timer);
      res.off('close', answer);
      next(error);
    };
    const timer = setTimeout(answer, until - now);
    res.once('close', answer);
  };
}

function laneOf(res: Response, address: string | undefined): string {
  const token = stateOf(res).token;
  return token ? `token ${token.id}` : networkOf(address);
}
