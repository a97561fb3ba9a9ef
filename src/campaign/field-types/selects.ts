/** One option of a select, or several. The document says which options may be written. */
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
    // The value is a set: a repeated option counts once.
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
  hints: ['Repeated entries count once.'],
  words: 'A list of the values of options.',
  samples: (_field, options) => (options.length > 0 ? [options.slice(0, 2)] : []),
  toTry: (_asked, options) => options.map((value) => [value]),
};
