/**
 * The schemas of one field: of a value in an answer, of one in a new lead, of one in a change. Requests are closed (the
 * options that may be written, no others); answers are open, for archived and future options are read too.
 */

import type { Campaign, Field } from '../campaign/definition.ts';
import { traits } from '../campaign/field-types.ts';
import { patterns } from '../campaign/patterns.ts';
import type { FieldOffer } from './offer.ts';
import type { Schema } from './openapi.ts';
import { sampleOf } from './sample.ts';
import { code, plain } from './words.ts';

const wholeNumber = 2 ** 53 - 1;

/** What stands in answers. A pinned field has its one value always; any other may be empty in an old lead. */
export function answerSchema(offer: FieldOffer): Schema {
  const { field, pin, readable } = offer;
  const about = { title: field.label, description: describe(offer, 'answer') };
  if (pin !== undefined) return { ...about, type: jsonType(field), const: pin };
  if (field.type === 'multi_select') return { ...about, type: 'array', items: { type: 'string', ...openEnum(offer) } };
  const format = formats[field.type];
  return {
    ...about,
    type: [jsonType(field), 'null'],
    ...(format && { format }),
    ...(readable.length > 0 && openEnum(offer)),
  };
}

/** What a request may send: with `creating`, in a new lead; else in a change, where only what is named counts. */
export function requestSchema(offer: FieldOffer, campaign: Campaign, creating: boolean): Schema {
  const { field, pin, choices, filled } = offer;
  const about = { title: field.label, description: describe(offer, creating ? 'create' : 'update') };
  if (pin !== undefined) return { ...about, type: jsonType(field), const: pin };
  const sample = sampleOf(offer, campaign);
  const example = sample === undefined ? {} : { examples: [sample] };
  if (choices) return { ...about, type: jsonType(field), ...oneOf(choices) };
  if (field.type === 'select') {
    const values = offer.options.map((option) => option.value);
    return {
      ...about,
      type: filled ? 'string' : ['string', 'null'],
      ...oneOf(filled ? values : [...values, null]),
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
      uniqueItems: true,
      ...(filled && { minItems: 1 }),
      ...example,
    };
  }
  const type = jsonType(field);
  return { ...about, type: filled ? type : [type, 'null'], ...limits(field, filled), ...example };
}

/** One of these values; where there is none (every option is archived), nothing: an empty `enum` is no valid schema. */
export function oneOf(values: readonly unknown[]): Schema {
  return values.length > 0 ? { enum: values } : { not: {} };
}

/** `type`, `format`, lengths, bounds and pattern, as the document promises them. */
function limits(field: Field, filled: boolean): Schema {
  const maxLength = field.max_length ?? traits[field.type].maxLength;
  const min = filled ? { minLength: 1 } : {};
  switch (field.type) {
    case 'text':
    case 'long_text':
      return {
        ...min,
        maxLength,
        ...(field.pattern === null
          ? { pattern: patterns.text }
          : { pattern: field.pattern, not: { type: 'string', pattern: patterns.unstorable } }),
      };
    case 'email':
      return { format: 'email', maxLength };
    case 'phone':
      return { maxLength, pattern: patterns.phone, 'x-form': 'a phone number' };
    case 'url':
      return {
        format: 'uri',
        maxLength,
        pattern: patterns.url,
        'x-form': 'an address that begins with https:// or http://',
      };
    case 'integer':
      return { minimum: field.min ?? -wholeNumber, maximum: field.max ?? wholeNumber };
    case 'number':
      return { ...(field.min !== null && { minimum: field.min }), ...(field.max !== null && { maximum: field.max }) };
    case 'date':
      return {
        format: 'date',
        pattern: patterns.date,
        'x-form': 'a date such as 2026-11-23, from the year 1000 to 2999',
      };
    case 'datetime':
      return {
        format: 'date-time',
        pattern: patterns.datetime,
        'x-form': 'a time with its offset, such as 2026-11-23T10:15:30Z',
      };
    default:
      return {};
  }
}

const formats: Partial<Record<Field['type'], string>> = { date: 'date', datetime: 'date-time' };

export function jsonType(field: Field): string {
  if (field.type === 'integer' || field.type === 'boolean' || field.type === 'number') return field.type;
  return field.type === 'multi_select' ? 'array' : 'string';
}

const labels = ({ options }: FieldOffer) => Object.fromEntries(options.map((o) => [o.value, plain(o.label)]));

/** `x-extensible-enum`: the values of today, in a type that stays open. */
function openEnum({ readable }: FieldOffer): Schema {
  return { 'x-extensible-enum': readable.map((o) => o.value) };
}

function describe(offer: FieldOffer, place: 'answer' | 'create' | 'update'): string {
  const { field, pin, readable, options } = offer;
  const parts = [field.description === null ? `${plain(field.label)}.` : plain(field.description)];
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
    if (place !== 'answer') parts.push(...(hints[field.type] ?? []));
  }
  return parts.join(' ');
}

const hints: Partial<Record<Field['type'], readonly string[]>> = {
  phone: ['Stored in E.164. A number that its country does not have is refused.'],
  datetime: ['Stored in UTC with milliseconds.'],
  email: ['The domain is stored in lower case.'],
};
