/** An address may be a member's in several accounts: that one has it is nothing that another may learn. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
drop index members_email;
create unique index members_email on members (lower(email), account_id);
`)
    .execute(db);
}
