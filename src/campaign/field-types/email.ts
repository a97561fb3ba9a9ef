/**
 * An e-mail address. The domain is case-insensitive (RFC 5321, 2.4) and is stored in lower case; the local part may be
 * case-sensitive.
 */
import { narrowedFormats } from '../values/formats.ts';
import { refused, stored } from '../values/normalised.ts';
import { equality, type FieldTypeEntry, ofText, oneText, search } from './entry.ts';

/** RFC 5321, 4.5.3.1.3, without the angle brackets. */
const longest = 254;

export const email: FieldTypeEntry = {
  ...oneText,
  normalise: ofText((value) => {
    const at = value.lastIndexOf('@');
    if (at < 1 || at === value.length - 1) return refused('format', 'an e-mail address');
    return stored(value.slice(0, at) + value.slice(at).toLowerCase());
  }),
  operators: [...equality, ...search],
  ignoresCase: true,
  csv: 'text',
  maxLength: longest,
  takesMaxLength: true,
  form: narrowedFormats.email,
  request: ({ max_length }) => ({ format: 'email', maxLength: max_length ?? longest }),
  parameter: { type: 'string', format: 'email', maxLength: longest },
  hints: ['ASCII characters: at most 64 before the `@`, and a domain with a dot in it, which is stored in lower case.'],
  words: 'ASCII: at most 64 characters before the `@`, and a domain with a dot. The domain is stored in lower case.',
  samples: () => ['anna@example.com', 'a@example.com', 'anna@b.dk', 'a@b.dk', 'a@b.c'],
  toTry: (asked) => asked.flatMap((value) => [`${value}`, `anna${value}`, `${value}@example.com`]),
};
