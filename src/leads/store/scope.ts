/**
 * A grant's two rules as SQL, as row-level security has them: *visible* on the stored row, *check* on the row that a write
 * leaves behind. Both start from "nothing".
 *
 * The scope of a grant on the two states that an event has, as `lead_events e`: what was visible before it, and what is after
 * it. Both are two-valued, and false where there is no state.
 *
 * Leads that somebody names, by id or external id, under a scope whose condition reads `values`. These may stand out of line, where
 * reading them takes a while: a hidden lead would be told from a missing one by the time of the answer. So where there is none,
 * the values of another lead of the campaign are read instead. Which one follows from what was asked for, and from an id that no
 * vendor knows: asked again it is the same, and from how long it took nothing follows about the leads nearby.
 *
 * Which leads a list, a count or an export is of: what the grant sees, narrowed by what the client asks for. On `leads l`.
 */

import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { type Condition, pathsOf } from '../../campaign/condition.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { conditionSql, type FoldedText, foldedSql, type RowSource, storedRow } from './condition-sql.ts';
import { guarded } from './guard.ts';

/** Which leads exist for this grant: campaign, guard and condition, on `leads l`. */
export function visible(grant: Grant): RawBuilder<boolean> {
  return sql`l.campaign_id = ${grant.campaign.id} and (select ok from guard) and ${scopeCondition(grant, storedRow)}`;
}

/** Whether the row may be left like this; never null. */
export function fits(grant: Grant, row: RowSource): RawBuilder<boolean> {
  return sql`coalesce(${scopeCondition(grant, row)}, false)`;
}

export function scopeCondition({ campaign, scope }: Grant, row: RowSource): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'everything':
      return sql`true`;
    case 'condition':
      return conditionSql(campaign, scope.condition, row);
    default:
      return sql`false`;
  }
}

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

/** Whether the scope's condition reads more of a stored lead than its columns. */
export function readsValues(grant: Grant): boolean {
  let reads = false;
  scopeCondition(grant, {
    ...storedRow,
    get values() {
      reads = true;
      return storedRow.values;
    },
  });
  return reads;
}

/** The id `id` (an expression), or null where that may be: the grant does not see such a lead. Whoever asks still looks whether it does. */
export function askedId(grant: Grant, id: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!readsValues(grant)) return id;
  return sql`(${visibleAmong(grant, sql`l.id`, id, (lead) => sql`${lead}.id = ${id}`)})`;
}

/**
 * A subquery of whole rows: the leads that have the external id. It uses the index of these alone, behind a fence (`offset 0`), for
 * beside what the scope asks for the planner would walk through the scope whenever its statistics are older than the leads. Which
 * of them are visible, whoever asks says.
 */
export function withExternalId(grant: Grant, externalId: RawBuilder<unknown>): RawBuilder<unknown> {
  const isNamed = (lead: RawBuilder<unknown>) => sql<boolean>`${lead}.external_id = ${externalId}`;
  const named = readsValues(grant)
    ? visibleAmong(grant, sql`l.*`, externalId, isNamed)
    : sql`select l.* from leads l where l.campaign_id = ${grant.campaign.id} and ${guarded} and ${isNamed(sql`l`)}`;
  return sql`(${named} offset 0)`;
}

/** `what` of those that are visible. The other lead is looked for in any case, and its values are read where it is needed. */
function visibleAmong(
  grant: Grant,
  what: RawBuilder<unknown>,
  asked: RawBuilder<unknown>,
  isAsked: (lead: RawBuilder<unknown>) => RawBuilder<boolean>,
): RawBuilder<unknown> {
  const { id } = grant.campaign;
  const end = (order: 'asc' | 'desc') =>
    sql`(select ${millisecondsOf(sql`b.id`)} from leads b where b.campaign_id = ${id} order by b.id ${sql.raw(order)} limit 1)`;
  return sql`
    with span as materialized (select ${end('asc')} as first, ${end('desc')} as last),
    other as materialized (
      select o.* from leads o where o.campaign_id = ${id} and ${guarded}
        and o.id >= (select ${firstIdAt(sql`s.first + floor((s.last - s.first) * ${fractionOf(id, asked)})::bigint`)} from span s)
      order by o.id limit 1)
    select ${what} from (
      select e.*, true as is_asked from leads e
      where e.campaign_id = ${id} and ${guarded} and ${isAsked(sql`e`)} and (select count(*) from other) >= 0
      union all
      select o.*, false from other o where not exists (select from leads e where e.campaign_id = ${id} and ${isAsked(sql`e`)})
      offset 0) l
    where case when ${scopeCondition(grant, storedRow)} then l.is_asked else false end`;
}

/** The time inside an id (RFC 9562, 5.7), and the least id of such a time. */
const millisecondsOf = (id: RawBuilder<unknown>) =>
  sql`('x' || left(replace(${id}::text, '-', ''), 12))::bit(48)::bigint`;
const firstIdAt = (milliseconds: RawBuilder<unknown>) =>
  sql`(lpad(to_hex(${milliseconds}), 12, '0') || repeat('0', 20))::uuid`;

/** A number from 0 to less than 1. */
const fractionOf = (campaignId: string, asked: RawBuilder<unknown>) =>
  sql`(('x' || left(md5(${campaignId}::text || ' ' || ${asked}::text), 8))::bit(32)::bigint / 4294967296.0)`;

export interface Bound {
  readonly op: 'gt' | 'gte' | 'lt' | 'lte';
  /** RFC 3339 in UTC. */
  readonly at: string;
}

export interface Narrowing {
  /** What the client's filters come to, beside the scope. */
  readonly conditions: readonly (Condition | FoldedText)[];
  readonly updated: readonly Bound[];
}

/** `rest`: what else must hold, such as where a page begins. */
export function matching(
  grant: Grant,
  { conditions, updated }: Narrowing,
  rest: readonly RawBuilder<boolean>[] = [],
): RawBuilder<boolean> {
  const parts = [
    visible(grant),
    ...conditions.map((one) =>
      'folded' in one ? foldedSql(grant.campaign, one) : conditionSql(grant.campaign, one, storedRow),
    ),
    ...updated.map(({ op, at }) => sql<boolean>`l.updated_at ${comparators[op]} ${at}::timestamptz`),
    ...rest,
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

const comparators = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` };
