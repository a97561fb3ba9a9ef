/**
 * Answers that are kept under idempotency keys. A record is committed together with its write, or not at all: the first statement of
 * the write's transaction inserts it, which makes a repeat wait, and the last one stores the answer.
 */
import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Grant } from '../../../access/grant.ts';
import { removeInBatches } from '../../../database/batches.ts';
import { isDistributed } from '../../../database/citus-dialect.ts';
import { isLockTimeout } from '../../../database/connection.ts';
import { currentRows, guardCte, guardHolds } from '../guard.ts';
import { shareStatements } from '../shared-statements.ts';
import { nameless } from '../split-writes.ts';
import { perGrant } from '../statement.ts';
import type { LeadDatabase, LeadTransaction } from '../tables.ts';
import { limitLockWaits } from '../transaction.ts';

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
  readonly key: Buffer | null;
  readonly fingerprint: Buffer | null;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
  readonly erased_lead: string | null;
  readonly made_under: Buffer | null;
}

/** The record under the key, or `undefined`. Requests share the statement. */
export const recall = shareStatements<RepeatKey, Remembered | undefined>({
  alone: (db, grant, repeat) => recallAll(db, grant, [repeat]).then(([remembered]) => remembered),
  together: recallAll,
});

/** The records of several requests of one token, or of one member. */
async function recallAll(
  db: LeadDatabase,
  grant: Grant,
  repeats: readonly RepeatKey[],
): Promise<readonly (Remembered | undefined)[]> {
  const rows = currentRows(await runRecall(db, grant, keysOf(repeats)));
  const byKey = new Map(rows.map((row) => [row.key?.toString('hex'), row]));
  return repeats.map((repeat) => remembered(grant, repeat, byKey.get(nameOf(repeat))));
}

const runRecall = perGrant(
  ['token', 'keys'],
  (grant, { token, keys }) => sql<KeptRow>`
    with ${guardCte(grant)}
    select ${guardHolds} as current, r.key, r.fingerprint, r.status, r.headers, r.body, r.erased_lead, r.made_under
    from guard left join (${recordsUnder(grant, token, keys)}) r
      on ${guardHolds} and r.created_at > clock_timestamp() - ${keptFor}::interval`,
);

/**
 * The records under the keys, each found by the index. `offset 0` is an optimisation fence: a statement that was planned while there were
 * few records would otherwise read all of them when there are many.
 */
const recordsUnder = (grant: Grant, token: unknown, keys: unknown) => sql`
      select r.* from unnest(${keys}::bytea[]) k(key), lateral (
        select r.*, r.ctid as place from idempotency_records r
        where r.campaign_id = ${grant.campaign.id} and r.token_id = ${token}::uuid and r.key = k.key offset 0) r`;

function remembered(grant: Grant, repeat: RepeatKey, row: KeptRow | undefined): Remembered | undefined {
  if (!row || row.fingerprint === null || row.status === null) return undefined;
  if (!row.fingerprint.equals(repeat.fingerprint)) return { reused: true };
  if (row.erased_lead !== null) return { erased: row.erased_lead };
  const outdated = row.made_under === null || !row.made_under.equals(outlookOf(grant));
  return { answer: { status: row.status, headers: row.headers ?? {}, body: row.body ?? undefined }, outdated };
}

export const nameOf = ({ key }: RepeatKey): string => key.toString('hex');

/** The keys of requests under one grant: all are of its token, or of its member. */
const keysOf = (repeats: readonly RepeatKey[]) => ({ token: repeats[0]?.token, keys: repeats.map(({ key }) => key) });

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
  repeat: RepeatKey,
  milliseconds: number,
): Promise<Claimed> {
  try {
    const [isClaimed] = await claimRepeats(trx, grant, [repeat], milliseconds);
    return isClaimed ? 'claimed' : 'done';
  } catch (error) {
    // It also ends the transaction.
    if (isLockTimeout(error)) return 'running';
    throw error;
  }
}

/**
 * Whether each write may begin. Waits up to `milliseconds` for each key, and then fails with 55P03. The keys are taken in one order, so
 * that two processes never deadlock.
 */
export async function claimRepeats(
  trx: LeadTransaction,
  grant: Grant,
  repeats: readonly RepeatKey[],
  milliseconds: number,
): Promise<readonly boolean[]> {
  const fingerprints = repeats.map(({ fingerprint }) => fingerprint);
  const rows = isDistributed(trx)
    ? await claimSplit(trx, grant, repeats, milliseconds)
    : await runClaim(trx, grant, { ...keysOf(repeats), fingerprints, milliseconds: String(milliseconds) });
  const claimed = new Set(currentRows(rows).map(({ key }) => key?.toString('hex')));
  return repeats.map((repeat) => claimed.has(nameOf(repeat)));
}

interface ClaimedRow {
  readonly current: boolean;
  readonly key: Buffer | null;
}

const runClaim = perGrant(
  ['token', 'keys', 'fingerprints', 'milliseconds'],
  (grant, { token, keys, fingerprints, milliseconds }) => sql<ClaimedRow>`
    with ${guardCte(grant)},
    patience as materialized (select set_config('lock_timeout', ${milliseconds}, true)),
    claimed as (
      insert into idempotency_records as r (campaign_id, token_id, key, fingerprint, created_at)
      select ${grant.campaign.id}::uuid, ${token}::uuid, i.key, i.fingerprint, clock_timestamp()
      from patience, unnest(${keys}::bytea[], ${fingerprints}::bytea[]) i(key, fingerprint) where ${guardHolds} order by i.key
      on conflict (campaign_id, token_id, key) do update
        set fingerprint = excluded.fingerprint, created_at = excluded.created_at, status = null, headers = null, body = null,
          lead_ids = '{}', erased_lead = null
        where r.created_at <= clock_timestamp() - ${keptFor}::interval
      returning r.key)
    select ${guardHolds} as current, c.key from guard left join claimed c on true`,
);

/** The same as two statements: see `split-writes`. */
async function claimSplit(
  trx: LeadTransaction,
  grant: Grant,
  repeats: readonly RepeatKey[],
  milliseconds: number,
): Promise<readonly ClaimedRow[]> {
  await limitLockWaits(trx, milliseconds);
  const [judged] = await runJudgeClaim(trx, grant, {});
  if (!judged?.current) return [{ current: false, key: null }];
  const rows = repeats
    .toSorted((a, b) => a.key.compare(b.key))
    .map(
      ({ token, key, fingerprint }) =>
        sql`(${grant.campaign.id}::uuid, ${token}::uuid, ${key}::bytea, ${fingerprint}::bytea, clock_timestamp())`,
    );
  const { rows: claimed } = await sql<{ key: Buffer }>`${sql.raw(nameless(rows))}
    insert into idempotency_records as r (campaign_id, token_id, key, fingerprint, created_at)
    values ${sql.join(rows)}
    on conflict (campaign_id, token_id, key) do update
      set fingerprint = excluded.fingerprint, created_at = excluded.created_at, status = null, headers = null, body = null,
        lead_ids = '{}', erased_lead = null
      where r.created_at <= ${judged.expired}
    returning r.key`.execute(trx);
  return claimed.map(({ key }) => ({ current: true, key }));
}

const runJudgeClaim = perGrant(
  [],
  (grant) => sql<{ current: boolean; expired: string }>`
    with ${guardCte(grant)}
    select ${guardHolds} as current, (clock_timestamp() - ${keptFor}::interval)::text as expired from guard`,
);

/** The answer to keep under a key. */
export interface KeptAnswer {
  readonly repeat: RepeatKey;
  readonly answer: StoredAnswer;
  /** The leads whose values it holds. */
  readonly leads: readonly string[];
  /** A lead that is already erased. */
  readonly erased?: string | undefined;
}

/** Keeps answers, in the transaction of their writes. `free`: keys whose writes were refused, and which may be used again. */
export async function keepAnswers(
  trx: LeadTransaction,
  grant: Grant,
  kept: readonly KeptAnswer[],
  free: readonly RepeatKey[] = [],
): Promise<void> {
  if (free.length > 0) await runFree(trx, grant, keysOf(free));
  if (kept.length === 0) return;
  if (isDistributed(trx)) await keepSplit(trx, grant, kept);
  else {
    const repeats = kept.map(({ repeat }) => repeat);
    await runKeep(trx, grant, {
      ...keysOf(repeats),
      fingerprints: repeats.map(({ fingerprint }) => fingerprint),
      statuses: kept.map(({ answer }) => answer.status),
      headers: kept.map(({ answer }) => JSON.stringify(answer.headers)),
      bodies: kept.map(bodyOf),
      leads: kept.map(({ leads }) => `{${leads.join(',')}}`),
      erased: kept.map(({ erased }) => erased ?? null),
    });
  }
}

const bodyOf = ({ answer, erased }: KeptAnswer) => (erased === undefined ? (answer.body ?? null) : null);

/** The records are there, so each is updated. As an insertion the statement finds them by their key, however many others there are. */
const runKeep = perGrant(
  ['token', 'keys', 'fingerprints', 'statuses', 'headers', 'bodies', 'leads', 'erased'],
  (grant, { token, keys, fingerprints, statuses, headers, bodies, leads, erased }) => sql`
    insert into idempotency_records
      (campaign_id, token_id, key, fingerprint, created_at, status, headers, body, made_under, lead_ids, erased_lead)
    select ${grant.campaign.id}::uuid, ${token}::uuid, k.key, k.fingerprint, clock_timestamp(), k.status, k.headers::jsonb, k.body,
      ${outlookOf(grant)}::bytea, k.leads::uuid[], k.erased
    from unnest(${keys}::bytea[], ${fingerprints}::bytea[], ${statuses}::int[], ${headers}::text[], ${bodies}::text[], ${leads}::text[],
      ${erased}::uuid[]) k(key, fingerprint, status, headers, body, leads, erased)
    on conflict (campaign_id, token_id, key) do update
      set status = excluded.status, headers = excluded.headers, body = excluded.body, made_under = excluded.made_under,
        lead_ids = excluded.lead_ids, erased_lead = excluded.erased_lead`,
);

/** The same as one node's statement: see `split-writes`. */
async function keepSplit(trx: LeadTransaction, grant: Grant, kept: readonly KeptAnswer[]): Promise<void> {
  const rows = kept.map((each) => ({
    key: `\\x${each.repeat.key.toString('hex')}`,
    status: each.answer.status,
    headers: each.answer.headers,
    body: bodyOf(each),
    leads: each.leads,
    erased: each.erased ?? null,
  }));
  await sql`
    update idempotency_records r set status = k.status, headers = k.headers, body = k.body, made_under = ${outlookOf(grant)}::bytea,
      lead_ids = k.leads, erased_lead = k.erased
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as k(key bytea, status int, headers jsonb, body text, leads uuid[], erased uuid)
    where r.campaign_id = ${grant.campaign.id}::uuid and r.token_id = ${kept[0]?.repeat.token}::uuid and r.key = k.key`.execute(
    trx,
  );
}

const runFree = perGrant(
  ['token', 'keys'],
  (grant, { token, keys }) => sql`
    delete from idempotency_records
    where campaign_id = ${grant.campaign.id} and ctid = any(array(select r.place from (${recordsUnder(grant, token, keys)}) r))`,
);

/** Removes records that are too old to be recalled; returns how many. Several processes may run this. */
export const forgetRepeats = (db: QueryExecutorProvider, isStopping: () => boolean): Promise<number> =>
  removeInBatches(
    db,
    {
      table: 'idempotency_records',
      key: ['campaign_id', 'token_id', 'key'],
      where: sql<boolean>`created_at <= now() - ${keptFor}::interval`,
      orderBy: 'created_at',
    },
    isStopping,
  );
