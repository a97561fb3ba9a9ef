/**
 * Runs a request under what the caches hold, and again under what the database holds when the guard tells that the caches
 * were old. A refusal is final only once the guard has confirmed the grant that it was made from.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { tryAgain } from '../database/try-again.ts';
import { StaleGrant } from '../leads/store/guard.ts';
import { Problem, refuse } from '../problem/problem.ts';

export interface Attempt<T> {
  /** May throw problems and `StaleGrant`. */
  run(): Promise<T>;
  /** Confirms the grant that `run` used, before one of its problems is told. */
  confirm(problem: Problem): Promise<void>;
  /** Forgets everything that was cached and used. */
  forget(): void;
}

const tries = 6;

/** `begin`: reads token and campaign (from the caches, or anew) and says what is to be run under them. */
export async function withFreshGrant<T>(begin: () => Promise<Attempt<T>>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const { run, confirm, forget } = await begin();
    const begun = performance.now();
    try {
      return await tryAgain(run).catch(async (error: unknown) => {
        if (error instanceof Problem) await confirm(error);
        throw error;
      });
    } catch (error) {
      if (!(error instanceof StaleGrant) || attempt === tries) throw error;
      forget();
      // A poll that was held for a while was not stale from its start: only what follows on itself counts.
      if (performance.now() - begun > 1_000) attempt = 0;
    }
  }
}

/** Milliseconds for which a member's request waits for a campaign that is being changed, and between two looks. */
const memberPatience = 5_000;
const betweenLooks = 50;

/**
 * Runs a handler of the Management API again while the campaign that it reads is being changed, such as when its key columns
 * are filled. Throws 503 `unavailable` when that goes on for too long.
 */
export async function whileCampaignRests<T>(run: () => Promise<T>): Promise<T> {
  const until = performance.now() + memberPatience;
  for (;;) {
    try {
      return await tryAgain(run);
    } catch (error) {
      if (!(error instanceof StaleGrant)) throw error;
      if (performance.now() > until)
        throw refuse('unavailable', 'The campaign is being changed at the moment. Nothing was done.', {
          headers: { 'Retry-After': '1' },
          cause: error,
        });
      await sleep(betweenLooks);
    }
  }
}
