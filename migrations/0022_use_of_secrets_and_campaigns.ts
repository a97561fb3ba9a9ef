/**
 * Use is counted by campaign as well as by token, so that a campaign shows the use of broad tokens in it. A replaced secret
 * remembers the time of its last use.
 *
 * Past use of a broad token belongs to no campaign, because the campaign was not recorded.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table token_credentials add column last_used_at timestamptz(3);

-- The nil UUID stands for no campaign: the request reached no campaign, or it is past use of a broad token.
alter table token_usage add column campaign_id uuid not null default '00000000-0000-0000-0000-000000000000';
update token_usage u set campaign_id = t.campaign_id from tokens t where t.id = u.token_id and t.campaign_id is not null;
alter table token_usage alter column campaign_id drop default;
alter table token_usage drop constraint token_usage_pkey;
alter table token_usage add primary key (campaign_id, token_id, day);
create index token_usage_token on token_usage (token_id, day);
`)
    .execute(db);
}
