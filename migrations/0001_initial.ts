/**
 * The first schema. Everything keyed by campaign has `campaign_id` first in its primary key and in every unique index. No
 * trigger, sequence or foreign key touches `leads`, `lead_events`, `lead_claims` or `campaign_heads`: these four tables can be
 * distributed by `campaign_id`, and the rest can be kept as small reference tables.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(configuration).execute(db);
  await sql.raw(leads).execute(db);
}

const configuration = `
create table accounts (
  id uuid primary key,
  name text not null,
  created_at timestamptz(3) not null
);

create table members (
  id uuid primary key,
  account_id uuid not null references accounts,
  email text not null,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'viewer')),
  password_hash text not null,
  created_at timestamptz(3) not null
);
create unique index members_email on members (lower(email));
create index members_account on members (account_id);

create table sessions (
  sid text primary key,
  sess json not null,
  expire timestamptz(6) not null
);
create index sessions_expire on sessions (expire);

create table campaigns (
  id uuid primary key,
  account_id uuid not null references accounts,
  slug text not null unique,
  name text not null,
  default_country char(2),
  created_at timestamptz(3) not null,
  -- A deleted campaign keeps its row: its slug is never used again.
  deleted_at timestamptz(3)
);
create index campaigns_account on campaigns (account_id);

create table fields (
  campaign_id uuid not null references campaigns,
  key text not null,
  type text not null,
  label text not null,
  description text,
  required boolean not null,
  searchable boolean not null,
  select_key text,
  min double precision,
  max double precision,
  max_length integer,
  pattern text,
  default_value jsonb,
  position integer not null,
  -- A removed field keeps its row: its key cannot be used again, and its values stay stored.
  removed_at timestamptz(3),
  primary key (campaign_id, key)
);

create table selects (
  campaign_id uuid not null references campaigns,
  key text not null,
  label text not null,
  position integer not null,
  primary key (campaign_id, key)
);

create table options (
  campaign_id uuid not null,
  select_key text not null,
  value text not null,
  label text not null,
  position integer not null,
  archived_at timestamptz(3),
  primary key (campaign_id, select_key, value),
  foreign key (campaign_id, select_key) references selects
);

create table statuses (
  campaign_id uuid not null references campaigns,
  key text not null,
  label text not null,
  category text not null check (category in ('open', 'won', 'lost')),
  is_default boolean not null,
  position integer not null,
  -- A removed status keeps its row, so that its key is never used again.
  removed_at timestamptz(3),
  primary key (campaign_id, key)
);
create unique index statuses_default on statuses (campaign_id) where is_default and removed_at is null;

create table filters (
  campaign_id uuid not null references campaigns,
  id uuid not null,
  name text not null,
  condition jsonb not null,
  created_at timestamptz(3) not null,
  primary key (campaign_id, id)
);

create table revisions (
  campaign_id uuid not null references campaigns,
  revision integer not null,
  view jsonb not null,
  changes jsonb not null,
  changed_by uuid,
  at timestamptz(3) not null,
  primary key (campaign_id, revision)
);

-- Assigns a typed column of leads to a field, and says how far the copies in older leads have come.
create table key_columns (
  campaign_id uuid not null references campaigns,
  column_name text not null,
  field_key text not null,
  state text not null check (state in ('filling', 'ready')),
  filled_to uuid,
  primary key (campaign_id, column_name),
  unique (campaign_id, field_key)
);

create table data_keys (
  id uuid primary key,
  -- The data key, sealed under one of LEADSPEC_SECRET_KEYS; key_check says which one, without revealing it.
  wrapped bytea not null,
  key_check text not null,
  created_at timestamptz(3) not null
);

create table tokens (
  id uuid primary key,
  account_id uuid not null references accounts,
  scope text not null check (scope in ('account', 'campaign', 'filter')),
  campaign_id uuid references campaigns,
  -- Null with the scope 'filter' after the filter was deleted: such a token matches nothing.
  filter_id uuid,
  name text not null,
  permission text not null check (permission in ('read', 'read_write')),
  requests_per_minute integer,
  writes_per_minute integer,
  paused boolean not null default false,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  docs_id text not null unique,
  -- Rises with every change of the token. The guard of every lead statement compares it.
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz(3) not null,
  check ((scope = 'account') = (campaign_id is null)),
  check (filter_id is null or scope = 'filter')
);
create index tokens_account on tokens (account_id);
create index tokens_campaign on tokens (campaign_id);

create table token_credentials (
  -- SHA-256 of the secret.
  hash bytea primary key,
  token_id uuid not null references tokens,
  prefix text not null,
  sealed bytea not null,
  data_key_id uuid not null references data_keys,
  created_at timestamptz(3) not null,
  -- Set on the older of two credentials when the token is rotated.
  valid_until timestamptz(3)
);
create index token_credentials_token on token_credentials (token_id);

create table token_usage (
  token_id uuid not null,
  day date not null,
  accepted bigint not null default 0,
  refused bigint not null default 0,
  last_used_at timestamptz(3),
  primary key (token_id, day)
);

create table audit_log (
  account_id uuid not null,
  id uuid not null,
  at timestamptz(3) not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  action text not null,
  object_kind text not null,
  object_id text,
  details jsonb not null,
  address text,
  primary key (account_id, id)
);
`;

const textColumns = Array.from({ length: 10 }, (_, i) => `t${i + 1}`);
const numberColumns = Array.from({ length: 6 }, (_, i) => `n${i + 1}`);

const leads = `
-- One row for each campaign: its epoch, which rises with every change that could alter a grant or a document. The row stands
-- beside the leads, not in campaigns, so that a distributed guard reads it on the node that holds the leads.
create table campaign_heads (
  campaign_id uuid primary key,
  epoch bigint not null,
  revision integer not null
);

create table leads (
  campaign_id uuid not null,
  id uuid not null,
  status text collate "C" not null,
  external_id text collate "C",
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  values jsonb not null,
  ${textColumns.map((c) => `${c} text collate "C"`).join(', ')},
  ${numberColumns.map((c) => `${c} numeric`).join(', ')},
  primary key (campaign_id, id)
);
create index leads_updated on leads (campaign_id, updated_at desc, id desc);
create index leads_status on leads (campaign_id, status, id desc);
create index leads_external_id on leads (campaign_id, external_id) where external_id is not null;
${[...textColumns, ...numberColumns].map((c) => `create index leads_${c} on leads (campaign_id, ${c}, id desc) where ${c} is not null;`).join('\n')}

create table lead_events (
  campaign_id uuid not null,
  lead_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('created', 'updated', 'deleted')),
  at timestamptz(3) not null,
  actor_kind text not null,
  actor_id uuid,
  -- {status, external_id, values} before and after; null before a creation and after a deletion.
  before jsonb,
  after jsonb,
  primary key (campaign_id, lead_id, version)
);

-- A row here is a lock, not a fact. It ensures that at most one lead has an external id.
create table lead_claims (
  campaign_id uuid not null,
  claim bytea not null,
  primary key (campaign_id, claim)
);
`;
