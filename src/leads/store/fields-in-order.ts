/**
 * The `fields` of leads in the order of the campaign, every present field named. PostgreSQL writes the members of a jsonb by
 * the length of their names, and only those that are stored. Nothing is parsed: each value stays the text that PostgreSQL
 * wrote, byte by byte.
 */

import type { Campaign } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { endOfText } from '../../operation/json-text.ts';
import { createTurns } from '../../operation/turns.ts';

interface Field {
  /** `"zip": `, as PostgreSQL writes it. */
  readonly name: string;
  readonly empty: string;
  /** Its place in the campaign. */
  readonly place: number;
}

/** Before the members of `fields` in the text of a lead. In a value its quotes would be escaped. */
const begin = ',"fields":{';

/** `text`: any text that holds leads as `lead-json` writes them. */
export function fieldsInOrder(campaign: Campaign, text: string): string {
  const pieces = leadsInOrder(campaign, text);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** The same for a page of leads, which may be long. */
export async function pageInOrder(campaign: Campaign, text: string): Promise<string> {
  const turns = createTurns();
  const pieces = leadsInOrder(campaign, text);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
    if (turns.isOver()) await turns.pass();
  }
}

/** Stops before each lead. */
function* leadsInOrder(campaign: Campaign, text: string): Generator<undefined, string> {
  let at = text.indexOf(begin);
  if (at < 0) return text;
  const fields = storedOrder(campaign);
  let out = '';
  let copied = 0;
  while (at >= 0) {
    yield;
    const from = at + begin.length;
    const [members, end] = readMembers(fields, text, from);
    out += `${text.slice(copied, from)}${members.join(', ')}`;
    copied = end;
    at = text.indexOf(begin, end);
  }
  return out + text.slice(copied);
}

/** The members in the order of the campaign, and where they end. */
function readMembers(fields: readonly Field[], text: string, from: number): [members: string[], end: number] {
  const members = new Array<string>(fields.length);
  let at = from;
  for (const { name, empty, place } of fields) {
    if (!text.startsWith(name, at)) {
      members[place] = name + empty;
      continue;
    }
    const end = endOfValue(text, at + name.length);
    members[place] = text.slice(at, end);
    // Behind the comma and the space; at the end it is the brace.
    at = text.startsWith(', ', end) ? end + 2 : end;
  }
  return [members, at];
}

/** A text, a list of texts, or a word or number, which hold neither comma nor brace. */
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

const orders = new WeakMap<Campaign, readonly Field[]>();

/** Fields in the order of jsonb: by the length of their keys, then by their bytes (PostgreSQL, `lengthCompareJsonbString`). */
function storedOrder(campaign: Campaign): readonly Field[] {
  const known = orders.get(campaign);
  if (known) return known;
  const made = campaign.fields
    .map(({ key, type }, place) => ({
      key,
      name: `"${key}": `,
      empty: traits[type].stored === 'list' ? '[]' : 'null',
      place,
    }))
    .sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
  orders.set(campaign, made);
  return made;
}
