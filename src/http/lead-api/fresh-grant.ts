/**
 * Runs a request with what the caches hold. If the guard finds that they were old, runs it again with what the database
 * holds. A refusal is final only after the guard has confirmed the grant that it was made from.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { tryAgain } from '../../database/try-again.ts';
import { retryStale, type StaleGrant } from '../../leads/store/guard.ts';
import { Problem, refuse } from '../../problem/problem.ts';

export interface Attempt<T> {
  /** May throw problems and `StaleGrant`. */
  run(): Promise<T>;
  /** Confirms the grant that `run` used, before the client gets one of its problems. */
  confirm(problem: Problem): Promise<void>;
  /** Forgets all cached values that were used. */
  forget(): void;
}

/** How often a request runs again at once. After that it pauses before each attempt. */
const attemptsAtOnce = 6;

/** Milliseconds for which a request waits while a campaign is being changed, and the pause between two attempts. */
const longestWait = 5_000;
const pauseBetweenAttempts = 50;

/**
 * `begin`: reads token and campaign (from the caches, or again from the database) and returns what to run with them. Throws
 * 503 `unavailable` if the campaign keeps changing before the request can finish.
 */
export async function withFreshGrant<T>(begin: () => Promise<Attempt<T>>): Promise<T> {
  let [attempts, since, begun] = [0, performance.now(), 0];
  let forget: (() => void) | undefined;
  return retryStale(
    async () => {
      attempts += 1;
      forget = undefined;
      const attempt = await begin();
      ({ forget } = attempt);
      begun = performance.now();
      return tryAgain(attempt.run).catch(async (error: unknown) => {
        if (error instanceof Problem) await attempt.confirm(error);
        throw error;
      });
    },
    async (stale) => {
      if (!forget) throw stale;
      forget();
      // A poll that was held for a while was not stale from its start: only attempts that fail soon are counted.
      if (performance.now() - begun > 1_000) [attempts, since] = [0, performance.now()];
      if (attempts >= attemptsAtOnce) await pauseOrGiveUp(stale, since);
    },
  );
}

/**
 * Runs a handler of the Management API again while its campaign is being changed, such as when key columns are filled. Throws
 * 503 `unavailable` if that takes too long.
 */
export async function retryWhileCampaignChanges<T>(run: () => Promise<T>): Promise<T> {
  const since = performance.now();
  return retryStale(
    () => tryAgain(run),
    (stale) => pauseOrGiveUp(stale, since),
  );
}

async function pauseOrGiveUp(stale: StaleGrant, since: number): Promise<void> {
  if (performance.now() - since > longestWait)
    throw refuse('unavailable', 'The campaign is being changed at the moment. Nothing was done.', {
      headers: { 'Retry-After': '1' },
      cause: stale,
    });
  await sleep(pauseBetweenAttempts);
}
