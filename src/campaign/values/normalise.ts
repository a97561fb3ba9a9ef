/**
 * Values as they are stored: phone numbers in E.164, times in UTC with milliseconds, the domain of an e-mail address in
 * lower case, `""`, `[]` and absent as empty. What the schema of a field cannot say (a phone number's plan) is refused
 * here; the rest has been judged by the document before.
 */

import type { InputCode } from '../../problem/input-codes.ts';
import { type FieldType, type FieldValue, traits } from '../field-types.ts';
import { isCalendarDay } from './calendar-day.ts';
import { narrowedFormats } from './formats.ts';
import { patterns } from './patterns.ts';
import { readPhone } from './phone.ts';
import { markedNumber } from './precision.ts';

export type Normalised =
  | { readonly ok: true; readonly value: FieldValue | null }
  /** `form`: what it must be, in words that follow "must be". */
  | { readonly ok: false; readonly code: InputCode; readonly form: string };

const ok = (value: FieldValue | null): Normalised => ({ ok: true, value });
const no = (code: InputCode, form: string): Normalised => ({ ok: false, code, form });

const datetime = new RegExp(patterns.datetime);
const wholeNumber = 2 ** 53 - 1;

/** The stored form of one value of a field; `null` where it is empty. */
export function normaliseValue(
  field: { readonly type: FieldType },
  value: unknown,
  country: string | null,
): Normalised {
  if (value === null || value === undefined || value === '') return ok(null);
  switch (traits[field.type].stored) {
    case 'number':
      return normaliseNumber(field.type, value);
    case 'boolean':
      return typeof value === 'boolean' ? ok(value) : no('type', 'true or false');
    case 'list':
      if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
        return no('type', 'a list of options');
      // A set: what is sent twice is in it once.
      return ok(value.length === 0 ? null : [...new Set(value as string[])]);
    case 'text':
      return typeof value === 'string' ? normaliseText(field.type, value, country) : no('type', 'a text');
  }
}

function normaliseNumber(type: FieldType, value: unknown): Normalised {
  if (value === Number.POSITIVE_INFINITY) return no('maximum', 'a smaller number');
  if (value === Number.NEGATIVE_INFINITY) return no('minimum', 'a larger number');
  const sent = markedNumber(value);
  if (sent !== undefined) return no('precision', `a number of at most 15 digits: ${sent.slice(0, 40)} cannot be kept`);
  if (typeof value !== 'number' || !Number.isFinite(value))
    return no('type', type === 'integer' ? 'a whole number' : 'a number');
  if (type === 'integer' && !(Number.isInteger(value) && Math.abs(value) <= wholeNumber)) {
    return no('type', `a whole number from -${wholeNumber} to ${wholeNumber}`);
  }
  return ok(value === 0 ? 0 : value);
}

function normaliseText(type: FieldType, value: string, country: string | null): Normalised {
  switch (type) {
    case 'email':
      return normaliseEmail(value);
    case 'phone':
      return normalisePhone(value, country);
    case 'date':
      return narrowedFormats.date.test(value)
        ? ok(value)
        : no('format', 'a date in the form 2026-11-23, from the year 1000 to 2999');
    case 'datetime':
      return normaliseTime(value);
    case 'url':
      return narrowedFormats.uri.test(value)
        ? ok(value)
        : no('format', 'an address that begins with https:// or http:// and names a host');
    default:
      return ok(value);
  }
}

/** RFC 5321, 2.4: the domain is not case-sensitive, the local part may be. */
function normaliseEmail(value: string): Normalised {
  const at = value.lastIndexOf('@');
  if (at < 1 || at === value.length - 1) return no('format', 'an e-mail address');
  return ok(value.slice(0, at) + value.slice(at).toLowerCase());
}

/** A number without a country code is read as one of the campaign's default country. */
function normalisePhone(value: string, country: string | null): Normalised {
  const { number, why } = readPhone(value, country);
  return number === undefined ? no('format', why) : ok(number);
}

function normaliseTime(value: string): Normalised {
  const at = datetime.test(value) && isCalendarDay(value.slice(0, 10)) ? Date.parse(asRfc3339(value)) : Number.NaN;
  return Number.isNaN(at)
    ? no('format', 'a time in the form 2026-11-23T10:15:30Z, with its offset, from the year 1000 to 2999')
    : ok(new Date(at).toISOString());
}

/** With a `T` before the time, and a colon in the offset: a document takes both without. */
const asRfc3339 = (value: string): string =>
  `${value.slice(0, 10)}T${value.slice(11).replace(/([+-]\d{2})(\d{2})$/, '$1:$2')}`.toUpperCase();
