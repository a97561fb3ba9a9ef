/**
 * A lead as a line of CSV (RFC 4180), built by PostgreSQL. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front; numbers, times, options and statuses cannot be one.
 */
import { type RawBuilder, sql } from 'kysely';
import type { CsvForm } from '../../access/csv-form.ts';
import type { Campaign, Field } from '../../campaign/definition.ts';
import type { FieldTypeEntry } from '../../campaign/field-types/entry.ts';
import { traits } from '../../campaign/field-types.ts';
import { time } from './lead-json.ts';

const own = ['id', 'external_id', 'status', 'version', 'created_at', 'updated_at'];

/** The names of the columns: those of a lead, then the keys of the fields; `fields.id` where a field is called as one of those. */
export function csvHeader({ fields }: Pick<Campaign, 'fields'>, separator = ','): string {
  const keys = fields.map(({ key }) => (own.includes(key) ? `fields.${key}` : key));
  return [...own, ...keys].join(separator);
}

/** On `leads l`. `form`: of a spreadsheet; without one, for programs. */
export function csvLine({ fields }: Pick<Campaign, 'fields'>, form?: CsvForm): RawBuilder<string> {
  const line = [
    sql`l.id::text`,
    text(sql`l.external_id`),
    sql`l.status`,
    sql`l.version::text`,
    moment(sql`l.created_at`, form),
    moment(sql`l.updated_at`, form),
    ...fields.map((field) => fieldCell(field, form)),
  ];
  return sql`array_to_string(array[${sql.join(line)}], ${sql.lit(form?.separator ?? ',')}, '')`;
}

/** `2026-11-30 14:05:09` on a clock in the zone: an Excel of any language takes that for a time, and RFC 3339 for a text. */
function moment(at: RawBuilder<unknown>, form?: CsvForm): RawBuilder<unknown> {
  return form ? sql`to_char(${at} at time zone ${form.zone}::text, 'YYYY-MM-DD HH24:MI:SS')` : time(at);
}

type Cell = (value: RawBuilder<unknown>, form?: CsvForm) => RawBuilder<unknown>;

const fieldCell = ({ key, type }: Field, form?: CsvForm): RawBuilder<unknown> =>
  cells[traits[type].csv](sql`(l.values ->> ${key}::text)`, form);

/** `=`, `+`, `-`, `@`, tab, carriage return and line feed make a formula of a cell. */
const text = (value: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when ascii(${value}) in (61, 43, 45, 64, 9, 13, 10) then '"''' else '"' end || replace(${value}, '"', '""') || '"'`;

const cells: Readonly<Record<FieldTypeEntry['csv'], Cell>> = {
  plain: (value) => value,
  decimal: (value, form) => (form?.decimal === ',' ? sql`replace(${value}, '.', ',')` : value),
  moment: (value, form) => (form ? moment(sql`${value}::timestamptz`, form) : value),
  // Options are made of letters, digits, `-` and `_`: what is left of the list is their names and the commas.
  list: (value) => sql`'"' || translate(${value}, '[]" ', '') || '"'`,
  text,
};
