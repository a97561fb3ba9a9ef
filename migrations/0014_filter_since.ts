/**
 * The time since which a token has its filter, so that its changelog shows changes of that filter since then and not before. For
 * a changed token, nobody knows that time, so it starts now.
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
