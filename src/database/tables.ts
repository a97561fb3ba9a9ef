/**
 * The tables of the configuration, as Kysely types. The tables of leads are left out on purpose: only `leads/store/` knows
 * them, so that a query on leads does not compile elsewhere.
 */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { components } from '../generated/manage.ts';

type AuditAction = components['schemas']['AuditAction'];
type AuditObjectKind = components['schemas']['AuditObjectKind'];
type AnnouncedState = components['schemas']['AnnouncedChange']['state'];
type KeysState = 'filling' | 'ready';
type Time = ColumnType<Date, Date | string, Date | string>;
type NullableTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** The settings of a token that its document shows: `access/token-settings` says what each is. */
export interface StandingColumns {
  scope: 'account' | 'campaign' | 'filter';
  filter_id: string | null;
  permission: 'read' | 'read_write';
  requests_per_minute: number | null;
  writes_per_minute: number | null;
  notes: string | null;
  paused: boolean;
  expires_at: Date | null;
}

export interface ConfigTables {
  accounts: {
    id: string;
    name: string;
    color: ColumnType<string | null, string | null | undefined, string | null>;
    created_at: Time;
  };
  account_logos: {
    account_id: string;
    type: 'image/png' | 'image/jpeg' | 'image/webp';
    image: Buffer;
    hash: string;
  };
  members: {
    id: string;
    account_id: string;
    /** Null only for a removed member. */
    email: string | null;
    name: string;
    role: 'owner' | 'admin' | 'viewer';
    /** Null for a member who has not accepted the invitation yet, and for a removed member. */
    password_hash: string | null;
    created_at: Time;
    last_signed_in_at: NullableTime;
    removed_at: NullableTime;
    /** A name from the IANA time zone database. */
    time_zone: ColumnType<string | null, string | null | undefined, string | null>;
    csv_separator: Generated<',' | ';'>;
    csv_decimal: Generated<'.' | ','>;
  };
  invitations: { member_id: string; hash: Buffer; expires_at: Time };
  sessions: {
    sid: string;
    sess: unknown;
    expire: Time;
    id: Generated<string>;
    created_at: Generated<Date>;
    last_seen_at: ColumnType<Date, never, Date | string>;
  };
  campaigns: {
    id: string;
    account_id: string;
    slug: string;
    name: string;
    default_country: string | null;
    support_contact: ColumnType<string | null, string | null | undefined, string | null>;
    vendor_notes: ColumnType<string | null, string | null | undefined, string | null>;
    created_at: Time;
    archived_at: NullableTime;
    archivals: Generated<number>;
    deleted_at: NullableTime;
    erased_at: NullableTime;
  };
  fields: {
    campaign_id: string;
    key: string;
    type: string;
    label: string;
    description: string | null;
    required: boolean;
    searchable: boolean;
    select_key: string | null;
    min: number | null;
    max: number | null;
    max_length: number | null;
    pattern: string | null;
    default_value: ColumnType<unknown, string | null, string | null>;
    position: number;
    removed_at: NullableTime;
  };
  selects: { campaign_id: string; key: string; label: string; position: number };
  options: {
    campaign_id: string;
    select_key: string;
    value: string;
    label: string;
    position: number;
    archived_at: NullableTime;
  };
  statuses: {
    campaign_id: string;
    key: string;
    label: string;
    category: 'open' | 'won' | 'lost';
    is_default: boolean;
    position: number;
    removed_at: NullableTime;
  };
  filters: {
    campaign_id: string;
    id: string;
    name: string;
    condition: ColumnType<unknown, string, string>;
    created_at: Time;
  };
  revisions: {
    campaign_id: string;
    revision: number;
    view: ColumnType<unknown, string, never>;
    changes: ColumnType<unknown, string, never>;
    changed_by: string | null;
    at: Time;
  };
  announced_changes: {
    campaign_id: string;
    id: string;
    change: ColumnType<unknown, string, never>;
    delta: ColumnType<unknown, string, never>;
    note: string | null;
    at: Time;
    announced_at: Time;
    told_at: Generated<Date>;
    announced_by: string | null;
    state: ColumnType<AnnouncedState, AnnouncedState | undefined, AnnouncedState>;
    ended_at: NullableTime;
    revision: ColumnType<number | null, number | null | undefined, number | null>;
    problem: ColumnType<string | null, string | null | undefined, string | null>;
    keys: ColumnType<KeysState | null, KeysState | null | undefined, KeysState>;
    keys_filled_to: ColumnType<string | null, string | null | undefined, string | null>;
  };
  key_columns: {
    campaign_id: string;
    column_name: string;
    field_key: string;
    state: 'filling' | 'ready';
    filled_to: string | null;
  };
  duplicate_rules: {
    campaign_id: string;
    fields: string[];
    match: 'any' | 'all';
    within_days: number | null;
    action: 'reject' | 'flag';
    reach: 'visible' | 'campaign';
    state: 'filling' | 'ready';
    filled_to: string | null;
  };
  campaign_heads: {
    campaign_id: string;
    epoch: ColumnType<string, number | string, number | string>;
    revision: number;
  };
  data_keys: { id: string; wrapped: Buffer; key_check: string; created_at: Time };
  tokens: StandingColumns & {
    id: string;
    account_id: string;
    campaign_id: string | null;
    name: string;
    revoked_at: NullableTime;
    docs_id: string;
    version: Generated<number>;
    own_changes: Generated<number>;
    created_by: string | null;
    created_at: Time;
  };
  token_standings: StandingColumns & {
    token_id: string;
    since: Time;
    own_changes: Generated<number>;
    account_name: ColumnType<string | null, string | null | undefined, string | null>;
  };
  token_documents: {
    campaign_id: string;
    token_id: string;
    changes: number;
    began: Generated<number>;
    looked_back: Generated<boolean>;
  };
  document_changes: {
    campaign_id: string;
    token_id: string;
    id: string;
    at: Time;
    revision: number;
    changes: number;
    note: string | null;
    told: ColumnType<unknown, string, never>;
  };
  token_credentials: {
    hash: Buffer;
    token_id: string;
    prefix: string;
    sealed: Buffer;
    data_key_id: string;
    created_at: Time;
    valid_until: NullableTime;
    last_used_at: NullableTime;
  };
  token_usage: {
    campaign_id: string;
    token_id: string;
    day: ColumnType<string, string, string>;
    accepted: ColumnType<string, number | string, number | string>;
    refused: ColumnType<string, number | string, number | string>;
    last_used_at: NullableTime;
  };
  audit_log: {
    account_id: string;
    id: string;
    at: Time;
    actor_kind: 'member' | 'system';
    actor_id: string | null;
    actor_name: string | null;
    action: AuditAction;
    object_kind: AuditObjectKind;
    object_id: string | null;
    object_name: string | null;
    /** The slug of the object's campaign. */
    campaign: string | null;
    details: JSONColumnType<Record<string, unknown>>;
    address: string | null;
  };
}
