/**
 * Counts leads for members: to the end if there is time, else as far as it came, so that what it tells is never a guess. It goes
 * through the leads in parts by their ids, newest first, in one snapshot: however rare what is counted may be, each statement is
 * short, and counting ends when its time is over.
 */
import { sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Database } from '../../database/connection.ts';
import type { Count } from './count-leads.ts';
import { guardCte, guarded, StaleGrant } from './guard.ts';
import { matching, type Narrowing } from './matching.ts';

export interface Patience {
  /** Counting stops when there are more; left out: never. */
  readonly most?: number;
  /** Milliseconds after which no further part is begun. */
  readonly milliseconds: number;
}

/** Leads that the first part goes through; each further one goes through twice as many, up to the last. */
const [firstPart, largestPart] = [10_000, 160_000];

/** `exact` is false when there may be more than `count`. Throws `StaleGrant`. */
export function countWithin(
  db: Database,
  grant: Grant,
  narrowing: Narrowing,
  { most = Number.POSITIVE_INFINITY, milliseconds }: Patience,
): Promise<Count> {
  const end = performance.now() + milliseconds;
  const transaction = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return transaction.execute(async (trx) => {
    let counted = 0;
    let before: string | undefined;
    for (let size = firstPart; ; size = Math.min(size * 2, largestPart)) {
      const part = await countPart(trx, grant, narrowing, { before, size });
      counted += part.counted;
      if (counted > most) return { count: most, exact: false };
      if (part.last === null) return { count: counted, exact: true };
      if (performance.now() >= end) return { count: counted, exact: false };
      before = part.last;
    }
  });
}

interface Part {
  readonly counted: number;
  /** Id of the lead at which the next part begins; null where this was the last one. */
  readonly last: string | null;
}

async function countPart(
  trx: Database,
  grant: Grant,
  narrowing: Narrowing,
  { before, size }: { readonly before: string | undefined; readonly size: number },
): Promise<Part> {
  const { id } = grant.campaign;
  const upTo = before === undefined ? [] : [sql<boolean>`l.id <= ${before}::uuid`];
  const { rows: ends } = await sql<{ last: string }>`
    select l.id as last from leads l where ${sql.join([sql`l.campaign_id = ${id}`, ...upTo], sql` and `)}
    order by l.id desc offset ${sql.lit(size)} limit 1`.execute(trx);
  const last = ends[0]?.last ?? null;
  const from = last === null ? [] : [sql<boolean>`l.id > ${last}::uuid`];
  const { rows } = await sql<{ current: boolean; counted: number }>`
    with ${guardCte(grant)}
    select ${guarded} as current, (
      select count(*)::int from leads l where ${matching(grant, narrowing, [...upTo, ...from])}) as counted
    from guard`.execute(trx);
  if (!rows[0]?.current) throw new StaleGrant();
  return { counted: rows[0].counted, last };
}
