/** The time at which an announcement was last made, moved or reworded. Feed readers get a new entry then. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table announced_changes add column told_at timestamptz(3) not null default clock_timestamp();
update announced_changes set told_at = announced_at;
`)
    .execute(db);
}
