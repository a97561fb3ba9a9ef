/**
 * Runs a request under what the caches hold, and again under what the database holds when the guard tells that the caches
 * were old. A refusal is final only once the guard has confirmed the grant that it was made from.
 */
import { tryAgain } from '../database/try-again.ts';
import { StaleGrant } from '../leads/store/guard.ts';
import { Problem } from '../problem/problem.ts';

export interface Attempt<T> {
  /** May throw problems and `StaleGrant`. */
  run(): Promise<T>;
  /** Confirms the grant that `run` used, before one of its problems is told. */
  confirm(): Promise<void>;
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
        if (error instanceof Problem) await confirm();
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
