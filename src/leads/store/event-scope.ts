/**
 * The scope of a grant on the two states that an event has, as `lead_events e`: what was visible before it, and what is after
 * it. Both are two-valued, and false where there is no state.
 */
import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { type Condition, pathsOf } from '../../campaign/condition/condition.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { conditionSql, type RowSource } from './condition-sql.ts';
import { fits } from './scope-sql.ts';

export function wasVisible(grant: Grant): RawBuilder<boolean> {
  return inScope(grant, sql`e.before`);
}

export function isVisibleAfter(grant: Grant): RawBuilder<boolean> {
  return inScope(grant, sql`e.after`);
}

/**
 * The state of an erased lead has no values: it names the conditions that held for it. Another condition was not one of a
 * filter when the lead was erased, and is taken not to hold. (States that were erased before the names were kept have the
 * values that filters read, under `kept`.)
 */
function inScope(grant: Grant, state: RawBuilder<unknown>): RawBuilder<boolean> {
  const { scope } = grant;
  if (scope.kind !== 'condition') return sql<boolean>`(${state} is not null and ${fits(grant, stateOf(state))})`;
  const paths = [...pathsOf(scope.condition)].filter((path) => path !== 'created_at');
  return sql<boolean>`(${state} is not null and case
      when ${state} ? 'erased' then ${state} -> 'erased' ? ${nameOf(scope.condition)}
      when ${state} ? 'kept' and not ${state} -> 'kept' @> ${JSON.stringify(paths)}::jsonb then false
      else ${fits(grant, stateOf(state))} end)`;
}

/** By what a condition is known in the states of erased leads. */
const nameOf = (condition: Condition): string =>
  createHash('sha256').update(JSON.stringify(condition)).digest('base64url').slice(0, 16);

/** What is left of a state when its lead is erased: the names of the conditions of the campaign's filters that held for it. */
export function erasedState(campaign: Campaign, state: RawBuilder<unknown>, leadId: RawBuilder<string>) {
  const conditions = new Map(campaign.filters.map(({ condition }) => [nameOf(condition), condition]));
  const names = [...conditions].map(
    ([name, condition]) =>
      sql`case when ${conditionSql(campaign, condition, stateOf(state, leadId))} then ${sql.lit(name)} end`,
  );
  const held = names.length > 0 ? sql`to_jsonb(array_remove(array[${sql.join(names)}], null))` : sql`'[]'::jsonb`;
  return sql`jsonb_build_object('erased', ${held})`;
}

const stateOf = (state: RawBuilder<unknown>, leadId: RawBuilder<string> = sql`e.lead_id`): RowSource => ({
  id: leadId,
  status: sql`((${state} ->> 'status') collate "C")`,
  externalId: sql`((${state} ->> 'external_id') collate "C")`,
  values: sql`(${state} -> 'values')`,
  column: undefined,
});
