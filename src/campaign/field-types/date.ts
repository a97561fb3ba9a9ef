/** A calendar day. Its texts sort in the order of the days. */
import { narrowedFormats } from '../values/formats.ts';
import { refused, stored } from '../values/normalised.ts';
import { daysBeside } from './days-beside.ts';
import { equality, type FieldTypeEntry, ofText, oneText, order } from './entry.ts';

export const date: FieldTypeEntry = {
  ...oneText,
  normalise: ofText((value) =>
    narrowedFormats.date.test(value)
      ? stored(value)
      : refused('format', 'a date in the form 2026-11-23, from the year 1000 to 2999'),
  ),
  operators: [...equality, ...order],
  comparedAs: 'day',
  csv: 'plain',
  answer: { format: 'date' },
  request: () => ({ format: 'date' }),
  parameter: { type: 'string', format: 'date' },
  hints: ['YYYY-MM-DD, from the year 1000 to 2999.'],
  words: '`YYYY-MM-DD`, from the year 1000 to 2999.',
  samples: () => ['2026-12-01'],
  toTry: (asked) => asked.flatMap(daysBeside).map((time) => time.slice(0, 10)),
};
