/** Several statements as one. */
import type { LeadDatabase, LeadTransaction } from './tables.ts';

/** In the transaction that there is already, or in one of their own. */
export function inTransaction<T>(db: LeadDatabase, run: (trx: LeadTransaction) => Promise<T>): Promise<T> {
  return db.isTransaction ? run(db as LeadTransaction) : db.transaction().execute(run);
}

/** In a transaction of their own, which stays only if `run` says so; its result is given either way. */
export async function inTrial<T>(
  db: LeadDatabase,
  run: (trx: LeadTransaction) => Promise<{ readonly result: T; readonly stays: boolean }>,
): Promise<T> {
  let undone: { readonly result: T } | undefined;
  try {
    return await db.transaction().execute(async (trx) => {
      const { result, stays } = await run(trx);
      if (stays) return result;
      undone = { result };
      throw undone;
    });
  } catch (error) {
    if (undone && error === undone) return undone.result;
    throw error;
  }
}

const rehearsals = new WeakSet<LeadDatabase>();

/** All that `run` does, and then none of it. Statements may ask whether they are only tried. */
export const inRehearsal = <T>(db: LeadDatabase, run: (trx: LeadTransaction) => Promise<T>): Promise<T> =>
  inTrial(db, async (trx) => {
    rehearsals.add(trx);
    return { result: await run(trx), stays: false };
  });

export const isRehearsal = (db: LeadDatabase): boolean => rehearsals.has(db);
