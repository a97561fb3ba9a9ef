/** Members of several accounts may have the same e-mail address. An account must not learn that another one has it. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
drop index members_email;
create unique index members_email on members (lower(email), account_id);
`)
    .execute(db);
}
