/** Waits for lock waits in PostgreSQL, so that a test that needs a waiting transaction goes on exactly when it waits. */
import { type Kysely, sql } from 'kysely';
import { testLayout } from './database.ts';
import { eventually } from './process.ts';

/** Resolves when `count` connections to this database wait for a lock that another holds. */
export async function untilWaiting<Tables>(db: Kysely<Tables>, count = 1): Promise<void> {
  await eventually(async () => (await waiting(db)) >= count);
}

/** The number of connections to this database that wait for a lock that another holds. */
export async function waiting<Tables>(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.raw(testLayout === 'single' ? 'pg_stat_activity' : 'citus_stat_activity')}
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.count ?? 0;
}
