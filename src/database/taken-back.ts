/** Something that is tried inside a transaction, and of which nothing stays, whatever comes of it. */
import { sql } from 'kysely';
import type { DatabaseTransaction } from './connection.ts';

export async function takenBack<T>(trx: DatabaseTransaction, run: () => Promise<T>): Promise<T> {
  // Savepoints of one name hide each other: the innermost is taken back.
  await sql`savepoint tried`.execute(trx);
  try {
    return await run();
  } finally {
    await sql`rollback to savepoint tried`.execute(trx);
    await sql`release savepoint tried`.execute(trx);
  }
}
