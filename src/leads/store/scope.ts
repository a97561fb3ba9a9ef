/**
 * This file alone says, as SQL, which leads a grant sees. Like row-level security, a grant has two rules: `visible` applies to stored
 * leads, `fits` to the row that a write leaves behind. Both start from "nothing". Lists, events and lookups by id or external id are
 * built on them here.
 */
import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { type Condition, pathsOf } from '../../campaign/condition/condition.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { firstIdAtSql, timeOfIdSql } from '../../ids/ids-sql.ts';
import { conditionSql, type FoldedText, foldedSql, type RowSource, storedRow } from './condition-sql.ts';
import { guardHolds } from './guard.ts';

/** Whether the lead exists for this grant: campaign, guard and condition, on `leads l`. */
export function visible(grant: Grant): RawBuilder<boolean> {
  return sql`l.campaign_id = ${grant.campaign.id} and (select ok from guard) and ${scopeCondition(grant, storedRow)}`;
}

/** Whether a write may leave the row like this; never null. */
export function fits(grant: Grant, row: RowSource): RawBuilder<boolean> {
  return sql`coalesce(${scopeCondition(grant, row)}, false)`;
}

/** The condition of the scope on any row. May be null, which counts as false. */
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

/** Whether the grant saw the lead before the event `lead_events e`. Never null; false if there is no state. */
export function wasVisible(grant: Grant): RawBuilder<boolean> {
  return inScope(grant, sql`e.before`);
}

/** Whether the grant sees the lead after the event. Never null; false if there is no state. */
export function isVisibleAfter(grant: Grant): RawBuilder<boolean> {
  return inScope(grant, sql`e.after`);
}

/**
 * The state of an erased lead has no values. It lists the names of the filter conditions that the lead met. A condition that was no
 * filter when the lead was erased counts as not met. (Older erased states have the values that filters read, under `kept`.)
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

/** The name of a condition in the states of erased leads: a hash. */
const nameOf = (condition: Condition): string =>
  createHash('sha256').update(JSON.stringify(condition)).digest('base64url').slice(0, 16);

/** The rest of a state when its lead is erased: the names of the campaign's filter conditions that it met. */
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

/** Whether the scope's condition reads `values`, and not only columns, of a stored lead. */
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

/**
 * The expression `id`, or null if the scope reads `values` and the grant does not see the lead. The caller still checks `visible`.
 * See `visibleAmong` for the reason.
 */
export function idIfVisible(grant: Grant, id: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!readsValues(grant)) return id;
  return sql`(${visibleAmong(grant, sql`l.id`, id, (lead) => sql`${lead}.id = ${id}`)})`;
}

/**
 * A subquery of whole rows: the leads with this external id. The caller checks `visible`. The subquery uses only the external-id
 * index. `offset 0` is an optimisation fence: with the scope's condition beside it, the planner would scan the scope whenever
 * statistics lag behind the leads.
 */
export function withExternalId(grant: Grant, externalId: RawBuilder<unknown>): RawBuilder<unknown> {
  const isNamed = (lead: RawBuilder<unknown>) => sql<boolean>`${lead}.external_id = ${externalId}`;
  const named = readsValues(grant)
    ? visibleAmong(grant, sql`l.*`, externalId, isNamed)
    : sql`select l.* from leads l where l.campaign_id = ${grant.campaign.id} and ${guardHolds} and ${isNamed(sql`l`)}`;
  return sql`(${named} offset 0)`;
}

/**
 * Selects `what` from the named leads that the grant sees, in the same time whether a lead is hidden or missing.
 *
 * `values` may be stored out of line, so reading them takes a while. A hidden lead, whose values are read, would answer later than a
 * missing one. If the named lead is missing, the values of another lead of the campaign are therefore read instead. The other lead is
 * looked up in any case. It follows from the name and from the campaign's id, which no vendor knows: the same question reads the
 * same lead, and the time reveals nothing about leads nearby.
 */
function visibleAmong(
  grant: Grant,
  what: RawBuilder<unknown>,
  name: RawBuilder<unknown>,
  isNamed: (lead: RawBuilder<unknown>) => RawBuilder<boolean>,
): RawBuilder<unknown> {
  const { id } = grant.campaign;
  const end = (order: 'asc' | 'desc') =>
    sql`(select ${timeOfIdSql(sql`b.id`)} from leads b where b.campaign_id = ${id} order by b.id ${sql.raw(order)} limit 1)`;
  return sql`
    with span as materialized (select ${end('asc')} as first, ${end('desc')} as last),
    other as materialized (
      select o.* from leads o where o.campaign_id = ${id} and ${guardHolds}
        and o.id >= (select ${firstIdAtSql(sql`s.first + floor((s.last - s.first) * ${fractionOf(id, name)})::bigint`)} from span s)
      order by o.id limit 1)
    select ${what} from (
      select e.*, true as is_asked from leads e
      where e.campaign_id = ${id} and ${guardHolds} and ${isNamed(sql`e`)} and (select count(*) from other) >= 0
      union all
      select o.*, false from other o where not exists (select from leads e where e.campaign_id = ${id} and ${isNamed(sql`e`)})
      offset 0) l
    where case when ${scopeCondition(grant, storedRow)} then l.is_asked else false end`;
}

/** A number from 0 to less than 1, which follows from both arguments. */
const fractionOf = (campaignId: string, name: RawBuilder<unknown>) =>
  sql`(('x' || left(md5(${campaignId}::text || ' ' || ${name}::text), 8))::bit(32)::bigint / 4294967296.0)`;

export interface Bound {
  readonly op: 'gt' | 'gte' | 'lt' | 'lte';
  /** RFC 3339 in UTC. */
  readonly at: string;
}

export interface Narrowing {
  /** The client's filters, in addition to the scope. */
  readonly conditions: readonly (Condition | FoldedText)[];
  readonly updated: readonly Bound[];
}

/**
 * The leads of a list, count or export: those that the grant sees and the client asks for. `rest`: further conditions, such as
 * where a page begins.
 */
export function matching(
  grant: Grant,
  { conditions, updated }: Narrowing,
  rest: readonly RawBuilder<boolean>[] = [],
): RawBuilder<boolean> {
  const parts = [
    visible(grant),
    ...conditions.map((condition) =>
      'folded' in condition ? foldedSql(grant.campaign, condition) : conditionSql(grant.campaign, condition, storedRow),
    ),
    ...updated.map(({ op, at }) => sql<boolean>`l.updated_at ${comparators[op]} ${at}::timestamptz`),
    ...rest,
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

const comparators = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` };
