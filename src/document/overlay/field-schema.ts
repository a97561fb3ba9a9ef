/**
 * The schemas of one field: of its value in a response, in a new lead, and in a change. Requests are closed: only the
 * options that may be written. Responses are open, because they may contain archived and future options.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Campaign, Field } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { countryName } from '../../campaign/values/countries.ts';
import { sampleOf } from '../examples/sample.ts';
import type { FieldOffer } from '../offer.ts';
import type { Schema } from '../openapi.ts';
import { code, plain } from '../words/markdown-text.ts';

/** The schema in responses. A pinned field always has its one value; any other field may be empty in an old lead. */
export function answerSchema(offer: FieldOffer): Schema {
  const { field, pin, readable } = offer;
  const { jsonType, answer, options } = traits[field.type];
  const about = aboutField(offer, 'answer');
  if (pin !== undefined) return { ...about, type: jsonType, const: pin, ...codeNames([pin]) };
  if (options === 'several') return { ...about, type: jsonType, items: { type: 'string', ...openEnum(offer) } };
  return {
    ...about,
    type: [jsonType, 'null'],
    ...answer,
    ...(readable.length > 0 && openEnum(offer)),
  };
}

/** The schemas of requests, one for new leads and one for changes. JSON bodies and forms use the same. */
const requestSchemas = { create: new WeakMap<FieldOffer, Schema>(), update: new WeakMap<FieldOffer, Schema>() };

/**
 * The schema of a value in a request: in a new lead if `creating`, otherwise in a change, where missing fields stay
 * unchanged.
 */
export function requestSchema(offer: FieldOffer, campaign: Campaign, creating: boolean): Schema {
  const known = requestSchemas[creating ? 'create' : 'update'];
  const schema = known.get(offer) ?? makeRequestSchema(offer, campaign, creating);
  known.set(offer, schema);
  return schema;
}

function makeRequestSchema(offer: FieldOffer, campaign: Campaign, creating: boolean): Schema {
  const { field, pin, choices, filled } = offer;
  const { jsonType: type, options, request } = traits[field.type];
  // A pinned field is filled in with its pin, not with a default.
  const fallback = creating && pin === undefined && offer.default !== undefined ? { 'x-default': offer.default } : {};
  const about = { ...aboutField(offer, creating ? 'create' : 'update', campaign), ...fallback };
  if (pin !== undefined) return { ...about, type, const: pin, ...codeNames([pin]) };
  const sample = sampleOf(offer, campaign);
  // One example is enough, because a value of a new lead is valid in a change too.
  const example = !creating || sample === undefined ? {} : { examples: [sample] };
  if (choices) return { ...about, type, ...oneOf(choices), ...codeNames(choices) };
  if (options === 'one') {
    const choice = { type: 'string', ...oneOf(offer.options.map((option) => option.value)) };
    return {
      ...about,
      ...(filled ? choice : orNull(choice)),
      'x-enumDescriptions': labels(offer),
      ...example,
    };
  }
  if (options === 'several') {
    const items = {
      type: 'string',
      ...oneOf(offer.options.map((o) => o.value)),
      'x-enumDescriptions': labels(offer),
    };
    return {
      ...about,
      type: filled ? type : [type, 'null'],
      items,
      ...(filled && { minItems: 1 }),
      maxItems: maxEntries,
      ...example,
    };
  }
  return {
    ...about,
    type: filled ? type : [type, 'null'],
    ...request(field, filled),
    ...country(field, campaign),
    ...example,
  };
}

/** The country for phone numbers without a country code. */
export function country({ type }: Field, { defaultCountry }: Campaign): Schema {
  return traits[type].readsCountry && defaultCountry !== null ? { 'x-default-country': defaultCountry } : {};
}

/** The country for phone numbers, in words. */
export function countryWords({ defaultCountry }: Campaign): string {
  return defaultCountry === null
    ? 'A country code is needed: `+45 …`.'
    : `A number without a country code is read as a number of ${countryName(defaultCountry)}.`;
}

/** The most entries of a list. Repeated entries count each time. */
const maxEntries = 1_000;

/**
 * A choice that may be empty. Generators lose the null of `[string, null]` beside an `enum`, each in its own way. No
 * generator has a type for null alone, so a choice without options is a text that no text can match.
 */
const orNull = (choice: Schema): Schema =>
  isDeepStrictEqual(choice.not, {}) ? { type: ['string', 'null'], not: noText } : { anyOf: [choice, { type: 'null' }] };

export const noText: Schema = { type: 'string' };

/**
 * One of these values. Without values, because all options are archived, nothing is valid: an empty `enum` is not a valid
 * schema.
 */
export function oneOf(values: readonly unknown[]): Schema {
  return values.length > 0 ? { enum: values } : { not: {} };
}

/**
 * Names for the values in generated code (`x-enum-varnames`, which most generators know), if a value has no ASCII letter or
 * digit. Without them, generators for TypeScript, Java and Rust would use an empty name, and the client would not compile.
 */
function codeNames(values: readonly unknown[]): Schema {
  const nameless = values.some((value) => typeof value === 'string' && !/[a-z\d]/i.test(value));
  return nameless ? { 'x-enum-varnames': values.map((_, i) => `value_${i + 1}`) } : {};
}

/** By the options: several places of a document use the options of one select, which may be thousands. */
const labelled = new WeakMap<FieldOffer['options'], Readonly<Record<string, string>>>();

function labels({ options }: FieldOffer): Readonly<Record<string, string>> {
  const known = labelled.get(options) ?? Object.fromEntries(options.map((o) => [o.value, plain(o.label)]));
  labelled.set(options, known);
  return known;
}

/** `x-extensible-enum`: the present values of a type that stays open. */
function openEnum({ readable }: FieldOffer): Schema {
  return { 'x-extensible-enum': readable.map((o) => o.value) };
}

type SchemaUse = 'answer' | 'create' | 'update';

function aboutField(offer: FieldOffer, place: SchemaUse, campaign?: Campaign): Schema {
  return {
    ...(place === 'answer' && { 'x-label': offer.field.label }),
    description: describe(offer, place, campaign),
  };
}

function describe(offer: FieldOffer, place: SchemaUse, campaign?: Campaign): string {
  const { field, pin, readable, options, news } = offer;
  const parts = [`${plain(field.label)}.`, ...(field.description === null ? [] : [plain(field.description)])];
  if (pin !== undefined)
    parts.push(
      place === 'create'
        ? `Filled in for you: ${code(pin)}. Leave it out, or send exactly that.`
        : `Always ${code(pin)} with this token.`,
    );
  else {
    // A select in a request has its labels in `x-enumDescriptions`, which pages show as a table.
    const shown = place === 'answer' ? readable : traits[field.type].options === 'one' ? [] : options;
    if (shown.length > 0)
      parts.push(
        `Options: ${shown.map((o) => `${code(o.value)} (${plain(o.label)}${o.archived ? ', no longer offered' : ''})`).join(', ')}.`,
      );
    if (place === 'create' && offer.default !== undefined) parts.push(`When left out: ${code(offer.default)}.`);
    if (place !== 'answer' && !offer.choices) {
      parts.push(...hintsOf(field));
      if (traits[field.type].readsCountry && campaign) parts.push(countryWords(campaign));
    }
  }
  return [...parts, ...news].join(' ');
}

function hintsOf({ type, pattern }: Field): readonly string[] {
  return [...traits[type].hints, ...(pattern === null ? [] : [`Must match ${code(pattern)}.`])];
}
