/**
 * A lead as JSON text. PostgreSQL builds the text, with the stored fields and without removed ones, and orders them by the length of
 * their names. `fieldsInOrder` then adds the empty fields and restores the campaign's order. It does not parse: each value keeps the
 * text that PostgreSQL wrote, byte by byte.
 */

import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { endOfText } from '../../operation/json-text.ts';
import { createTurns } from '../../operation/turns.ts';

type LeadColumn = 'id' | 'external_id' | 'status' | 'values' | 'version' | 'created_at' | 'updated_at';

/** The JSON text of the lead in the row with this alias. */
export function leadJson(campaign: Campaign, alias: 'l' | 'w' | 'j'): RawBuilder<string> {
  return leadJsonFrom(campaign, (name) => sql.ref(`${alias}.${name}`));
}

/** The JSON text of the lead as one reader sees it. A member also sees the lead that it was marked a duplicate of, even if the vendor does not. */
export function leadJsonFor({ campaign, actor }: Grant, alias: 'l'): RawBuilder<string> {
  if (actor.kind === 'token') return leadJson(campaign, alias);
  const duplicateOf = sql.ref(`${alias}.duplicate_of`);
  return sql`concat(left(${leadJson(campaign, alias)}, -1), ',"duplicate_of":"' || ${duplicateOf} || '"', '}')`;
}

/** The JSON text of a lead whose parts are elsewhere, such as in an event. */
export function leadJsonFrom(campaign: Campaign, part: (name: LeadColumn) => RawBuilder<unknown>): RawBuilder<string> {
  const removed = campaign.removedFields.map((f) => f.key);
  const fields = removed.length > 0 ? sql`(${part('values')} - ${removed}::text[])` : part('values');
  return sql`concat('{"id":"', ${part('id')}, '","external_id":', coalesce(to_json(${part('external_id')})::text, 'null'),
    ',"status":', to_json(${part('status')})::text, ',"fields":', (${fields})::text, ',"version":', ${part('version')},
    ',"created_at":"', ${rfc3339(part('created_at'))}, '","updated_at":"', ${rfc3339(part('updated_at'))}, '"}')`;
}

/** RFC 3339 in UTC with milliseconds. */
export function rfc3339(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

interface FieldPlace {
  /** The name as PostgreSQL writes it: `"zip": `. */
  readonly name: string;
  readonly empty: string;
  /** Its index among the fields of the campaign. */
  readonly index: number;
}

/** The text before the members of `fields`. It cannot occur in a value, where its quotes would be escaped. */
const fieldsBegin = ',"fields":{';

/** `text`: any text that holds leads as `leadJson` writes them. */
export function fieldsInOrder(campaign: Campaign, text: string): string {
  const pieces = leadsInOrder(campaign, text);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** `fieldsInOrder` for a page of leads, which may be long: it works in turns. */
export async function pageInOrder(campaign: Campaign, text: string): Promise<string> {
  const turns = createTurns();
  const pieces = leadsInOrder(campaign, text);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
    if (turns.isOver()) await turns.pass();
  }
}

/** Yields before each lead. */
function* leadsInOrder(campaign: Campaign, text: string): Generator<undefined, string> {
  let at = text.indexOf(fieldsBegin);
  if (at < 0) return text;
  const fields = storedOrder(campaign);
  let out = '';
  let copied = 0;
  while (at >= 0) {
    yield;
    const from = at + fieldsBegin.length;
    const [members, end] = readMembers(fields, text, from);
    out += `${text.slice(copied, from)}${members.join(', ')}`;
    copied = end;
    at = text.indexOf(fieldsBegin, end);
  }
  return out + text.slice(copied);
}

/** Reads the members; returns them in the campaign's order, and the index behind them. */
function readMembers(fields: readonly FieldPlace[], text: string, from: number): [members: string[], end: number] {
  const members = new Array<string>(fields.length);
  let at = from;
  for (const { name, empty, index } of fields) {
    if (!text.startsWith(name, at)) {
      members[index] = name + empty;
      continue;
    }
    const end = endOfValue(text, at + name.length);
    members[index] = text.slice(at, end);
    // Skip the comma and the space; after the last member comes the brace.
    at = text.startsWith(', ', end) ? end + 2 : end;
  }
  return [members, at];
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
  const order = campaign.fields
    .map(({ key, type }, index) => ({
      key,
      name: `"${key}": `,
      empty: traits[type].stored === 'list' ? '[]' : 'null',
      index,
    }))
    .sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
  fieldOrders.set(campaign, order);
  return order;
}
