/** Whether leads have the keys by which an announced duplicate check finds them, and how far older leads have got them. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table announced_changes
  add column keys text check (keys in ('filling', 'ready')),
  add column keys_filled_to uuid;
update announced_changes set keys = 'filling'
  where state = 'announced' and jsonb_typeof(delta -> 'duplicateRule') = 'object';
create index announced_changes_filling on announced_changes (campaign_id) where keys = 'filling' and state = 'announced';
`)
    .execute(db);
}
