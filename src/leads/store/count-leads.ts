/** Counts leads, to a bound: who asks needs to know "many", not how many, and must not make the database count millions. */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { guardCte, guarded, StaleGrant } from './guard.ts';
import { matching, type Narrowing } from './matching.ts';
import type { LeadDatabase } from './tables.ts';

/** Counting stops here. */
export const countedTo = 10_000;

export interface Count {
  readonly count: number;
  /** False when there are more than were counted. */
  readonly exact: boolean;
}

export async function countLeads(db: LeadDatabase, grant: Grant, narrowing: Narrowing): Promise<Count> {
  const [row] = (await countStatement(grant, narrowing).execute(db)).rows;
  if (!row?.current) throw new StaleGrant();
  return { count: Math.min(row.counted, countedTo), exact: row.counted <= countedTo };
}

/** Exported for the test that keeps its text. */
export function countStatement(
  grant: Grant,
  narrowing: Narrowing,
): RawBuilder<{ readonly current: boolean; readonly counted: number }> {
  return sql`
    with ${guardCte(grant)}
    select ${guarded} as current, (
      select count(*)::int from (select from leads l where ${matching(grant, narrowing)} limit ${sql.lit(countedTo + 1)}) c) as counted
    from guard`;
}
