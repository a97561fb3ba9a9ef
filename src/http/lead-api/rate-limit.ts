/**
 * How a request of the Lead API meets its limits: counted once, told in `RateLimit-Policy` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers), and refused with 429 `rate_limited` and `Retry-After` when one is used up.
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
import { stateOf } from '../request-state.ts';

const seconds = 60;

export interface RateLimits {
  /** Counts the request, and sets the fields of its answer. Gives the problem when the token is over its limit. */
  count(token: PresentedToken, res: Response): Promise<Problem | undefined>;
  /** Counts a request that has no valid token: `problem`, or 429 in its place. */
  countBadToken(problem: Problem, address: string | undefined, res: Response, count?: 0 | 1): Promise<Problem>;
  /** Counts a page that is read, or a body that is checked. Throws 429. */
  countOf(what: 'pages' | 'checks', address: string | undefined, res: Response): Promise<void>;
  /** Whether the address has sent so many bad tokens in this minute that it is refused for them. */
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
      const told = policies.filter((each) => each !== undefined).join(', ');
      if (told !== '') res.setHeader('RateLimit-Policy', told);
      else res.removeHeader('RateLimit-Policy');
      const before = stateOf(res).counted;
      // Run anew under a grant that was read again: it is still one request, and the limit may be another.
      if (before || !requests) {
        res.removeHeader('RateLimit');
        if (before && requests) res.setHeader('RateLimit', item('requests', within(requests, before)));
        return undefined;
      }
      const pending = limiter.take(requests);
      const taken = pending instanceof Promise ? await pending : pending;
      res.setHeader('RateLimit', item('requests', taken));
      if (!taken.admitted)
        return overLimit(taken, `This token may make ${requests.limit} requests a minute, and has made them.`);
      stateOf(res).counted = taken;
      return undefined;
    },

    async countBadToken(problem, address, res, count = 1) {
      const quota = { key: `bad tokens ${networkOf(address)}`, limit: defaults.badTokens, seconds };
      const taken = await limiter.take(quota, count);
      res.setHeader('RateLimit-Policy', policy('bad-tokens', quota));
      res.setHeader('RateLimit', item('bad-tokens', taken));
      if (taken.admitted) return problem;
      refusedUntil.set(networkOf(address), taken.ends);
      return overLimit(taken, `Your address has sent ${quota.limit} requests without a valid token in a minute.`);
    },

    async countOf(what, address, res) {
      const quota = { key: `${what} ${networkOf(address)}`, limit: defaults[what], seconds };
      const taken = await limiter.take(quota);
      res.setHeader('RateLimit-Policy', policy(what, quota));
      res.setHeader('RateLimit', item(what, taken));
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
          // What was paid under another limit is paid again under this one.
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
              `This token may write ${quota.limit} leads a minute: of those ${taken.remaining} are left, and the request has ${due}.`,
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

export interface Paid {
  /** Under which it was paid; `undefined` where nothing was. */
  readonly quota: Quota | undefined;
  readonly count: number;
  /** Names the window that it was paid in. */
  readonly ends: number;
}

const paidBy = (res: Response): Paid => stateOf(res).paid ?? { quota: undefined, count: 0, ends: 0 };

const policy = (name: string, { limit }: Quota): string => `"${name}";q=${limit};w=${seconds}`;

/** No more is left of a limit than it is. */
const within = ({ limit }: Quota, taken: Taken): Taken => ({ ...taken, remaining: Math.min(taken.remaining, limit) });

const item = (name: string, { remaining, resets }: Taken): string => `"${name}";r=${remaining};t=${resets}`;

/** Adds what is told of the writes to what is told of the requests, or in place of what was told before. */
function addItem(res: Response, added: string): void {
  const requests = String(res.getHeader('RateLimit') ?? '')
    .split(', ')
    .find((each) => each.startsWith('"requests"'));
  res.setHeader('RateLimit', requests === undefined ? added : `${requests}, ${added}`);
}

function overLimit({ resets }: Taken, why: string): Problem {
  return refuse('rate_limited', `${why} Try again in ${resets} seconds.`, {
    headers: { 'Retry-After': String(resets) },
  });
}
