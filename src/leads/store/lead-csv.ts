/**
 * A lead as a line of CSV (RFC 4180), built by PostgreSQL. A text that a spreadsheet would read as a formula gets a leading
 * apostrophe. Numbers, times, options and statuses cannot be formulas.
 */
import { type RawBuilder, sql } from 'kysely';
import type { CsvForm } from '../../access/csv-form.ts';
import type { Campaign, Field } from '../../campaign/definition.ts';
import type { FieldTypeEntry } from '../../campaign/field-types/entry.ts';
import { traits } from '../../campaign/field-types.ts';
import { rfc3339 } from './lead-text.ts';

const leadColumns = ['id', 'external_id', 'status', 'version', 'created_at', 'updated_at'];

/**
 * The names of the columns: those of a lead, then the keys of the fields. A field that shares a name with a column is `fields.id`
 * and the like.
 */
export function csvHeader({ fields }: Pick<Campaign, 'fields'>, separator = ','): string {
  const keys = fields.map(({ key }) => (leadColumns.includes(key) ? `fields.${key}` : key));
  return [...leadColumns, ...keys].join(separator);
}

/** On `leads l`. `form`: the form for a spreadsheet; left out: for programs. */
export function csvLine({ fields }: Pick<Campaign, 'fields'>, form?: CsvForm): RawBuilder<string> {
  const line = [
    sql`l.id::text`,
    textCell(sql`l.external_id`),
    sql`l.status`,
    sql`l.version::text`,
    timeCell(sql`l.created_at`, form),
    timeCell(sql`l.updated_at`, form),
    ...fields.map((field) => fieldCell(field, form)),
  ];
  return sql`array_to_string(array[${sql.join(line)}], ${sql.lit(form?.separator ?? ',')}, '')`;
}

/** `2026-11-30 14:05:09` in the zone: Excel reads this as a time in every language, and RFC 3339 as a text. */
function timeCell(at: RawBuilder<unknown>, form?: CsvForm): RawBuilder<unknown> {
  return form ? sql`to_char(${at} at time zone ${form.zone}::text, 'YYYY-MM-DD HH24:MI:SS')` : rfc3339(at);
}

type Cell = (value: RawBuilder<unknown>, form?: CsvForm) => RawBuilder<unknown>;

const fieldCell = ({ key, type }: Field, form?: CsvForm): RawBuilder<unknown> =>
  cells[traits[type].csv](sql`(l.values ->> ${key}::text)`, form);

/** A cell that begins with `=`, `+`, `-`, `@`, tab, carriage return or line feed is a formula. */
const textCell = (value: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when ascii(${value}) in (61, 43, 45, 64, 9, 13, 10) then '"''' else '"' end || replace(${value}, '"', '""') || '"'`;

const cells: Readonly<Record<FieldTypeEntry['csv'], Cell>> = {
  plain: (value) => value,
  decimal: (value, form) => (form?.decimal === ',' ? sql`replace(${value}, '.', ',')` : value),
  moment: (value, form) => (form ? timeCell(sql`${value}::timestamptz`, form) : value),
  // Options consist of letters, digits, `-` and `_`, so only their names and the commas remain.
  list: (value) => sql`'"' || translate(${value}, '[]" ', '') || '"'`,
  text: textCell,
};
