/**
 * The limits of requests: each request is counted once, the response states the limits in `RateLimit-Policy` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers), and a request over a limit is refused with 429 `rate_limited` and `Retry-After`.
 */

import type { Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { PresentedToken } from '../../access/tokens.ts';
import type { Quota } from '../../limits/bucket.ts';
import type { Limiter, Taken } from '../../limits/limiter.ts';
import { networkOf } from '../../limits/network.ts';
import { limitOf, type PerMinute, perMinute } from '../../limits/per-minute.ts';
import type { WriteAllowance } from '../../limits/write-allowance.ts';
import { type Problem, refuse } from '../../problem/problem.ts';
import { headerOf, removeHeader, setHeader } from '../gathered-headers.ts';
import { type Paid, stateOf } from '../request-state.ts';

const seconds = 60;

export interface RateLimits {
  /** Counts the request, and sets the headers of its response. Returns the problem if the token is over its limit. */
  count(token: PresentedToken, res: Response): Promise<Problem | undefined>;
  /** Counts a request without a valid token. Returns `problem`, or 429 if the address sent too many. */
  countBadToken(problem: Problem, address: string | undefined, res: Response, count?: 0 | 1): Promise<Problem>;
  /** Counts a page that is read, or a body that is checked. Throws 429. */
  countOf(what: 'pages' | 'checks', address: string | undefined, res: Response): Promise<void>;
  /** Whether the address has used up its bad tokens in this minute. */
  sendsBadTokens(address: string | undefined): boolean;
  writesOf(token: PresentedToken, res: Response): WriteAllowance;
}

export function createRateLimits(limiter: Limiter, defaults: PerMinute = perMinute): RateLimits {
  /** Addresses that have used up their bad tokens, each with the end of its window in milliseconds since the epoch. */
  const refusedUntil = new LRUCache<string, number>({ max: 10_000 });

  const quotaOf = (token: PresentedToken, what: 'requests' | 'writes'): Quota | undefined => {
    const limit = limitOf(token, what, defaults);
    return limit === undefined ? undefined : { key: `${token.id} ${what}`, limit, seconds };
  };

  return {
    async count(token, res) {
      const requests = quotaOf(token, 'requests');
      const writes = token.permission === 'read_write' ? quotaOf(token, 'writes') : undefined;
      const policies = [requests && policy('requests', requests), writes && policy('writes', writes)];
      const header = policies.filter((each) => each !== undefined).join(', ');
      if (header !== '') setHeader(res, 'RateLimit-Policy', header);
      else removeHeader(res, 'RateLimit-Policy');
      const before = stateOf(res).counted;
      // The request runs again, with a new grant. It still counts as one request, but the limit may have changed.
      if (before || !requests) {
        removeHeader(res, 'RateLimit');
        if (before && requests) setHeader(res, 'RateLimit', item('requests', within(requests, before)));
        return undefined;
      }
      const pending = limiter.take(requests);
      const taken = pending instanceof Promise ? await pending : pending;
      setHeader(res, 'RateLimit', item('requests', taken));
      if (!taken.admitted)
        return overLimit(taken, `This token may make ${requests.limit} requests a minute, and has made them.`);
      stateOf(res).counted = taken;
      return undefined;
    },

    async countBadToken(problem, address, res, count = 1) {
      const quota = { key: `bad tokens ${networkOf(address)}`, limit: defaults.badTokens, seconds };
      const taken = await limiter.take(quota, count);
      setHeader(res, 'RateLimit-Policy', policy('bad-tokens', quota));
      setHeader(res, 'RateLimit', item('bad-tokens', taken));
      if (taken.admitted) return problem;
      refusedUntil.set(networkOf(address), taken.ends);
      return overLimit(taken, `Your address has sent ${quota.limit} requests without a valid token in a minute.`);
    },

    async countOf(what, address, res) {
      const quota = { key: `${what} ${networkOf(address)}`, limit: defaults[what], seconds };
      const taken = await limiter.take(quota);
      setHeader(res, 'RateLimit-Policy', policy(what, quota));
      setHeader(res, 'RateLimit', item(what, taken));
      if (taken.admitted) return;
      const may = what === 'checks' ? `have ${quota.limit} bodies checked` : `read ${quota.limit} pages`;
      throw overLimit(taken, `Your address may ${may} a minute.`);
    },

    sendsBadTokens: (address) => (refusedUntil.get(networkOf(address)) ?? 0) > Date.now(),

    writesOf(token, res) {
      const quota = quotaOf(token, 'writes');
      return {
        async spend(total) {
          const before = paidBy(res);
          // A payment under another limit is given back, and paid again under the current one.
          if (before.quota && before.quota.limit !== quota?.limit) {
            limiter.giveBack(before.quota, before.count, before.ends);
            stateOf(res).paid = undefined;
          }
          const due = total - paidBy(res).count;
          if (!quota || due <= 0) return;
          const taken = await limiter.take(quota, due);
          addItem(res, item('writes', taken));
          if (taken.admitted) stateOf(res).paid = { quota, count: total, ends: taken.ends };
          else if (due > quota.limit)
            throw overLimit(taken, `This token may write ${quota.limit} leads a minute, and the request has ${due}.`);
          else
            throw overLimit(
              taken,
              `This token may write ${quota.limit} leads a minute: ${taken.remaining} are left, and the request has ${due}.`,
            );
        },
        giveBack(count) {
          const paid = paidBy(res);
          if (!quota || paid.count === 0) return;
          limiter.giveBack(quota, Math.min(count, paid.count), paid.ends);
          stateOf(res).paid = { ...paid, count: Math.max(0, paid.count - count) };
        },
      };
    },
  };
}

const paidBy = (res: Response): Paid => stateOf(res).paid ?? { quota: undefined, count: 0, ends: 0 };

const policy = (name: string, { limit }: Quota): string => `"${name}";q=${limit};w=${seconds}`;

/** If the limit was lowered, no more than the new limit is left. */
const within = ({ limit }: Quota, taken: Taken): Taken => ({ ...taken, remaining: Math.min(taken.remaining, limit) });

const item = (name: string, { remaining, resets }: Taken): string => `"${name}";r=${remaining};t=${resets}`;

/** Adds the item for writes to `RateLimit`, and replaces an older one. */
function addItem(res: Response, added: string): void {
  const requests = headerOf(res, 'RateLimit')
    .split(', ')
    .find((each) => each.startsWith('"requests"'));
  setHeader(res, 'RateLimit', requests === undefined ? added : `${requests}, ${added}`);
}

function overLimit({ resets }: Taken, why: string): Problem {
  return refuse('rate_limited', `${why} Try again in ${resets} seconds.`, {
    headers: { 'Retry-After': String(resets) },
  });
}
