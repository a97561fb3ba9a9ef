/**
 * The schemas of one field: of a value in an answer, of one in a new lead, of one in a change. Requests are closed (the
 * options that may be written, no others); answers are open, for archived and future options are read too.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Campaign, Field } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { countryName } from '../../campaign/values/countries.ts';
import type { OwnFormat } from '../../campaign/values/formats.ts';
import { isPortable } from '../../campaign/values/pattern.ts';
import { orEmpty } from '../../campaign/values/patterns.ts';
import { sampleOf } from '../examples/sample.ts';
import type { FieldOffer } from '../offer.ts';
import type { Schema } from '../openapi.ts';
import { code, plain } from '../words/words.ts';

/** The greatest whole number that a double holds exactly with its neighbours. */
export const wholeNumber = 2 ** 53 - 1;

/** What stands in answers. A pinned field has its one value always; any other may be empty in an old lead. */
export function answerSchema(offer: FieldOffer): Schema {
  const { field, pin, readable } = offer;
  const about = aboutField(offer, 'answer');
  if (pin !== undefined) return { ...about, type: jsonType(field), const: pin, ...codeNames([pin]) };
  if (field.type === 'multi_select') return { ...about, type: 'array', items: { type: 'string', ...openEnum(offer) } };
  const format = formats[field.type];
  return {
    ...about,
    type: [jsonType(field), 'null'],
    ...(format && { format }),
    ...(readable.length > 0 && openEnum(offer)),
  };
}

/** Of requests, by whether a lead is created: bodies of JSON and forms ask for the same. */
const asked = { create: new WeakMap<FieldOffer, Schema>(), update: new WeakMap<FieldOffer, Schema>() };

/** What a request may send: with `creating`, in a new lead; else in a change, where only what is named counts. */
export function requestSchema(offer: FieldOffer, campaign: Campaign, creating: boolean): Schema {
  const known = asked[creating ? 'create' : 'update'];
  const schema = known.get(offer) ?? makeRequestSchema(offer, campaign, creating);
  known.set(offer, schema);
  return schema;
}

function makeRequestSchema(offer: FieldOffer, campaign: Campaign, creating: boolean): Schema {
  const { field, pin, choices, filled } = offer;
  // What the filter fixes is filled in with that.
  const fallback = creating && pin === undefined && offer.default !== undefined ? { 'x-default': offer.default } : {};
  const about = { ...aboutField(offer, creating ? 'create' : 'update', campaign), ...fallback };
  if (pin !== undefined) return { ...about, type: jsonType(field), const: pin, ...codeNames([pin]) };
  const sample = sampleOf(offer, campaign);
  // One example is enough: what a new lead may have, a change may have too.
  const example = !creating || sample === undefined ? {} : { examples: [sample] };
  if (choices) return { ...about, type: jsonType(field), ...oneOf(choices), ...codeNames(choices) };
  if (field.type === 'select') {
    const choice = { type: 'string', ...oneOf(offer.options.map((option) => option.value)) };
    return {
      ...about,
      ...(filled ? choice : orNull(choice)),
      'x-enumDescriptions': labels(offer),
      ...example,
    };
  }
  if (field.type === 'multi_select') {
    const items = {
      type: 'string',
      ...oneOf(offer.options.map((o) => o.value)),
      'x-enumDescriptions': labels(offer),
    };
    return {
      ...about,
      type: filled ? 'array' : ['array', 'null'],
      items,
      ...(filled && { minItems: 1 }),
      maxItems: mostEntries,
      ...example,
    };
  }
  const type = jsonType(field);
  return {
    ...about,
    type: filled ? type : [type, 'null'],
    ...limits(field, filled),
    ...country(field, campaign),
    ...example,
  };
}

/** By which country a phone number is read that has no code of its own. */
export function country({ type }: Field, { defaultCountry }: Campaign): Schema {
  return type === 'phone' && defaultCountry !== null ? { 'x-default-country': defaultCountry } : {};
}

/** The same in words. */
export function countryWords({ defaultCountry }: Campaign): string {
  return defaultCountry === null
    ? 'A country code is needed: `+45 …`.'
    : `A number without a country code is read as a number of ${countryName(defaultCountry)}.`;
}

/** Entries of a list, one that is sent twice counted twice. */
const mostEntries = 1_000;

/**
 * A choice that may be empty. Generators lose the null of `[string, null]` beside an `enum`, each in another way; and none of them has a
 * type that is null alone, so a choice without options is a text that no text is.
 */
const orNull = (choice: Schema): Schema =>
  isDeepStrictEqual(choice.not, {}) ? { type: ['string', 'null'], not: noText } : { anyOf: [choice, { type: 'null' }] };

export const noText: Schema = { type: 'string' };

/** One of these values; where there is none (every option is archived), nothing: an empty `enum` is no valid schema. */
export function oneOf(values: readonly unknown[]): Schema {
  return values.length > 0 ? { enum: values } : { not: {} };
}

/**
 * Names for the values in generated code (`x-enum-varnames`, which most generators know), where a value has no letter or digit of
 * ASCII: generators for TypeScript, Java and Rust would give it the empty name, and the client would not compile.
 */
function codeNames(values: readonly unknown[]): Schema {
  const nameless = values.some((value) => typeof value === 'string' && !/[a-z\d]/i.test(value));
  return nameless ? { 'x-enum-varnames': values.map((_, i) => `value_${i + 1}`) } : {};
}

/** `format`, lengths and bounds, as the document promises them. */
function limits(field: Field, filled: boolean): Schema {
  const maxLength = field.max_length ?? traits[field.type].maxLength;
  switch (field.type) {
    case 'text':
    case 'long_text':
      return { ...(filled && { minLength: 1 }), maxLength, ...textForm(field, filled) };
    case 'email':
      return { format: 'email', maxLength };
    case 'phone':
      return { format: 'phone', maxLength };
    case 'url':
      return { format: 'uri', maxLength };
    case 'integer':
      return { format: 'int64', minimum: field.min ?? -wholeNumber, maximum: field.max ?? wholeNumber };
    case 'number':
      // Only the admin's own bounds: generators make examples between them, and the span of all doubles is no double.
      return {
        format: 'double',
        ...(field.min !== null && { minimum: field.min }),
        ...(field.max !== null && { maximum: field.max }),
      };
    case 'date':
      return { format: 'date' };
    case 'datetime':
      return { format: 'date-time' };
    default:
      return {};
  }
}

/** One line, or many; with something to be seen in it where it must be filled, and of the admin's pattern where there is one. */
function textForm({ type, pattern }: Field, filled: boolean): Schema {
  const form = type === 'text' ? 'line' : 'text';
  const format: OwnFormat = filled ? `filled-${form}` : form;
  if (pattern === null) return { format };
  const asked = filled ? pattern : orEmpty(pattern);
  return isPortable(pattern)
    ? { format, pattern: asked }
    : { format: 'pattern', 'x-pattern': asked, 'x-format': format };
}

const formats: Partial<Record<Field['type'], string>> = {
  date: 'date',
  datetime: 'date-time',
  integer: 'int64',
  number: 'double',
};

export function jsonType(field: Field): string {
  if (field.type === 'integer' || field.type === 'boolean' || field.type === 'number') return field.type;
  return field.type === 'multi_select' ? 'array' : 'string';
}

/** By the options: several places of a document name those of one select, which may be thousands. */
const labelled = new WeakMap<FieldOffer['options'], Readonly<Record<string, string>>>();

function labels({ options }: FieldOffer): Readonly<Record<string, string>> {
  const known = labelled.get(options) ?? Object.fromEntries(options.map((o) => [o.value, plain(o.label)]));
  labelled.set(options, known);
  return known;
}

/** `x-extensible-enum`: the values of today, in a type that stays open. */
function openEnum({ readable }: FieldOffer): Schema {
  return { 'x-extensible-enum': readable.map((o) => o.value) };
}

type Place = 'answer' | 'create' | 'update';

function aboutField(offer: FieldOffer, place: Place, campaign?: Campaign): Schema {
  return {
    ...(place === 'answer' && { 'x-label': offer.field.label }),
    description: describe(offer, place, campaign),
  };
}

function describe(offer: FieldOffer, place: Place, campaign?: Campaign): string {
  const { field, pin, readable, options, news } = offer;
  const parts = [`${plain(field.label)}.`, ...(field.description === null ? [] : [plain(field.description)])];
  if (pin !== undefined)
    parts.push(
      place === 'create'
        ? `Filled in for you: ${code(pin)}. Leave it out, or send exactly that.`
        : `Always ${code(pin)} with this token.`,
    );
  else {
    // A select in a request tells its options' labels in `x-enumDescriptions`, which pages show as a table.
    const shown = place === 'answer' ? readable : field.type === 'select' ? [] : options;
    if (shown.length > 0)
      parts.push(
        `Options: ${shown.map((o) => `${code(o.value)} (${plain(o.label)}${o.archived ? ', no longer offered' : ''})`).join(', ')}.`,
      );
    if (place === 'create' && offer.default !== undefined) parts.push(`When left out: ${code(offer.default)}.`);
    if (place !== 'answer' && !offer.choices) {
      parts.push(...hintsOf(field));
      if (field.type === 'phone' && campaign) parts.push(countryWords(campaign));
    }
  }
  return [...parts, ...news].join(' ');
}

/** The form in words, for pages do not show patterns; and how a value is stored. */
function hintsOf({ type, pattern }: Field): readonly string[] {
  return [...(hints[type] ?? []), ...(pattern === null ? [] : [`Must match ${code(pattern)}.`])];
}

const hints: Partial<Record<Field['type'], readonly string[]>> = {
  text: ['On one line.'],
  multi_select: ['An entry that is sent twice counts once.'],
  phone: [
    'Stored in E.164. In a URL or a form, write `+` as `%2B`. Refused: a number that its country does not have, or one without `+` that can be read in two ways.',
  ],
  number: ['Stored exactly: a number with more digits than a double holds is refused. 15 digits always fit.'],
  date: ['YYYY-MM-DD, from the year 1000 to 2999.'],
  datetime: ['RFC 3339 with an offset, such as 2026-12-01T09:30:00+01:00. Stored in UTC. Years 1000 to 2999, in UTC.'],
  email: ['ASCII characters: at most 64 before the `@`, and a domain with a dot in it, which is stored in lower case.'],
  url: ['Begins with https:// or http://, and names a host.'],
};
