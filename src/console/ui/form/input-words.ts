/**
 * The errors of a value in the console's own words, below its input: what to do. The server's sentences are for
 * programs, and name members of a body and regular expressions.
 */
import type { InputError } from '../../api/problem.ts';

/** The field or input that the value belongs to. */
export interface FieldLimits {
  /** The type of a lead's field. */
  readonly type?: string;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly max_length?: number | null;
  /** Gives the label of a value that may be chosen. */
  readonly labelOf?: (value: unknown) => string;
}

/** By the last part of the input's path, if that says more than the code alone. */
const byPlace: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  key: {
    pattern: 'Use lower-case letters, digits and _. Begin with a letter.',
    already_exists: 'This API name is in use, or was in use before. Choose another.',
  },
  value: {
    pattern: 'Use letters, digits, - and _.',
    already_exists: 'This API name is in use. Choose another.',
    repeated: 'Another option has this API name. Choose another.',
  },
  slug: {
    pattern: 'Use lower-case letters, digits and hyphens.',
    already_exists: 'This web address is in use, or was in use before. Choose another.',
  },
  name: { already_exists: 'This name is in use. Choose another.' },
  email: {
    format: 'Enter an e-mail address, such as anna@example.com.',
    pattern: 'Enter an e-mail address, such as anna@example.com.',
    already_exists: 'A member has this e-mail address already.',
  },
  max: { not_allowed: 'The maximum must not be below the minimum.' },
  default_country: { not_allowed: 'Choose a country that has phone numbers of its own.' },
  expires_at: { minimum: 'Choose a time in the future.' },
  at: { minimum: 'Choose a time in the future.', maximum: 'Choose a year before 3000.' },
  color: { pattern: 'Enter a colour such as #3643b3.' },
  password: { min_length: 'Use at least 10 characters.' },
};

const byType: Readonly<Record<string, string>> = {
  email: 'Enter an e-mail address, such as anna@example.com.',
  phone: 'Enter a phone number with its country code, such as +45 20 31 42 53.',
  url: 'Enter a web address that begins with https:// or http://.',
  date: 'Enter a day that exists, such as 1 Dec 2026.',
  datetime: 'Enter a day and a time, such as 1 Dec 2026, 09:30.',
  integer: 'Enter a whole number, such as 12.',
  number: 'Enter a number, such as 12.5.',
};

const byCode: Readonly<Record<string, (field: FieldLimits) => string>> = {
  required: () => 'Fill this in.',
  type: ({ type }) => byType[type ?? ''] ?? 'Enter a value of the right kind.',
  format: ({ type }) => byType[type ?? ''] ?? 'This has the wrong form, or characters that cannot be stored.',
  pattern: ({ type }) => byType[type ?? ''] ?? 'This does not have the required form.',
  min_length: () => 'This is too short.',
  max_length: ({ max_length }) => (max_length ? `Use at most ${max_length} characters.` : 'This is too long.'),
  minimum: ({ min }) => (min === null || min === undefined ? 'This is too small.' : `Enter at least ${min}.`),
  maximum: ({ max }) => (max === null || max === undefined ? 'This is too large.' : `Enter at most ${max}.`),
  precision: () => 'This number has too many digits to be stored exactly.',
  min_items: () => 'Add at least one.',
  max_items: () => 'This has too many entries.',
  repeated: () => 'This is given twice.',
  unknown: () => 'This no longer exists. Reload the page.',
  external_id_taken: () => 'Another lead has this external id.',
};

/** A sentence with more choices is hard to read. */
const mostChoices = 6;

/** `path` is the place of the input, such as `options.0.value`. */
export function inputWords({ code, detail, allowed }: InputError, path: string, field: FieldLimits = {}): string {
  const place = byPlace[path.split('.').at(-1) ?? '']?.[code];
  if (place !== undefined && field.type === undefined) return place;
  if (code === 'not_allowed' && allowed !== undefined && field.labelOf) {
    const labels = allowed.slice(0, mostChoices).map(field.labelOf);
    return allowed.length > mostChoices ? 'Choose one of the options.' : `Choose one of: ${labels.join(', ')}.`;
  }
  // Other codes, such as two limits that exclude each other, keep the server's sentence, with names in quotation marks.
  return byCode[code]?.(field) ?? detail.replaceAll(/`([^`]+)`/g, '“$1”');
}
