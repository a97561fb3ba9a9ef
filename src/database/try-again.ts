/**
 * Failures after which the same work may run again at once, because its changes were all undone: PostgreSQL has ended one
 * of two transactions that waited for each other, or a prepared statement no longer fits the tables.
 */
import { isNativeError } from 'node:util/types';

/** 40P01: deadlock; 40001: serialisation failure. PostgreSQL documentation, Appendix A. */
const rolledBack: ReadonlySet<string> = new Set(['40P01', '40001']);

/** 0A000: "cached plan must not change result type"; 26000: the prepared statement does not exist (any more). */
const outdated: ReadonlySet<string> = new Set(['0A000', '26000']);

/** The SQLSTATE of an error of PostgreSQL, or the code of a system error; empty for others. */
export const codeOf = (error: unknown): string =>
  isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const isOutdatedStatement = (error: unknown): boolean => outdated.has(codeOf(error));

const attempts = 4;

/** Runs `run` again after one of these failures, at most four times in all. `run` must do its work in one transaction. */
export async function tryAgain<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const again = rolledBack.has(codeOf(error)) || isOutdatedStatement(error);
      if (!again || attempt === attempts) throw error;
    }
  }
}
