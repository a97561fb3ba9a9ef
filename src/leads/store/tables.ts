/**
 * The tables of leads. Only this folder knows them: the rest of the application has a connection that is typed for the configuration,
 * and a query on leads does not compile there.
 */
import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { KeyColumnName } from '../../campaign/key-columns.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import type { ConfigTables } from '../../database/tables.ts';

type Time = ColumnType<Date, Date | string, Date | string>;
type Json<T> = ColumnType<T, string, string>;

export interface StoredState {
  readonly status: string;
  readonly external_id: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The rest of a state when its lead is erased: the names of filter conditions that it met (see `scope`). */
export interface ErasedState {
  readonly erased: readonly string[];
}

type LeadRow = {
  campaign_id: string;
  id: string;
  status: string;
  external_id: string | null;
  version: number;
  created_at: Time;
  updated_at: Time;
  values: Json<Record<string, unknown>>;
  match_keys: Json<Record<string, string> | null>;
  duplicate_of: string | null;
} & { [column in KeyColumnName]: string | null };

export type LeadTables = {
  leads: LeadRow;
  lead_events: {
    campaign_id: string;
    lead_id: string;
    version: number;
    kind: 'created' | 'updated' | 'deleted';
    at: Time;
    actor_kind: string;
    actor_id: string | null;
    before: Json<StoredState | ErasedState | null>;
    after: Json<StoredState | ErasedState | null>;
    /** The number in the feed, a decimal bigint; null until the event is numbered. */
    seq: string | null;
  };
  feed_heads: { campaign_id: string; last_seq: string; dropped_seq: string };
  lead_claims: { campaign_id: string; claim: Buffer };
  idempotency_records: {
    campaign_id: string;
    token_id: string;
    key: Buffer;
    fingerprint: Buffer;
    created_at: Time;
    status: number | null;
    headers: Json<Record<string, string> | null>;
    body: string | null;
    lead_ids: string[];
    erased_lead: string | null;
    made_under: Buffer | null;
  };
};

export type LeadDatabase = Kysely<ConfigTables & LeadTables>;
export type LeadTransaction = Transaction<ConfigTables & LeadTables>;

export function withLeads(db: Database | DatabaseTransaction): LeadDatabase {
  return db.withTables<LeadTables>();
}
