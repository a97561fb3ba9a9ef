/** One line of text. An admin's pattern may narrow it. */
import { ownFormats } from '../values/formats.ts';
import { exampleOf } from '../values/pattern.ts';
import {
  asSent,
  equality,
  type FieldLimits,
  type FieldTypeEntry,
  longerTexts,
  oneText,
  order,
  search,
} from './entry.ts';
import { textForm } from './text-form.ts';

const longest = 1_000;

export const text: FieldTypeEntry = {
  ...oneText,
  normalise: asSent,
  operators: [...equality, ...order, ...search],
  csv: 'text',
  maxLength: longest,
  takesMaxLength: true,
  takesPattern: true,
  form: ownFormats.line,
  request: (field, filled) => ({
    ...(filled && { minLength: 1 }),
    maxLength: field.max_length ?? longest,
    ...textForm('line', field, filled),
  }),
  parameter: { type: 'string', format: 'text', minLength: 1, maxLength: longest },
  hints: ['On one line.'],
  words: `Text on one line, at most ${longest.toLocaleString('en-US')} characters.`,
  samples: believableText,
  toTry: (asked) => [...longerTexts(asked), 'Another'],
};

const believable: readonly (readonly [RegExp, string])[] = [
  [/first_?name/, 'Anna'],
  [/last_?name|surname/, 'Jensen'],
  [/name/, 'Anna Jensen'],
  [/street|address/, 'Nygade 12'],
  [/zip|post/, '5000'],
  [/city|town/, 'Odense'],
  [/note|comment|message/, 'Would like a call in the afternoon.'],
];

/** A text that suits the key of the field, or a text that matches the pattern, if one is found. */
export function believableText({ key, max_length, pattern }: FieldLimits): readonly string[] {
  const sample = believable.find(([name]) => name.test(key))?.[1] ?? 'Example';
  if (pattern === null) return [sample.slice(0, max_length ?? sample.length).trim()];
  const made = exampleOf(pattern, 1);
  return made === undefined ? [] : [made];
}
