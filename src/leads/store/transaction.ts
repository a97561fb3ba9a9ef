/** Transactions: several statements as one, statements that may be undone, and the wait for transactions that began earlier. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { isDistributed } from '../../database/citus-dialect.ts';
import { type Database, readClock } from '../../database/connection.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';

/** Runs `run` in the current transaction, or in a new one. */
export function inTransaction<T>(db: LeadDatabase, run: (trx: LeadTransaction) => Promise<T>): Promise<T> {
  return db.isTransaction ? run(db as LeadTransaction) : db.transaction().execute(run);
}

/** Runs `run` in a new transaction, which is committed only if `stays`. Returns the result in both cases. */
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

/** Changes a setting of PostgreSQL until the end of the transaction, on every node. */
export async function setLocal(
  trx: LeadTransaction,
  name: 'lock_timeout' | 'enable_seqscan',
  value: string,
): Promise<void> {
  // Only `set` reaches the other nodes of a cluster.
  if (isDistributed(trx)) await sql`set local ${sql.raw(name)} = ${sql.lit(value)}`.execute(trx);
  else await sql`select set_config(${name}, ${value}, true)`.execute(trx);
}

/** How long each statement of the transaction waits for a lock before it fails with 55P03. */
export const limitLockWaits = (trx: LeadTransaction, milliseconds: number): Promise<void> =>
  setLocal(trx, 'lock_timeout', String(milliseconds));

/**
 * Waits until all transactions that began before now have ended: they may have written under an older definition. A write takes its
 * snapshot after its transaction began, so each later one sees the current definition. (Transaction ids would not do: one is drawn
 * at the first write, after the snapshot.)
 */
export async function waitForOlderWrites(db: Database, isStopping: () => boolean): Promise<void> {
  const now = await readClock(db);
  while (!isStopping()) {
    const older = await sql`
      select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
        and pid <> pg_backend_pid() and xact_start < ${now}::timestamptz limit 1`.execute(db);
    if (older.rows.length === 0) return;
    await sleep(20);
  }
}
