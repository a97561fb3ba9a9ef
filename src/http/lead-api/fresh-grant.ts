/**
 * Runs a request under what the caches hold, and again under what the database holds when the guard tells that the caches
 * were old. A refusal is final only once the guard has confirmed the grant that it was made from.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { tryAgain } from '../../database/try-again.ts';
import { retryStale, type StaleGrant } from '../../leads/store/guard.ts';
import { Problem, refuse } from '../../problem/problem.ts';

export interface Attempt<T> {
  /** May throw problems and `StaleGrant`. */
  run(): Promise<T>;
  /** Confirms the grant that `run` used, before one of its problems is told. */
  confirm(problem: Problem): Promise<void>;
  /** Forgets everything that was cached and used. */
  forget(): void;
}

/** How often a request is run again at once; then it waits a little each time. */
const atOnce = 6;

/** Milliseconds for which a request waits for a campaign that is being changed, and between two looks. */
const patience = 5_000;
const betweenLooks = 50;

/**
 * `begin`: reads token and campaign (from the caches, or anew) and says what is to be run under them. Throws 503 `unavailable`
 * when the campaign is changed for too long, each time before the request is through.
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
      // A poll that was held for a while was not stale from its start: only attempts that fail soon count.
      if (performance.now() - begun > 1_000) [attempts, since] = [0, performance.now()];
      if (attempts >= atOnce) await rest(stale, since);
    },
  );
}

/**
 * Runs a handler of the Management API again while the campaign that it reads is being changed, such as when its key columns
 * are filled. Throws 503 `unavailable` when that goes on for too long.
 */
export async function whileCampaignRests<T>(run: () => Promise<T>): Promise<T> {
  const since = performance.now();
  return retryStale(
    () => tryAgain(run),
    (stale) => rest(stale, since),
  );
}

async function rest(stale: StaleGrant, since: number): Promise<void> {
  if (performance.now() - since > patience)
    throw refuse('unavailable', 'The campaign is being changed at the moment. Nothing was done.', {
      headers: { 'Retry-After': '1' },
      cause: stale,
    });
  await sleep(betweenLooks);
}
