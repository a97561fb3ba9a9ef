/**
 * A lead as JSON text, joined here from the parts of its line. Nothing is parsed: each value keeps the text that PostgreSQL wrote,
 * byte by byte. PostgreSQL leaves out empty fields and orders the others by the length of their names; here the empty fields are added
 * and the campaign's order is restored. (PostgreSQL could build the text too, but takes three times as long.)
 */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import type { components } from '../../generated/leads.ts';
import type { JsonText } from '../../operation/handler.ts';
import { endOfText } from '../../operation/json-text.ts';

export type LeadText = JsonText<components['schemas']['Lead']>;

/** A row with a lead as {@link leadLine} selects it, or without one. */
export interface MaybeLead {
  readonly lead: string | null;
}

export const hasLead = <Row extends MaybeLead>(row: Row): row is Row & { readonly lead: string } => row.lead !== null;

/** A lead that was read from its line. */
export interface ReadLead {
  readonly id: string;
  readonly version: number;
  /** As PostgreSQL writes it. */
  readonly updatedAt: string;
  readonly json: LeadText;
}

/** The columns of a lead in the order of its line. */
const columns = ['id', 'status', 'version', 'created_at', 'updated_at', 'values', 'external_id'] as const;
type Column = (typeof columns)[number];

/** Separates the parts of a line, and lines: control characters that no part contains (in JSON they are escaped). */
const betweenParts = '\x1f';
const betweenLines = '\x1e';

/**
 * SQL: a lead as one text, or null without a lead. One text is read several times as fast as its columns. `from`: the alias of a row, or
 * where each column comes from. `marked`: with the lead that it is a duplicate of, for members, who see it even if the vendor does not.
 */
export function leadLine(
  from: string | ((column: Column) => RawBuilder<unknown>),
  marked = false,
): RawBuilder<string | null> {
  const column = typeof from === 'string' ? (name: string) => sql.ref(`${from}.${name}`) : from;
  const parts = columns.map((name) =>
    name === 'external_id' ? sql`coalesce(to_json(${column(name)})::text, 'null')` : column(name),
  );
  if (marked) parts.push(sql.ref(`${from}.duplicate_of`));
  return sql`case when ${column('id')} is not null then concat_ws(e'\\x1f', ${sql.join(parts)}) end`;
}

/** SQL, an aggregate: all lines of a subquery, in its order. */
export const linesTogether = (line: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`string_agg(${line}, e'\\x1e')`;

/** The lines of {@link linesTogether}. */
export const linesOf = (together: string | null): readonly string[] =>
  together === null ? [] : together.split(betweenLines);

/** Reads a line. */
export function readLine(campaign: Campaign, line: string): ReadLead {
  const parts = line.split(betweenParts);
  const [
    id = '',
    status = '',
    version = '',
    createdAt = '',
    updatedAt = '',
    values = '',
    externalId = '',
    duplicateOf,
  ] = parts;
  const mark = duplicateOf === undefined ? '' : `,"duplicate_of":"${duplicateOf}"`;
  return {
    id,
    version: Number(version),
    updatedAt,
    json: `{"id":"${id}","external_id":${externalId},"status":"${status}","fields":${fieldsText(campaign, values)},"version":${version},"created_at":"${timeText(createdAt)}","updated_at":"${timeText(updatedAt)}"${mark}}` as LeadText,
  };
}

/**
 * RFC 3339 in UTC with milliseconds, from a time as PostgreSQL writes it: `2026-11-29 16:55:08.2+00`. In a session of another time zone
 * the offset is another one.
 */
export function timeText(text: string): string {
  if (!text.endsWith('+00')) return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
  // Nine in ten times have three digits behind the point: zeros at the end are not written.
  if (text.length === 26) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  const milliseconds = text.slice(20, -3).slice(0, 3).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
}

/** RFC 3339 in UTC with milliseconds, made by PostgreSQL, for statements that build a text themselves. */
export function rfc3339(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

interface FieldPlace {
  /** The name as PostgreSQL writes it: `"zip": `. */
  readonly name: string;
  /** The field without a value: `"zip": null`. */
  readonly empty: string;
  /** Its index among the fields of the campaign; `undefined` for a removed field, which is not shown. */
  readonly index: number | undefined;
}

/** The stored values of a lead, as PostgreSQL writes them, with all fields and in the campaign's order. */
export function fieldsText(campaign: Campaign, values: string): string {
  const members = new Array<string>(campaign.fields.length);
  let at = 1;
  for (const { name, empty, index } of storedOrder(campaign)) {
    if (!values.startsWith(name, at)) {
      if (index !== undefined) members[index] = empty;
      continue;
    }
    const end = endOfValue(values, at + name.length);
    if (index !== undefined) members[index] = values.slice(at, end);
    // Skip the comma and the space; after the last member comes the brace.
    at = end + 2;
  }
  // Joined by hand: the text is written once, with all others of its response.
  let text = '{';
  for (let i = 0; i < members.length; i += 1) text += i === 0 ? members[i] : `, ${members[i]}`;
  return `${text}}`;
}

const [quote, comma, openBracket, closeBracket, closeBrace] = [0x22, 0x2c, 0x5b, 0x5d, 0x7d] as const;

/** The index behind a value: a string, a list of strings, or a word or number, in which no comma or brace occurs. */
function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === quote) return endOfText(text, start);
  let at = start;
  if (first === openBracket) {
    at += 1;
    while (text.charCodeAt(at) !== closeBracket) at = text.charCodeAt(at) === quote ? endOfText(text, at) : at + 1;
    return at + 1;
  }
  for (let code = first; code !== comma && code !== closeBrace; code = text.charCodeAt(at)) at += 1;
  return at;
}

const fieldOrders = new WeakMap<Campaign, readonly FieldPlace[]>();

/** The fields in the order of jsonb: by the length of the key, then by its bytes (PostgreSQL, `lengthCompareJsonbString`). */
function storedOrder(campaign: Campaign): readonly FieldPlace[] {
  const cached = fieldOrders.get(campaign);
  if (cached) return cached;
  const { fields, removedFields } = campaign;
  const place = ({ key, type }: Campaign['fields'][number], index?: number) => {
    const name = `"${key}": `;
    return { key, name, empty: name + (traits[type].stored === 'list' ? '[]' : 'null'), index };
  };
  const order = [
    ...fields.map((field, index) => place(field, index)),
    ...removedFields.map((field) => place(field)),
  ].sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
  fieldOrders.set(campaign, order);
  return order;
}
