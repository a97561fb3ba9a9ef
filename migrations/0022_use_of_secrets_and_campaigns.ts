/**
 * Use is counted by campaign as well as by token, so that a campaign shows what broad tokens did in it. A secret that was
 * replaced remembers when it was last used.
 *
 * Past use of a broad token belongs to no campaign: nobody noted in which one it was.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table token_credentials add column last_used_at timestamptz(3);

-- The nil UUID stands for no campaign: a request that reached none, or past use of a broad token.
alter table token_usage add column campaign_id uuid not null default '00000000-0000-0000-0000-000000000000';
update token_usage u set campaign_id = t.campaign_id from tokens t where t.id = u.token_id and t.campaign_id is not null;
alter table token_usage alter column campaign_id drop default;
alter table token_usage drop constraint token_usage_pkey;
alter table token_usage add primary key (campaign_id, token_id, day);
create index token_usage_token on token_usage (token_id, day);
`)
    .execute(db);
}
