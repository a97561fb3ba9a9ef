/**
 * How many wrong passwords are judged: ten for an e-mail address, fifty from a client's address, in a quarter of an
 * hour; then 429. An address that no member has is counted alike, so the limit tells nothing of who exists.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../problem/problem.ts';

export interface SignInLimits {
  /** Counts one attempt. Throws 429 `rate_limited` with `Retry-After`. */
  take(email: string, address: string | null): Promise<void>;
  /** The password was right: the attempts before it no longer count. */
  forget(email: string, address: string | null): Promise<void>;
}

const duration = 15 * 60;

/** Counted in this process: with several, each judges as many. */
export function createSignInLimits({ perEmail = 10, perAddress = 50 } = {}): SignInLimits {
  const emails = new RateLimiterMemory({ points: perEmail, duration });
  const addresses = new RateLimiterMemory({ points: perAddress, duration });
  const keyOf = (email: string) => email.trim().toLowerCase();
  return {
    async take(email, address) {
      // The address first: one client can then not fill the memory with e-mail addresses.
      await consume(addresses, networkOf(address));
      await consume(emails, keyOf(email));
    },
    async forget(email, address) {
      await emails.delete(keyOf(email));
      await addresses.reward(networkOf(address), 1);
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
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

/** A client of IPv6 commonly has a whole /64 to choose addresses from. */
function networkOf(address: string | null): string {
  if (!address?.includes(':') || address.startsWith('::')) return address ?? 'unknown';
  return address.split(':').slice(0, 4).join(':');
}
