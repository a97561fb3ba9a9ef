/**
 * Answers that are kept under idempotency keys. A record is committed together with its write, or not at all: the first statement of
 * the write's transaction inserts it, which makes a repeat wait, and the last one stores the answer.
 */
import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { removeInBatches } from '../../database/batches.ts';
import { currentRow, guardCte, guardHolds } from './guard.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';

/** The request that an answer belongs to. */
export interface RepeatKey {
  readonly token: string;
  /** SHA-256 of the client's key. */
  readonly key: Buffer;
  /** SHA-256 of method, path and body. */
  readonly fingerprint: Buffer;
}

export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined`: the answer has no body. */
  readonly body: string | undefined;
}

export type Remembered =
  /** `outdated`: the scope, the permission or the fields have changed since. The answer may show what is hidden now. */
  | { readonly answer: StoredAnswer; readonly outdated: boolean }
  /** A lead of the answer was erased, and the answer with it. */
  | { readonly erased: string }
  /** The key was used for another request. */
  | { readonly reused: true };

/** How long an answer is kept. */
const keptFor = sql.lit('24 hours');

interface KeptRow {
  readonly current: boolean;
  readonly fingerprint: Buffer | null;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
  readonly erased_lead: string | null;
  readonly made_under: Buffer | null;
}

/** The record under the key, or `undefined`. */
export async function recall(db: LeadDatabase, grant: Grant, repeat: RepeatKey): Promise<Remembered | undefined> {
  const { rows } = await sql<KeptRow>`
    with ${guardCte(grant)}
    select ${guardHolds} as current, r.fingerprint, r.status, r.headers, r.body, r.erased_lead, r.made_under
    from guard left join idempotency_records r on ${guardHolds} and r.campaign_id = ${grant.campaign.id} and r.token_id = ${repeat.token}::uuid
      and r.key = ${repeat.key} and r.created_at > clock_timestamp() - ${keptFor}::interval`.execute(db);
  const row = currentRow(rows);
  if (row.fingerprint === null || row.status === null) return undefined;
  if (!row.fingerprint.equals(repeat.fingerprint)) return { reused: true };
  if (row.erased_lead !== null) return { erased: row.erased_lead };
  const outdated = row.made_under === null || !row.made_under.equals(outlookOf(grant));
  return { answer: { status: row.status, headers: row.headers ?? {}, body: row.body ?? undefined }, outdated };
}

/** A hash of everything that decides what an answer under the grant may show; computed once for each grant. */
function outlookOf(grant: Grant): Buffer {
  const cached = outlooks.get(grant);
  if (cached) return cached;
  const { scope, permission, campaign } = grant;
  const fields = campaign.fields.map(({ key, type }) => [key, type]);
  const hash = createHash('sha256')
    .update(JSON.stringify([scope, permission, fields]))
    .digest();
  outlooks.set(grant, hash);
  return hash;
}

const outlooks = new WeakMap<Grant, Buffer>();

/**
 * `done`: another process has carried out the request, and the answer can be recalled. `running`: another process is carrying it
 * out.
 */
export type Claimed = 'claimed' | 'done' | 'running';

/** Begins the write under the key. Waits up to `milliseconds` for another process that is carrying it out. */
export async function claimRepeat(
  trx: LeadTransaction,
  grant: Grant,
  { token, key, fingerprint }: RepeatKey,
  milliseconds: number,
): Promise<Claimed> {
  const { rows } = await claimKeyStatement(grant, { token, key, fingerprint }, milliseconds)
    .execute(trx)
    .catch(lockTimeout);
  if (rows === 'running') return 'running';
  return currentRow(rows).claimed ? 'claimed' : 'done';
}

/** 55P03, lock_not_available: it also ends the transaction. */
function lockTimeout(error: unknown): { rows: 'running' } {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03')
    return { rows: 'running' };
  throw error;
}

function claimKeyStatement(grant: Grant, { token, key, fingerprint }: RepeatKey, milliseconds: number) {
  return sql<{ current: boolean; claimed: boolean }>`
    with ${guardCte(grant)},
    patience as materialized (select set_config('lock_timeout', ${String(milliseconds)}, true)),
    claimed as (
      insert into idempotency_records as r (campaign_id, token_id, key, fingerprint, created_at)
      select ${grant.campaign.id}::uuid, ${token}::uuid, ${key}::bytea, ${fingerprint}::bytea, clock_timestamp() from patience where ${guardHolds}
      on conflict (campaign_id, token_id, key) do update
        set fingerprint = excluded.fingerprint, created_at = excluded.created_at, status = null, headers = null, body = null,
          lead_ids = '{}', erased_lead = null
        where r.created_at <= clock_timestamp() - ${keptFor}::interval
      returning 1)
    select ${guardHolds} as current, exists (select from claimed) as claimed`;
}

/**
 * Keeps the answer, in the transaction of the write. `leads`: the leads whose values it holds. `erased`: a lead that is already
 * erased.
 */
export async function keepAnswer(
  trx: LeadTransaction,
  grant: Grant,
  { token, key }: RepeatKey,
  answer: StoredAnswer,
  leads: readonly string[],
  erased: string | undefined,
): Promise<void> {
  await sql`
    update idempotency_records set status = ${answer.status}, headers = ${JSON.stringify(answer.headers)}::jsonb,
      body = ${erased === undefined ? (answer.body ?? null) : null}, made_under = ${outlookOf(grant)}, lead_ids = ${leads}::uuid[], erased_lead = ${erased ?? null}::uuid
    where campaign_id = ${grant.campaign.id} and token_id = ${token}::uuid and key = ${key}`.execute(trx);
}

/** Removes records that are too old to be recalled; returns how many. Several processes may run this. */
export const forgetRepeats = (db: QueryExecutorProvider, isStopping: () => boolean): Promise<number> =>
  removeInBatches(
    db,
    (limit) => sql`
      delete from idempotency_records r using (
        select campaign_id, token_id, key from idempotency_records where created_at <= clock_timestamp() - ${keptFor}::interval
        order by created_at limit ${limit} for update skip locked) old
      where r.campaign_id = old.campaign_id and r.token_id = old.token_id and r.key = old.key`,
    isStopping,
  );
