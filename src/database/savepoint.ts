/** Runs a function inside a transaction and undoes its changes, either if it fails or always. */
import { sql } from 'kysely';
import type { DatabaseTransaction } from './connection.ts';

/** Undoes the function's changes if it throws. The transaction goes on. */
export async function inSavepoint<T>(trx: DatabaseTransaction, run: () => Promise<T>): Promise<T> {
  // Savepoints with the same name hide each other; the innermost one counts.
  await sql`savepoint tried`.execute(trx);
  try {
    return await run();
  } catch (error) {
    await sql`rollback to savepoint tried`.execute(trx);
    throw error;
  } finally {
    await sql`release savepoint tried`.execute(trx);
  }
}

/** Always undoes the function's changes, and returns its result. */
export async function takenBack<T>(trx: DatabaseTransaction, run: () => Promise<T>): Promise<T> {
  let undone: { readonly result: T } | undefined;
  try {
    return await inSavepoint(trx, async () => {
      undone = { result: await run() };
      throw undone;
    });
  } catch (error) {
    if (undone && error === undone) return undone.result;
    throw error;
  }
}
