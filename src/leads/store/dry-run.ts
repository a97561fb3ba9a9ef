/**
 * Dry runs write like any request and then take everything back. A rehearsal is the transaction of a dry run; `takeBack` returns the
 * leads as the answer shows them.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { components } from '../../generated/leads.ts';
import { inTurns } from '../../operation/turns.ts';
import { currentRows, guardCte, guardHolds } from './guard.ts';
import { rfc3339 } from './lead-text.ts';
import type { LeadText, Written } from './outcome.ts';
import { visible } from './scope.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';
import { inTrial } from './transaction.ts';

const rehearsals = new WeakSet<LeadDatabase>();

/** Runs `run` and rolls everything back. Statements can ask {@link isRehearsal}. */
export const inRehearsal = <T>(db: LeadDatabase, run: (trx: LeadTransaction) => Promise<T>): Promise<T> =>
  inTrial(db, async (trx) => {
    rehearsals.add(trx);
    return { result: await run(trx), stays: false };
  });

export const isRehearsal = (db: LeadDatabase): boolean => rehearsals.has(db);

const nilId = '00000000-0000-0000-0000-000000000000';

type Lead = components['schemas']['Lead'];
type Stored = Pick<Lead, 'id' | 'version' | 'created_at' | 'updated_at'>;

/** Marks the point to which `takeBack` returns; called before the writes. */
export const markWrites = (trx: LeadDatabase) => sql`savepoint before_writes`.execute(trx);

/**
 * Takes back the writes of a dry run, and returns the leads as the dry run shows them, in order: with the values that were written, and
 * with the stored version and times, or with the nil UUID (RFC 9562, 5.9) and version 0 if they are new. A new lead is never
 * named as the lead that another one is a duplicate of.
 */
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
    select ${guardHolds} as current, l.id, l.version, ${rfc3339(sql`l.created_at`)} as created_at, ${rfc3339(sql`l.updated_at`)} as updated_at
    from guard left join leads l on ${visible(grant)} and l.id = any(${ids}::uuid[])`;
}
