/** Text on several lines. It is too long for a key column. */
import { ownFormats } from '../values/formats.ts';
import { asSent, equality, type FieldTypeEntry, longerTexts, oneText, search } from './entry.ts';
import { believableText } from './text.ts';
import { textForm } from './text-form.ts';

const longest = 10_000;

export const longText: FieldTypeEntry = {
  ...oneText,
  normalise: asSent,
  operators: [...equality, ...search],
  keyColumn: undefined,
  whyNoKeyColumn: 'its texts are too long',
  csv: 'text',
  maxLength: longest,
  takesMaxLength: true,
  form: ownFormats.text,
  request: (field, filled) => ({
    ...(filled && { minLength: 1 }),
    maxLength: field.max_length ?? longest,
    ...textForm('text', field, filled),
  }),
  parameter: undefined,
  words: `Text on one or more lines, at most ${longest.toLocaleString('en-US')} characters.`,
  samples: believableText,
  toTry: (asked) => [...longerTexts(asked), 'Another'],
};
