/** Something that is done inside a transaction, and of which nothing stays where it fails, or whatever comes of it. */
import { sql } from 'kysely';
import type { DatabaseTransaction } from './connection.ts';

/** Nothing of it stays when it throws, and the transaction goes on. */
export async function inSavepoint<T>(trx: DatabaseTransaction, run: () => Promise<T>): Promise<T> {
  // Savepoints of one name hide each other: the innermost is meant.
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

/** Nothing of it stays, but what it tells. */
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
