/**
 * The scope of a grant on the two states that an event has, as `lead_events e`: what was visible before it, and what is after
 * it. Both are two-valued, and false where there is no state.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { pathsOf } from '../../campaign/condition.ts';
import type { RowSource } from './condition-sql.ts';
import { fits } from './scope-sql.ts';

export function wasVisible(grant: Grant): RawBuilder<boolean> {
  return inScope(grant, sql`e.before`);
}

export function isVisibleAfter(grant: Grant): RawBuilder<boolean> {
  return inScope(grant, sql`e.after`);
}

/** What an erasure has taken away proves nothing: a state without what the condition reads is out of its scope. */
function inScope(grant: Grant, state: RawBuilder<unknown>): RawBuilder<boolean> {
  const { scope } = grant;
  const paths = scope.kind === 'condition' ? [...pathsOf(scope.condition)].filter((path) => path !== 'created_at') : [];
  const told =
    paths.length > 0
      ? sql`(${state} -> 'kept' is null or ${state} -> 'kept' @> ${JSON.stringify(paths)}::jsonb)`
      : sql`true`;
  return sql<boolean>`(${state} is not null and ${told} and ${fits(grant, stateOf(state))})`;
}

const stateOf = (state: RawBuilder<unknown>): RowSource => ({
  id: sql`e.lead_id`,
  status: sql`((${state} ->> 'status') collate "C")`,
  externalId: sql`((${state} ->> 'external_id') collate "C")`,
  values: sql`(${state} -> 'values')`,
  column: undefined,
});
