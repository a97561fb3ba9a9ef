/**
 * About how many leads a list has, as the planner believes: it reads statistics, and no lead. Statistics are of all leads
 * together, so this is for members alone: a token would learn of leads that it does not see.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Database } from '../../database/connection.ts';
import type { Count } from './count-leads.ts';
import { guardCte } from './guard.ts';
import { matching, type Narrowing } from './matching.ts';

interface Plan {
  readonly 'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[];
}

/** Never exact. It runs no guard: whoever answers with it confirms the grant. */
export async function estimateLeads(db: Database, grant: Grant, narrowing: Narrowing): Promise<Count> {
  const [row] = (await estimateStatement(grant, narrowing).execute(db)).rows;
  return { count: Math.round(row?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0), exact: false };
}

function estimateStatement(grant: Grant, narrowing: Narrowing): RawBuilder<Plan> {
  return sql`
    explain (format json)
    with ${guardCte(grant)}
    select from leads l where ${matching(grant, narrowing)}`;
}
