/**
 * The scope of a grant on the two states that an event has, as `lead_events e`: what was visible before it, and what is after
 * it. Both are two-valued, and false where there is no state.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { RowSource } from './condition-sql.ts';
import { fits } from './scope-sql.ts';

export function wasVisible(grant: Grant): RawBuilder<boolean> {
  return sql<boolean>`(e.before is not null and ${fits(grant, stateOf(sql`e.before`))})`;
}

export function isVisibleAfter(grant: Grant): RawBuilder<boolean> {
  return sql<boolean>`(e.after is not null and ${fits(grant, stateOf(sql`e.after`))})`;
}

const stateOf = (state: RawBuilder<unknown>): RowSource => ({
  id: sql`e.lead_id`,
  status: sql`((${state} ->> 'status') collate "C")`,
  externalId: sql`((${state} ->> 'external_id') collate "C")`,
  values: sql`(${state} -> 'values')`,
  column: undefined,
});
