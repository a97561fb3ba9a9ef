/**
 * A lead as JSON text, built by PostgreSQL: of its fields those that are stored, without removed ones. `fields-in-order` names
 * the others too and puts them into the campaign's order.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';

type Part = 'id' | 'external_id' | 'status' | 'values' | 'version' | 'created_at' | 'updated_at';

/** The JSON text of the lead in the row with this alias. */
export function leadJson(campaign: Campaign, alias: 'l' | 'w' | 'j'): RawBuilder<string> {
  return leadText(campaign, (name) => sql.ref(`${alias}.${name}`));
}

/** The same as a reader sees it: members see which one it was marked as a duplicate of, also where its vendor does not. */
export function leadJsonFor({ campaign, actor }: Grant, alias: 'l'): RawBuilder<string> {
  if (actor.kind === 'token') return leadJson(campaign, alias);
  const of = sql.ref(`${alias}.duplicate_of`);
  return sql`concat(left(${leadJson(campaign, alias)}, -1), ',"duplicate_of":"' || ${of} || '"', '}')`;
}

/** The same of a lead whose parts stand elsewhere, such as in an event. */
export function leadText(campaign: Campaign, part: (name: Part) => RawBuilder<unknown>): RawBuilder<string> {
  const removed = campaign.removedFields.map((f) => f.key);
  const fields = removed.length > 0 ? sql`(${part('values')} - ${removed}::text[])` : part('values');
  return sql`concat('{"id":"', ${part('id')}, '","external_id":', coalesce(to_json(${part('external_id')})::text, 'null'),
    ',"status":', to_json(${part('status')})::text, ',"fields":', (${fields})::text, ',"version":', ${part('version')},
    ',"created_at":"', ${time(part('created_at'))}, '","updated_at":"', ${time(part('updated_at'))}, '"}')`;
}

/** RFC 3339 in UTC with milliseconds. */
export function time(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
