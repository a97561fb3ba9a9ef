/**
 * A hash of the scope, permission and fields under which a response was stored, so that a repeat shows nothing that its token may
 * no longer see. Older responses do not have the hash: their leads are read again.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table idempotency_records add column made_under bytea').execute(db);
}
