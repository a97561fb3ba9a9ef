/**
 * Under what scope, permission and fields an answer was kept (a hash), so that a repeat is not told what its token may no
 * longer see. Answers from before have none: their leads are read again.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table idempotency_records add column made_under bytea').execute(db);
}
