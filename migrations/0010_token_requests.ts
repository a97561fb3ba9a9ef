/**
 * The requests of each token in each campaign, kept for some days: their status, and never their values. The table has no
 * foreign key, because background writes must not lock rows that requests read.
 * There is no 0008 and no 0009: these numbers were reserved for branches that did not need them.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table token_requests (
  campaign_id uuid not null,
  token_id uuid not null,
  -- Contains the time of the request. Pages are ordered by it.
  id uuid not null,
  at timestamp(3) with time zone not null,
  operation text,
  status smallint not null,
  code text,
  -- Codes and places of wrong input.
  errors jsonb,
  -- The shape of the input of an accepted request.
  sent jsonb,
  request_id text not null,
  duration_ms integer not null,
  primary key (campaign_id, token_id, id)
);
-- For readers who look for the few refused requests among many.
create index token_requests_refused on token_requests (campaign_id, token_id, id) where status >= 400;
-- For previews, which judge accepted requests again.
create index token_requests_sent on token_requests (campaign_id, token_id, id) where sent is not null;
-- Removal begins with the oldest.
create index token_requests_at on token_requests (at);
`)
    .execute(db);
}
