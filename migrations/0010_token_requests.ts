/**
 * The requests of each token in each campaign, kept for some days: how they were answered, and never what they held. No
 * foreign key, for what is written in the background must not lock rows that requests read.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table token_requests (
  campaign_id uuid not null,
  token_id uuid not null,
  -- Holds the time of the request: pages go by it.
  id uuid not null,
  at timestamp(3) with time zone not null,
  operation text,
  status smallint not null,
  code text,
  -- Codes and places, where input was wrong.
  errors jsonb,
  -- Of an accepted one: the shape of what it sent.
  sent jsonb,
  request_id text not null,
  duration_ms integer not null,
  primary key (campaign_id, token_id, id)
);
-- For who looks for what went wrong, among many that did not.
create index token_requests_refused on token_requests (campaign_id, token_id, id) where status >= 400;
-- For who tries a change on what was accepted.
create index token_requests_sent on token_requests (campaign_id, token_id, id) where sent is not null;
-- Removal reads from its oldest end.
create index token_requests_at on token_requests (at);
`)
    .execute(db);
}
