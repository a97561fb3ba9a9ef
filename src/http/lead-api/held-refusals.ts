/**
 * Slows down clients that are refused again and again. A client that repeats a request at once after a 429 causes more
 * refusals per second than the process can handle, and other vendors wait. A body refused with 413 costs even more, because
 * it is unpacked and scanned first. So each token and each address gets a number of refusals at once. Every further refusal
 * is held for at least a second, the minimum `Retry-After` of a 429, and held refusals are sent one after the other.
 */

import type { ErrorRequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { networkOf } from '../../limits/network.ts';
import { Problem } from '../../problem/problem.ts';
import { stateOf } from '../request-state.ts';

/**
 * The statuses of refusals that may be held, and how many refusals each counts as: a refused body costs more than a refused
 * line.
 */
const costs: Readonly<Record<number, number>> = { 413: 10, 429: 1 };

/** Refusals of one token or address that are sent at once, in each second. */
const refusalsAtOnce = 20;
/**
 * Milliseconds: the shortest and the longest hold, and the gap between two held refusals, which keeps clients from returning
 * as a wave.
 */
const holdMs = 1_000;
const longestHoldMs = 10_000;
const spacingMs = 10;

interface Refusals {
  /** Refusals sent at once in the second that began at `since` (milliseconds of `performance.now()`). */
  answered: number;
  since: number;
  /** When the last held refusal will be sent. */
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
    if (lane.answered <= refusalsAtOnce || until > now + longestHoldMs) return next(error);
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
