/** Waiting for writes that began under an older definition, and so may have written without what it now asks for. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../database/connection.ts';

/**
 * Waits until no transaction is left that began before now. A write takes its snapshot after its transaction began, so
 * whatever begins from here on sees the definition of now. (Transaction ids would not tell: one is drawn at the first
 * write, after the snapshot.)
 */
export async function waitForOlderWrites(db: Database, isStopping: () => boolean): Promise<void> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(db);
  const now = rows[0]?.now;
  while (!isStopping()) {
    const older = await sql`
      select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
        and pid <> pg_backend_pid() and xact_start < ${now}::timestamptz limit 1`.execute(db);
    if (older.rows.length === 0) return;
    await sleep(20);
  }
}
