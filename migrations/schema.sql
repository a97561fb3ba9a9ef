-- The schema that the migrations result in. Made by `npm run dump-schema`; do not edit.

create table account_logos (
  account_id uuid not null,
  type text not null,
  image bytea not null,
  hash text not null,
  constraint account_logos_pkey PRIMARY KEY (account_id),
  constraint account_logos_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
);

create table accounts (
  id uuid not null,
  name text not null,
  created_at timestamp(3) with time zone not null,
  color text,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_color_check CHECK (color ~ '^#[0-9a-f]{6}$'::text)
);

create table announced_changes (
  campaign_id uuid not null,
  id uuid not null,
  change jsonb not null,
  delta jsonb not null,
  note text,
  at timestamp(3) with time zone not null,
  announced_at timestamp(3) with time zone not null,
  announced_by uuid,
  state text not null default 'announced'::text,
  ended_at timestamp(3) with time zone,
  revision integer,
  problem text,
  told_at timestamp(3) with time zone not null default clock_timestamp(),
  keys text,
  keys_filled_to uuid,
  constraint announced_changes_pkey PRIMARY KEY (campaign_id, id),
  constraint announced_changes_keys_check CHECK (keys = ANY (ARRAY['filling'::text, 'ready'::text])),
  constraint announced_changes_state_check CHECK (state = ANY (ARRAY['announced'::text, 'done'::text, 'failed'::text, 'withdrawn'::text]))
);
CREATE INDEX announced_changes_due ON announced_changes USING btree (at) WHERE (state = 'announced'::text);
CREATE INDEX announced_changes_filling ON announced_changes USING btree (campaign_id) WHERE ((keys = 'filling'::text) AND (state = 'announced'::text));

create table audit_log (
  account_id uuid not null,
  id uuid not null,
  at timestamp(3) with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  action text not null,
  object_kind text not null,
  object_id text,
  details jsonb not null,
  address text,
  object_name text,
  campaign text,
  constraint audit_log_pkey PRIMARY KEY (account_id, id)
);
CREATE INDEX audit_log_action ON audit_log USING btree (account_id, action, id);
CREATE INDEX audit_log_actor ON audit_log USING btree (account_id, actor_id, id);
CREATE INDEX audit_log_object ON audit_log USING btree (account_id, object_kind, object_id, id);

create table campaign_heads (
  campaign_id uuid not null,
  epoch bigint not null,
  revision integer not null,
  constraint campaign_heads_pkey PRIMARY KEY (campaign_id)
);

create table campaigns (
  id uuid not null,
  account_id uuid not null,
  slug text not null,
  name text not null,
  default_country character(2),
  created_at timestamp(3) with time zone not null,
  deleted_at timestamp(3) with time zone,
  support_contact text,
  vendor_notes text,
  archived_at timestamp(3) with time zone,
  archivals integer not null default 0,
  erased_at timestamp(3) with time zone,
  constraint campaigns_pkey PRIMARY KEY (id),
  constraint campaigns_slug_key UNIQUE (slug),
  constraint campaigns_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
);
CREATE INDEX campaigns_account ON campaigns USING btree (account_id);

create table data_keys (
  id uuid not null,
  wrapped bytea not null,
  key_check text not null,
  created_at timestamp(3) with time zone not null,
  constraint data_keys_pkey PRIMARY KEY (id)
);

create table document_changes (
  campaign_id uuid not null,
  token_id uuid not null,
  id text collate "C" not null,
  at timestamp(3) with time zone not null,
  revision integer not null,
  changes integer not null,
  note text,
  told jsonb not null,
  constraint document_changes_pkey PRIMARY KEY (campaign_id, token_id, id)
);
CREATE INDEX document_changes_at ON document_changes USING btree (campaign_id, token_id, at, id);

create table duplicate_rules (
  campaign_id uuid not null,
  fields text[] not null,
  match text not null,
  within_days integer,
  action text not null,
  reach text not null,
  state text not null,
  filled_to uuid,
  constraint duplicate_rules_pkey PRIMARY KEY (campaign_id),
  constraint duplicate_rules_action_check CHECK (action = ANY (ARRAY['reject'::text, 'flag'::text])),
  constraint duplicate_rules_match_check CHECK (match = ANY (ARRAY['any'::text, 'all'::text])),
  constraint duplicate_rules_reach_check CHECK (reach = ANY (ARRAY['visible'::text, 'campaign'::text])),
  constraint duplicate_rules_state_check CHECK (state = ANY (ARRAY['filling'::text, 'ready'::text])),
  constraint duplicate_rules_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);

create table feed_heads (
  campaign_id uuid not null,
  last_seq bigint not null,
  dropped_seq bigint not null,
  constraint feed_heads_pkey PRIMARY KEY (campaign_id)
);

create table fields (
  campaign_id uuid not null,
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
  "position" integer not null,
  removed_at timestamp(3) with time zone,
  constraint fields_pkey PRIMARY KEY (campaign_id, key),
  constraint fields_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);

create table filters (
  campaign_id uuid not null,
  id uuid not null,
  name text not null,
  condition jsonb not null,
  created_at timestamp(3) with time zone not null,
  constraint filters_pkey PRIMARY KEY (campaign_id, id),
  constraint filters_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);

create table idempotency_records (
  campaign_id uuid not null,
  token_id uuid not null,
  key bytea not null,
  fingerprint bytea not null,
  created_at timestamp(3) with time zone not null,
  status integer,
  headers jsonb,
  body text,
  lead_ids uuid[] not null default '{}'::uuid[],
  erased_lead uuid,
  made_under bytea,
  constraint idempotency_records_pkey PRIMARY KEY (campaign_id, token_id, key)
);
CREATE INDEX idempotency_records_created ON idempotency_records USING btree (created_at);
CREATE INDEX idempotency_records_leads ON idempotency_records USING gin (lead_ids) WITH (fastupdate=off);

create table invitations (
  member_id uuid not null,
  hash bytea not null,
  expires_at timestamp(3) with time zone not null,
  constraint invitations_pkey PRIMARY KEY (member_id),
  constraint invitations_hash_key UNIQUE (hash),
  constraint invitations_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id)
);

create table key_columns (
  campaign_id uuid not null,
  column_name text not null,
  field_key text not null,
  state text not null,
  filled_to uuid,
  constraint key_columns_pkey PRIMARY KEY (campaign_id, column_name),
  constraint key_columns_campaign_id_field_key_key UNIQUE (campaign_id, field_key),
  constraint key_columns_state_check CHECK (state = ANY (ARRAY['filling'::text, 'ready'::text])),
  constraint key_columns_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);

create table lead_claims (
  campaign_id uuid not null,
  claim bytea not null,
  constraint lead_claims_pkey PRIMARY KEY (campaign_id, claim)
);

create table lead_events (
  campaign_id uuid not null,
  lead_id uuid not null,
  version integer not null,
  kind text not null,
  at timestamp(3) with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  before jsonb,
  after jsonb,
  seq bigint,
  constraint lead_events_pkey PRIMARY KEY (campaign_id, lead_id, version),
  constraint lead_events_kind_check CHECK (kind = ANY (ARRAY['created'::text, 'updated'::text, 'deleted'::text]))
);
CREATE INDEX lead_events_unnumbered ON lead_events USING btree (campaign_id, at) WHERE (seq IS NULL);
CREATE UNIQUE INDEX lead_events_seq ON lead_events USING btree (campaign_id, seq);

create table leads (
  campaign_id uuid not null,
  id uuid not null,
  status text collate "C" not null,
  external_id text collate "C",
  version integer not null,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  "values" jsonb not null,
  t1 text collate "C",
  t2 text collate "C",
  t3 text collate "C",
  t4 text collate "C",
  t5 text collate "C",
  t6 text collate "C",
  t7 text collate "C",
  t8 text collate "C",
  t9 text collate "C",
  t10 text collate "C",
  n1 numeric,
  n2 numeric,
  n3 numeric,
  n4 numeric,
  n5 numeric,
  n6 numeric,
  match_keys jsonb,
  duplicate_of uuid,
  constraint leads_pkey PRIMARY KEY (campaign_id, id)
);
CREATE INDEX leads_external_id ON leads USING btree (campaign_id, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX leads_match_keys ON leads USING gin (match_keys jsonb_path_ops) WITH (fastupdate=off) WHERE (match_keys IS NOT NULL);
CREATE INDEX leads_n1 ON leads USING btree (campaign_id, n1, id DESC) WHERE (n1 IS NOT NULL);
CREATE INDEX leads_n2 ON leads USING btree (campaign_id, n2, id DESC) WHERE (n2 IS NOT NULL);
CREATE INDEX leads_n3 ON leads USING btree (campaign_id, n3, id DESC) WHERE (n3 IS NOT NULL);
CREATE INDEX leads_n4 ON leads USING btree (campaign_id, n4, id DESC) WHERE (n4 IS NOT NULL);
CREATE INDEX leads_n5 ON leads USING btree (campaign_id, n5, id DESC) WHERE (n5 IS NOT NULL);
CREATE INDEX leads_n6 ON leads USING btree (campaign_id, n6, id DESC) WHERE (n6 IS NOT NULL);
CREATE INDEX leads_status ON leads USING btree (campaign_id, status, id DESC);
CREATE INDEX leads_t1 ON leads USING btree (campaign_id, t1, id DESC) WHERE (t1 IS NOT NULL);
CREATE INDEX leads_t10 ON leads USING btree (campaign_id, t10, id DESC) WHERE (t10 IS NOT NULL);
CREATE INDEX leads_t2 ON leads USING btree (campaign_id, t2, id DESC) WHERE (t2 IS NOT NULL);
CREATE INDEX leads_t3 ON leads USING btree (campaign_id, t3, id DESC) WHERE (t3 IS NOT NULL);
CREATE INDEX leads_t4 ON leads USING btree (campaign_id, t4, id DESC) WHERE (t4 IS NOT NULL);
CREATE INDEX leads_t5 ON leads USING btree (campaign_id, t5, id DESC) WHERE (t5 IS NOT NULL);
CREATE INDEX leads_t6 ON leads USING btree (campaign_id, t6, id DESC) WHERE (t6 IS NOT NULL);
CREATE INDEX leads_t7 ON leads USING btree (campaign_id, t7, id DESC) WHERE (t7 IS NOT NULL);
CREATE INDEX leads_t8 ON leads USING btree (campaign_id, t8, id DESC) WHERE (t8 IS NOT NULL);
CREATE INDEX leads_t9 ON leads USING btree (campaign_id, t9, id DESC) WHERE (t9 IS NOT NULL);
CREATE INDEX leads_updated ON leads USING btree (campaign_id, updated_at DESC, id DESC);

create table leases (
  name text not null,
  holder uuid not null,
  until timestamp with time zone not null,
  constraint leases_pkey PRIMARY KEY (name)
);

create table members (
  id uuid not null,
  account_id uuid not null,
  email text,
  name text not null,
  role text not null,
  password_hash text,
  created_at timestamp(3) with time zone not null,
  last_signed_in_at timestamp(3) with time zone,
  removed_at timestamp(3) with time zone,
  time_zone text,
  csv_separator text not null default ','::text,
  csv_decimal text not null default '.'::text,
  constraint members_pkey PRIMARY KEY (id),
  constraint members_check CHECK ((email IS NULL) = (removed_at IS NOT NULL)),
  constraint members_check1 CHECK (csv_separator <> csv_decimal),
  constraint members_csv_decimal_check CHECK (csv_decimal = ANY (ARRAY['.'::text, ','::text])),
  constraint members_csv_separator_check CHECK (csv_separator = ANY (ARRAY[','::text, ';'::text])),
  constraint members_role_check CHECK (role = ANY (ARRAY['owner'::text, 'admin'::text, 'viewer'::text])),
  constraint members_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
);
CREATE INDEX members_account ON members USING btree (account_id);
CREATE UNIQUE INDEX members_email ON members USING btree (lower(email), account_id);

create table options (
  campaign_id uuid not null,
  select_key text not null,
  value text not null,
  label text not null,
  "position" integer not null,
  archived_at timestamp(3) with time zone,
  constraint options_pkey PRIMARY KEY (campaign_id, select_key, value),
  constraint options_campaign_id_select_key_fkey FOREIGN KEY (campaign_id, select_key) REFERENCES selects(campaign_id, key)
);

create unlogged table rate_shares (
  key text collate "C" not null,
  ends timestamp with time zone not null,
  taken integer not null,
  askers integer not null,
  granted integer not null,
  constraint rate_shares_pkey PRIMARY KEY (key)
);

create table revisions (
  campaign_id uuid not null,
  revision integer not null,
  view jsonb not null,
  changes jsonb not null,
  changed_by uuid,
  at timestamp(3) with time zone not null,
  constraint revisions_pkey PRIMARY KEY (campaign_id, revision),
  constraint revisions_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);

create table selects (
  campaign_id uuid not null,
  key text not null,
  label text not null,
  "position" integer not null,
  constraint selects_pkey PRIMARY KEY (campaign_id, key),
  constraint selects_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);

create table sessions (
  sid text not null,
  sess json not null,
  expire timestamp(6) with time zone not null,
  id uuid not null default gen_random_uuid(),
  created_at timestamp(3) with time zone not null default now(),
  last_seen_at timestamp(3) with time zone not null default now(),
  constraint sessions_pkey PRIMARY KEY (sid),
  constraint sessions_id_key UNIQUE (id)
);
CREATE INDEX sessions_expire ON sessions USING btree (expire);
CREATE INDEX sessions_member ON sessions USING btree (((sess ->> 'memberId'::text)));

create unlogged table sign_in_attempts (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint sign_in_attempts_pkey PRIMARY KEY (key)
);
CREATE INDEX sign_in_attempts_expire ON sign_in_attempts USING btree (expire);

create table statuses (
  campaign_id uuid not null,
  key text not null,
  label text not null,
  category text not null,
  is_default boolean not null,
  "position" integer not null,
  removed_at timestamp(3) with time zone,
  constraint statuses_pkey PRIMARY KEY (campaign_id, key),
  constraint statuses_category_check CHECK (category = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])),
  constraint statuses_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);
CREATE UNIQUE INDEX statuses_default ON statuses USING btree (campaign_id) WHERE (is_default AND (removed_at IS NULL));

create table token_credentials (
  hash bytea not null,
  token_id uuid not null,
  prefix text not null,
  sealed bytea not null,
  data_key_id uuid not null,
  created_at timestamp(3) with time zone not null,
  valid_until timestamp(3) with time zone,
  last_used_at timestamp(3) with time zone,
  constraint token_credentials_pkey PRIMARY KEY (hash),
  constraint token_credentials_data_key_id_fkey FOREIGN KEY (data_key_id) REFERENCES data_keys(id),
  constraint token_credentials_token_id_fkey FOREIGN KEY (token_id) REFERENCES tokens(id)
);
CREATE INDEX token_credentials_token ON token_credentials USING btree (token_id);

create table token_documents (
  campaign_id uuid not null,
  token_id uuid not null,
  changes integer not null,
  began integer not null default 0,
  looked_back boolean not null default true,
  constraint token_documents_pkey PRIMARY KEY (campaign_id, token_id)
);

create table token_requests (
  campaign_id uuid not null,
  token_id uuid not null,
  id uuid not null,
  at timestamp(3) with time zone not null,
  operation text,
  status smallint not null,
  code text,
  errors jsonb,
  sent jsonb,
  request_id text not null,
  duration_ms integer not null,
  more text,
  more_count integer not null default 0,
  first_id uuid,
  constraint token_requests_pkey PRIMARY KEY (campaign_id, token_id, id)
);
CREATE INDEX token_requests_at ON token_requests USING btree (at);
CREATE INDEX token_requests_refused ON token_requests USING btree (campaign_id, token_id, id) WHERE (status >= 400);
CREATE INDEX token_requests_sent ON token_requests USING btree (campaign_id, token_id, id) WHERE (sent IS NOT NULL);

create table token_standings (
  token_id uuid not null,
  since timestamp(3) with time zone not null,
  scope text not null,
  filter_id uuid,
  permission text not null,
  requests_per_minute integer,
  writes_per_minute integer,
  notes text,
  own_changes integer not null default 0,
  account_name text,
  paused boolean not null default false,
  expires_at timestamp(3) with time zone,
  constraint token_standings_pkey PRIMARY KEY (token_id, since),
  constraint token_standings_token_id_fkey FOREIGN KEY (token_id) REFERENCES tokens(id)
);

create table token_usage (
  token_id uuid not null,
  day date not null,
  accepted bigint not null default 0,
  refused bigint not null default 0,
  last_used_at timestamp(3) with time zone,
  campaign_id uuid not null,
  constraint token_usage_pkey PRIMARY KEY (campaign_id, token_id, day)
);
CREATE INDEX token_usage_token ON token_usage USING btree (token_id, day);

create table tokens (
  id uuid not null,
  account_id uuid not null,
  scope text not null,
  campaign_id uuid,
  filter_id uuid,
  name text not null,
  permission text not null,
  requests_per_minute integer,
  writes_per_minute integer,
  paused boolean not null default false,
  expires_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  docs_id text not null,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp(3) with time zone not null,
  notes text,
  own_changes integer not null default 0,
  constraint tokens_pkey PRIMARY KEY (id),
  constraint tokens_docs_id_key UNIQUE (docs_id),
  constraint tokens_check CHECK ((scope = 'account'::text) = (campaign_id IS NULL)),
  constraint tokens_check1 CHECK (filter_id IS NULL OR scope = 'filter'::text),
  constraint tokens_permission_check CHECK (permission = ANY (ARRAY['read'::text, 'read_write'::text])),
  constraint tokens_scope_check CHECK (scope = ANY (ARRAY['account'::text, 'campaign'::text, 'filter'::text])),
  constraint tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint tokens_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);
CREATE INDEX tokens_account ON tokens USING btree (account_id);
CREATE INDEX tokens_campaign ON tokens USING btree (campaign_id);
