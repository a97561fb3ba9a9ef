/**
 * How many wrong passwords are judged: ten for a member, fifty from a client's address, in a quarter of an
 * hour; then 429. An address that no member has is counted alike, so the limit tells nothing of who exists. Counted in
 * the database, for all processes; each counts by itself while the database is away.
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
   * Counts one attempt from the client's address. First of all: one client can then not fill the table with others. Throws
   * 429 `rate_limited` with `Retry-After`, as `takeMember` does.
   */
  takeAddress(address: string | null): Promise<void>;
  /** Counts one attempt to be somebody: the ids of the members who are meant, or an e-mail address that nobody has. */
  takeMember(who: string): Promise<void>;
  /** The password was right: the attempts before it no longer count. */
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
      // Rows are removed with those of the other limits.
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

/** Of one length, and nobody's e-mail address stands in the table. */
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
