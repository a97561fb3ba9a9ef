/**
 * Leads that somebody names, by id or external id, under a scope whose condition reads `values`. These may stand out of line, where
 * reading them takes a while: a hidden lead would be told from a missing one by the time of the answer. So where there is none,
 * the values of another lead of the campaign are read instead. Which one follows from what was asked for, and from an id that no
 * vendor knows: asked again it is the same, and from how long it took nothing follows about the leads nearby.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { storedRow } from './condition-sql.ts';
import { guarded } from './guard.ts';
import { scopeCondition } from './scope-sql.ts';

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
