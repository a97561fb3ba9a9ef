/** True or false. */
import { refused, stored } from '../values/normalised.ts';
import { type FieldTypeEntry, oneText } from './entry.ts';

export const boolean: FieldTypeEntry = {
  ...oneText,
  stored: 'boolean',
  normalise: (value) => (typeof value === 'boolean' ? stored(value) : refused('type', 'true or false')),
  operators: ['eq', 'neq', 'is_empty', 'is_not_empty'],
  csv: 'plain',
  jsonType: 'boolean',
  request: () => ({}),
  parameter: { type: 'boolean' },
  words: '`true` or `false`, without quotes.',
  samples: () => [true],
  toTry: () => [true, false],
};
