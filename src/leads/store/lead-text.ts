/**
 * A lead as JSON text, joined here from the columns of its row. Nothing is parsed: each value keeps the text that PostgreSQL wrote,
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

/** A lead as {@link leadColumns} selects it, with times and values as PostgreSQL writes them. */
export interface LeadRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly status: string;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly values: string;
}

/** The columns of a row that may have no lead: then all are null. */
export type MaybeLead = LeadRow | { readonly [Column in keyof LeadRow]: null };

export const hasLead = <Row extends MaybeLead>(row: Row): row is Row & LeadRow => row.id !== null;

/** For `select`: the columns of a lead, from the row with this alias, or each from elsewhere. */
export function leadColumns(from: 'l' | 'w' | ((column: keyof LeadRow) => RawBuilder<unknown>)): RawBuilder<unknown> {
  const column = typeof from === 'string' ? (name: string) => sql.ref(`${from}.${name}`) : from;
  return sql`${column('id')} as id, ${column('external_id')} as external_id, ${column('status')} as status, ${column('version')} as version,
      ${column('created_at')}::text as created_at, ${column('updated_at')}::text as updated_at, ${column('values')}::text as values`;
}

/** `duplicateOf`: the lead that it was marked a duplicate of, for a reader who may know. */
export function leadText(campaign: Campaign, lead: LeadRow, duplicateOf: string | null = null): LeadText {
  const { id, external_id: externalId, status, version, created_at: createdAt, updated_at: updatedAt, values } = lead;
  const external = externalId === null ? 'null' : JSON.stringify(externalId);
  const mark = duplicateOf === null ? '' : `,"duplicate_of":"${duplicateOf}"`;
  return `{"id":"${id}","external_id":${external},"status":"${status}","fields":${fieldsText(campaign, values)},"version":${version},"created_at":"${timeText(createdAt)}","updated_at":"${timeText(updatedAt)}"${mark}}` as LeadText;
}

/**
 * RFC 3339 in UTC with milliseconds, from a time as PostgreSQL writes it: `2026-11-29 16:55:08.2+00`. In a session of another time zone
 * the offset is another one.
 */
export function timeText(text: string): string {
  if (!text.endsWith('+00')) return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
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
      if (index !== undefined) members[index] = name + empty;
      continue;
    }
    const end = endOfValue(values, at + name.length);
    if (index !== undefined) members[index] = values.slice(at, end);
    // Skip the comma and the space; after the last member comes the brace.
    at = end + 2;
  }
  return `{${members.join(', ')}}`;
}

/** The index behind a value: a string, a list of strings, or a word or number, in which no comma or brace occurs. */
function endOfValue(text: string, start: number): number {
  if (text.startsWith('"', start)) return endOfText(text, start);
  if (text.startsWith('[', start)) {
    let at = start + 1;
    while (!text.startsWith(']', at)) at = text.startsWith('"', at) ? endOfText(text, at) : at + 1;
    return at + 1;
  }
  let at = start;
  while (!text.startsWith(',', at) && !text.startsWith('}', at)) at += 1;
  return at;
}

const fieldOrders = new WeakMap<Campaign, readonly FieldPlace[]>();

/** The fields in the order of jsonb: by the length of the key, then by its bytes (PostgreSQL, `lengthCompareJsonbString`). */
function storedOrder(campaign: Campaign): readonly FieldPlace[] {
  const cached = fieldOrders.get(campaign);
  if (cached) return cached;
  const { fields, removedFields } = campaign;
  const place = ({ key, type }: Campaign['fields'][number], index?: number) => ({
    key,
    name: `"${key}": `,
    empty: traits[type].stored === 'list' ? '[]' : 'null',
    index,
  });
  const order = [
    ...fields.map((field, index) => place(field, index)),
    ...removedFields.map((field) => place(field)),
  ].sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
  fieldOrders.set(campaign, order);
  return order;
}
