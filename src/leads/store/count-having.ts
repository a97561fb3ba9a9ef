/**
 * How many leads a condition of the system's own concerns, such as "the field is not empty", told before a definition is
 * changed. Where an index serves the condition it is counted as a list is; elsewhere among the newest leads alone, for
 * nobody waits for a table to be read who only wants to know whether to go on.
 */
import { sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { comparisons } from '../../campaign/condition/condition.ts';
import { readyColumn } from '../../campaign/key-columns.ts';
import type { Database } from '../../database/connection.ts';
import { storedRow } from './condition-sql.ts';
import { type Count, countedTo, countLeads } from './count-leads.ts';
import { guardCte, guarded, StaleGrant } from './guard.ts';
import { scopeCondition } from './scope-sql.ts';
import { withLeads } from './tables.ts';

/** Leads that are looked at where no index tells which to count. */
const lookedAt = 100_000;

/** The leads in the grant's scope. Throws `StaleGrant`. */
export async function countHaving(db: Database, grant: Grant): Promise<Count> {
  if (isServed(grant)) return countLeads(withLeads(db), grant, { conditions: [], updated: [] });
  const { rows } = await sql<{ current: boolean; counted: number; all: boolean }>`
    with ${guardCte(grant)},
    newest as materialized (
      select ${scopeCondition(grant, storedRow)} as counts from leads l
      where l.campaign_id = ${grant.campaign.id} and ${guarded} order by l.id desc limit ${sql.lit(lookedAt + 1)})
    select ${guarded} as current, count(*) filter (where n.counts)::int as counted, count(*) <= ${lookedAt} as all from newest n`.execute(
    db,
  );
  const [row] = rows;
  if (!row?.current) throw new StaleGrant();
  return { count: Math.min(row.counted, countedTo), exact: row.all && row.counted <= countedTo };
}

function isServed({ campaign, scope }: Grant): boolean {
  if (scope.kind !== 'condition') return true;
  return [...comparisons(scope.condition)].every(
    ({ path }) => path === 'status' || readyColumn(campaign, path.replace(/^fields\./, '')) !== undefined,
  );
}
