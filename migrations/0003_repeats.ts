/**
 * Safe repeats and no duplicates: the responses under idempotency keys, a campaign's duplicate check, and the keys by which
 * equal leads are found. As with the other tables of leads, `campaign_id` comes first everywhere, and no trigger, sequence or
 * foreign key stands on them.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(repeats).execute(db);
  await sql.raw(duplicates).execute(db);
}

const repeats = `
create table idempotency_records (
  campaign_id uuid not null,
  token_id uuid not null,
  -- SHA-256 of the client's key.
  key bytea not null,
  -- SHA-256 of method, path and body.
  fingerprint bytea not null,
  created_at timestamptz(3) not null,
  -- Null while the first request runs. Nobody else sees that: the row is committed with the response or not at all.
  status integer,
  headers jsonb,
  -- Null for a response without a body, and after a lead in it was erased.
  body text,
  lead_ids uuid[] not null default '{}',
  erased_lead uuid,
  primary key (campaign_id, token_id, key)
);
create index idempotency_records_created on idempotency_records (created_at);
create index idempotency_records_leads on idempotency_records using gin (lead_ids) with (fastupdate = off);
`;

const duplicates = `
create table duplicate_rules (
  campaign_id uuid primary key references campaigns,
  fields text[] not null,
  match text not null check (match in ('any', 'all')),
  within_days integer,
  action text not null check (action in ('reject', 'flag')),
  reach text not null check (reach in ('visible', 'campaign')),
  state text not null check (state in ('filling', 'ready')),
  filled_to uuid
);

-- match_keys: a hash of the normalised value of each compared field; null without a duplicate check. fastupdate is off,
-- because every look-up would scan the pending list.
alter table leads add column match_keys jsonb, add column duplicate_of uuid;
create index leads_match_keys on leads using gin (match_keys jsonb_path_ops) with (fastupdate = off) where match_keys is not null;
`;
