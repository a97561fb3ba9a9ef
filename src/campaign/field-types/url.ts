/** A web address, stored as sent. */
import { narrowedFormats } from '../values/formats.ts';
import { refused, stored } from '../values/normalised.ts';
import { equality, type FieldTypeEntry, ofText, oneText, search } from './entry.ts';

const longest = 2_000;

export const url: FieldTypeEntry = {
  ...oneText,
  normalise: ofText((value) =>
    narrowedFormats.uri.test(value)
      ? stored(value)
      : refused('format', 'an address that begins with https:// or http:// and names a host'),
  ),
  operators: [...equality, ...search],
  csv: 'text',
  maxLength: longest,
  takesMaxLength: true,
  request: ({ max_length }) => ({ format: 'uri', maxLength: max_length ?? longest }),
  parameter: { type: 'string', format: 'uri', maxLength: longest },
  hints: ['Begins with https:// or http://, and names a host.'],
  words: 'Begins with `https://` or `http://`, and names a host.',
  samples: () => ['https://www.example.com/', 'https://example.com', 'https://a.dk', 'http://a.dk', 'http://a'],
  toTry: (asked) => asked.flatMap((value) => [`${value}`, `https://www.example.com/${value}`]),
};
