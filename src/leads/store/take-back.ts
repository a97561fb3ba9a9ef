/**
 * Takes back what a dry run has written, and shows the leads as the dry run answers them: a lead that is there with its stored
 * version and times, a lead that is not there with the nil UUID (RFC 9562, 5.9) and version 0. Values are those of the write.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { components } from '../../generated/leads.ts';
import { inTurns } from '../../operation/turns.ts';
import { guardCte, guarded, StaleGrant } from './guard.ts';
import { time } from './lead-json.ts';
import type { LeadText, Written } from './outcome.ts';
import { visible } from './scope-sql.ts';
import type { LeadDatabase } from './tables.ts';

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
  const rows = (await storedStatement(grant, ids).execute(trx)).rows;
  if (rows.some(({ current }) => !current)) throw new StaleGrant();
  return new Map(rows.flatMap(({ current: _, ...lead }) => (lead.id === null ? [] : [[lead.id, lead as Stored]])));
}

function storedStatement(
  grant: Grant,
  ids: readonly string[],
): RawBuilder<{ current: boolean; id: string | null; version: number; created_at: string; updated_at: string }> {
  return sql`
    with ${guardCte(grant)}
    select ${guarded} as current, l.id, l.version, ${time(sql`l.created_at`)} as created_at, ${time(sql`l.updated_at`)} as updated_at
    from guard left join leads l on ${visible(grant)} and l.id = any(${ids}::uuid[])`;
}
