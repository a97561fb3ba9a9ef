/**
 * A lead as JSON text, built by PostgreSQL and passed through as bytes. Every present field of the campaign is named: a
 * template of empty values is laid under what is stored, and values of removed fields are left out.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';

/** The JSON text of the lead in the row with this alias. */
export function leadJson(campaign: Campaign, alias: 'l' | 'w' | 'j'): RawBuilder<string> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const fields = sql`(${emptyFields(campaign)}::jsonb || ${column('values')}) - ${campaign.removedFields.map((f) => f.key)}::text[]`;
  return sql`concat('{"id":"', ${column('id')}, '","external_id":', coalesce(to_json(${column('external_id')})::text, 'null'),
    ',"status":', to_json(${column('status')})::text, ',"fields":', (${fields})::text, ',"version":', ${column('version')},
    ',"created_at":"', ${time(column('created_at'))}, '","updated_at":"', ${time(column('updated_at'))}, '"}')`;
}

const templates = new WeakMap<Campaign, string>();

/** Made once for each reading of a definition. */
function emptyFields(campaign: Campaign): string {
  const known = templates.get(campaign);
  if (known !== undefined) return known;
  const empty = campaign.fields.map((f) => [f.key, f.type === 'multi_select' ? [] : null]);
  const template = JSON.stringify(Object.fromEntries(empty));
  templates.set(campaign, template);
  return template;
}

/** RFC 3339 in UTC with milliseconds. */
export function time(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
