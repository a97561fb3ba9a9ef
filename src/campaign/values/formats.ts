/**
 * The formats of texts, by their names in documents. Rules that JSON Schema can express, and all client generators accept,
 * are in the schema; other rules are formats. Some formats are our own (`line`, `phone`); others are well known and narrower
 * here, as the descriptions of fields say (`date` from the year 1000 to 2999). Generators ignore unknown formats. The
 * service checks every format.
 */
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isCalendarDay } from './calendar-day.ts';
import { patterns } from './patterns.ts';

export interface Format {
  /** Says what a text must be, in words that follow "must be". Whether it must be filled is a separate message. */
  readonly words: string;
  readonly test: (text: string) => boolean;
}

const matches = (source: string) => {
  const pattern = new RegExp(source, 'u');
  return (text: string) => pattern.test(text);
};
const withoutControl = matches('^[^\\u0000-\\u001f\\u007f-\\u009f\\ud800-\\udfff]*$');
/** RFC 3986. */
const isUri = fullFormats.uri as (text: string) => boolean;
const isDay = (text: string) => isCalendarDay(text.slice(0, 10));
const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d/.test(text.slice(11)) && isOffset(text);
const isOffset = (text: string) => !/[+-]\d/.test(text.slice(19)) || /[+-]([01]\d|2[0-3]):?[0-5]\d$/.test(text);
const isTime = (pattern: string) => {
  const hasForm = matches(pattern);
  return (text: string) => hasForm(text) && isDay(text) && isClock(text);
};

/** Formats that no standard defines. `docs/clients.md` explains each of them to vendors. */
export const ownFormats = {
  line: { words: 'a text on one line, without control characters', test: matches(patterns.line) },
  'filled-line': {
    words: 'a text on one line, without control characters',
    test: matches(patterns.filledLine),
  },
  text: { words: 'a text without U+0000', test: matches(patterns.text) },
  'filled-text': {
    words: 'a text without U+0000',
    test: matches(patterns.filledText),
  },
  phone: { words: 'a phone number', test: matches(patterns.phone) },
  'external-id': {
    words: 'a text without control characters, without white space at either end, and not `.` or `..`',
    test: (text) => withoutControl(text) && text.trim() === text && text !== '.' && text !== '..',
  },
  timestamp: {
    words: 'a time with its offset, such as 2026-11-23T10:15:30Z, from the year 1000 to 2999',
    test: isTime(patterns.datetime),
  },
  /** For a text whose pattern some generators do not accept. The schema also has the pattern, as `x-pattern`. */
  pattern: { words: 'of the required form', test: () => true },
} satisfies Readonly<Record<string, Format>>;

export type OwnFormat = keyof typeof ownFormats;

/** Well-known formats, as this service checks them. */
export const narrowedFormats = {
  email: {
    words: 'an e-mail address in ASCII, such as anna@example.com',
    test: (text: string) => emailForm(text) && !longLocalPart(text),
  },
  uri: {
    words: 'an address that begins with https:// or http:// and names a host',
    test: (text: string) => urlForm(text) && isUri(text),
  },
  date: {
    words: 'a date such as 2026-11-23, from the year 1000 to 2999',
    test: (text: string) => dateForm(text) && isCalendarDay(text),
  },
  'date-time': {
    words:
      'a time with its offset, such as 2026-11-23T10:15:30Z, from the year 1000 to 2999 (in the years 1000 and 2999 only in UTC)',
    test: isTime(patterns.storedTime),
  },
} satisfies Readonly<Record<string, Format>>;

const emailForm = matches(patterns.email);
const longLocalPart = matches(patterns.longLocalPart);
const urlForm = matches(patterns.url);
const dateForm = matches(patterns.date);

export const formats: Readonly<Record<string, Format>> = { ...ownFormats, ...narrowedFormats };
