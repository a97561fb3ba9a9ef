/**
 * Since when a token has its filter, so that its changelog tells what has become of that filter since, and not before. Of tokens
 * that have been changed in some way nobody knows: they begin now.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table tokens add column filter_since timestamptz(3);
update tokens set filter_since = case when version = 1 then created_at else clock_timestamp() end where filter_id is not null;
`)
    .execute(db);
}
