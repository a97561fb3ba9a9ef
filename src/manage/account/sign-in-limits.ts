/**
 * Limits wrong passwords: ten for a member and fifty from a client's address in a quarter of an hour, then 429. Attempts for
 * unknown e-mail addresses count in the same way, so the limit does not reveal who is a member. Counted in the database, for
 * all processes. While the database is unavailable, each process counts by itself.
 */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { networkOf } from '../../limits/network.ts';
import { refuse } from '../../problem/problem.ts';

export interface SignInLimits {
  /**
   * Counts one attempt from the client's address. Call it first, so that one client cannot fill the table with other keys.
   * Throws 429 `rate_limited` with `Retry-After`, as `takeMember` does.
   */
  takeAddress(address: string | null): Promise<void>;
  /** Counts one attempt for `who`: the ids of the matching members, or an e-mail address that no member has. */
  takeMember(who: string): Promise<void>;
  /** After a correct password: earlier attempts no longer count. */
  forget(who: string | null, address: string | null): Promise<void>;
}

const duration = 15 * 60;

export function createSignInLimits(pool: Pool, { perMember = 10, perAddress = 50 } = {}): SignInLimits {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'sign_in_attempts',
      tableCreated: true,
      // The background removes expired rows, together with those of the other limits.
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
    });
  const members = limiter('member', perMember);
  const addresses = limiter('address', perAddress);
  return {
    takeAddress: (address) => consume(addresses, networkOf(address)),
    takeMember: (who) => consume(members, keyOf(who)),
    async forget(who, address) {
      if (who !== null) await members.delete(keyOf(who));
      await addresses.reward(networkOf(address), 1);
    },
  };
}

/** A key of fixed length, so that no e-mail address stands in the table. */
const keyOf = (who: string): string => createHash('sha256').update(who.trim().toLowerCase()).digest('base64url');

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1_000));
    throw refuse('rate_limited', `Too many attempts to sign in. Try again in ${seconds} seconds.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  }
}
