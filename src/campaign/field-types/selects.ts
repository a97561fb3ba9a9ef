/** One option of a select, or several. Which options may be written, the document says. */
import { refused, stored } from '../values/normalised.ts';
import { asSent, equality, type FieldTypeEntry, oneText } from './entry.ts';

export const select: FieldTypeEntry = {
  ...oneText,
  normalise: asSent,
  operators: [...equality],
  csv: 'plain',
  options: 'one',
  request: () => ({}),
  parameter: undefined,
  words: 'The value of one option.',
  samples: (_field, options) => options.slice(0, 1),
  toTry: (_asked, options) => options,
};

export const multiSelect: FieldTypeEntry = {
  ...oneText,
  stored: 'list',
  normalise: (value) => {
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
      return refused('type', 'a list of options');
    // A set: an option that is sent twice is in it once.
    return stored(value.length === 0 ? null : [...new Set(value as string[])]);
  },
  operators: ['contains', 'is_empty', 'is_not_empty'],
  keyColumn: undefined,
  whyNoKeyColumn: 'it holds several values',
  csv: 'list',
  options: 'several',
  jsonType: 'array',
  request: () => ({}),
  parameter: undefined,
  hints: ['An entry that is sent twice counts once.'],
  words: 'A list of the values of options.',
  samples: (_field, options) => (options.length > 0 ? [options.slice(0, 2)] : []),
  toTry: (_asked, options) => options.map((value) => [value]),
};
