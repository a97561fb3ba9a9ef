/**
 * Several statements as one.
 *
 * Waiting for writes that began under an older definition, and so may have written without what it now asks for.
 *
 * Takes back what a dry run has written, and shows the leads as the dry run answers them: a lead that is there with its stored
 * version and times, a lead that is not there with the nil UUID (RFC 9562, 5.9) and version 0. Values are those of the write.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Database } from '../../database/connection.ts';
import type { components } from '../../generated/leads.ts';
import { inTurns } from '../../operation/turns.ts';
import { currentRows, guardCte, guarded } from './guard.ts';
import { rfc3339 } from './lead-json.ts';
import type { LeadText, Written } from './outcome.ts';
import { visible } from './scope.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';

/** In the transaction that there is already, or in one of their own. */
export function inTransaction<T>(db: LeadDatabase, run: (trx: LeadTransaction) => Promise<T>): Promise<T> {
  return db.isTransaction ? run(db as LeadTransaction) : db.transaction().execute(run);
}

/** In a transaction of their own, which stays only if `run` says so; its result is given either way. */
export async function inTrial<T>(
  db: LeadDatabase,
  run: (trx: LeadTransaction) => Promise<{ readonly result: T; readonly stays: boolean }>,
): Promise<T> {
  let undone: { readonly result: T } | undefined;
  try {
    return await db.transaction().execute(async (trx) => {
      const { result, stays } = await run(trx);
      if (stays) return result;
      undone = { result };
      throw undone;
    });
  } catch (error) {
    if (undone && error === undone) return undone.result;
    throw error;
  }
}

const rehearsals = new WeakSet<LeadDatabase>();

/** All that `run` does, and then none of it. Statements may ask whether they are only tried. */
export const inRehearsal = <T>(db: LeadDatabase, run: (trx: LeadTransaction) => Promise<T>): Promise<T> =>
  inTrial(db, async (trx) => {
    rehearsals.add(trx);
    return { result: await run(trx), stays: false };
  });

export const isRehearsal = (db: LeadDatabase): boolean => rehearsals.has(db);

/**
 * Waits until no transaction is left that began before now. A write takes its snapshot after its transaction began, so
 * whatever begins from here on sees the definition of now. (Transaction ids would not tell: one is drawn at the first
 * write, after the snapshot.)
 */
export async function waitForOlderWrites(db: Database, isStopping: () => boolean): Promise<void> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(db);
  const now = rows[0]?.now;
  while (!isStopping()) {
    const older = await sql`
      select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
        and pid <> pg_backend_pid() and xact_start < ${now}::timestamptz limit 1`.execute(db);
    if (older.rows.length === 0) return;
    await sleep(20);
  }
}

const nilId = '00000000-0000-0000-0000-000000000000';

type Lead = components['schemas']['Lead'];
type Stored = Pick<Lead, 'id' | 'version' | 'created_at' | 'updated_at'>;

/** To be set before the writes that may be taken back. */
export const markWrites = (trx: LeadDatabase) => sql`savepoint before_writes`.execute(trx);

/** The written leads in their order. A lead that the same writes create cannot be named: another that repeats it is no duplicate. */
export async function takeBack(
  trx: LeadDatabase,
  grant: Grant,
  written: readonly Written[],
): Promise<readonly Written[]> {
  await sql`rollback to savepoint before_writes`.execute(trx);
  const isNew = new Set(written.flatMap(({ effect, lead }) => (effect === 'create' ? [lead.id] : [])));
  const ids = [...new Set(written.map(({ lead }) => lead.id))].filter((id) => !isNew.has(id));
  const stored = ids.length > 0 ? await storedLeads(trx, grant, ids) : new Map<string, Stored>();
  return inTurns(written, ({ lead, effect, duplicateOf }) => {
    const sent = JSON.parse(lead.json) as Lead;
    const shown = { ...sent, ...(isNew.has(lead.id) ? { id: nilId, version: 0 } : stored.get(lead.id)) };
    return {
      lead: { id: shown.id, version: shown.version, json: JSON.stringify(shown) as LeadText },
      effect,
      ...(duplicateOf !== undefined && !isNew.has(duplicateOf) && { duplicateOf }),
    };
  });
}

async function storedLeads(trx: LeadDatabase, grant: Grant, ids: readonly string[]) {
  const rows = currentRows((await storedStatement(grant, ids).execute(trx)).rows);
  return new Map(rows.flatMap(({ current: _, ...lead }) => (lead.id === null ? [] : [[lead.id, lead as Stored]])));
}

function storedStatement(
  grant: Grant,
  ids: readonly string[],
): RawBuilder<{ current: boolean; id: string | null; version: number; created_at: string; updated_at: string }> {
  return sql`
    with ${guardCte(grant)}
    select ${guarded} as current, l.id, l.version, ${rfc3339(sql`l.created_at`)} as created_at, ${rfc3339(sql`l.updated_at`)} as updated_at
    from guard left join leads l on ${visible(grant)} and l.id = any(${ids}::uuid[])`;
}
