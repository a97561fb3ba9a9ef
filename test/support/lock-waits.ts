/** What PostgreSQL tells of who waits for a lock: a test that needs somebody to wait goes on when they do, and no sooner. */
import { type Kysely, sql } from 'kysely';
import { eventually } from './process.ts';

/** Until `count` connections to this database wait for a lock that another holds. */
export async function untilWaiting<Tables>(db: Kysely<Tables>, count = 1): Promise<void> {
  await eventually(async () => (await waiting(db)) >= count);
}

/** How many connections to this database wait for a lock that another holds. */
export async function waiting<Tables>(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.count ?? 0;
}
