/** Whole numbers and decimal numbers. A number that a double cannot hold exactly is refused, never rounded. */
import { type Normalised, refused, stored } from '../values/normalised.ts';
import { markedNumber } from '../values/precision.ts';
import { equality, type FieldLimits, type FieldTypeEntry, oneText, order } from './entry.ts';

/** The largest whole number that a double holds exactly, like all smaller ones. */
export const wholeNumber = 2 ** 53 - 1;

const oneNumber = {
  ...oneText,
  stored: 'number',
  keyColumn: 'number',
  operators: [...equality, ...order],
  bounds: true,
  toTry: (asked) => [...asked.flatMap((value) => [Number(value), Number(value) + 1, Number(value) - 1]), 0, 1, 1_000],
} as const satisfies Partial<FieldTypeEntry>;

export const integer: FieldTypeEntry = {
  ...oneNumber,
  normalise: (value) => {
    const normal = normaliseNumber(value, 'a whole number');
    if (!normal.ok || (Number.isInteger(value) && Math.abs(value as number) <= wholeNumber)) return normal;
    return refused('type', `a whole number from -${wholeNumber} to ${wholeNumber}`);
  },
  csv: 'plain',
  jsonType: 'integer',
  answer: { format: 'int64' },
  request: ({ min, max }) => ({ format: 'int64', minimum: min ?? -wholeNumber, maximum: max ?? wholeNumber }),
  parameter: { type: 'integer', format: 'int64', minimum: -wholeNumber, maximum: wholeNumber },
  words: 'A whole number, without quotes.',
  samples: (field) => [Math.ceil(within(field, 3))],
};

export const number: FieldTypeEntry = {
  ...oneNumber,
  normalise: (value) => normaliseNumber(value, 'a number'),
  csv: 'decimal',
  jsonType: 'number',
  answer: { format: 'double' },
  // Only the admin's own bounds, because generators make examples between the bounds and the span of all doubles is not a
  // double.
  request: ({ min, max }) => ({
    format: 'double',
    ...(min !== null && { minimum: min }),
    ...(max !== null && { maximum: max }),
  }),
  parameter: { type: 'number', format: 'double' },
  hints: ['Stored exactly: a number with more digits than a double holds is refused. 15 digits always fit.'],
  words:
    'A number, without quotes. 15 digits always fit. A number with more digits than can be stored is refused, not rounded.',
  samples: (field) => [within(field, 120.5)],
};

/** `form`: what the value must be. */
function normaliseNumber(value: unknown, form: string): Normalised {
  if (value === Number.POSITIVE_INFINITY) return refused('maximum', 'a smaller number');
  if (value === Number.NEGATIVE_INFINITY) return refused('minimum', 'a larger number');
  const sent = markedNumber(value);
  if (sent !== undefined)
    return refused('precision', `a number of at most 15 digits: ${sent.slice(0, 40)} cannot be stored`);
  if (typeof value !== 'number' || !Number.isFinite(value)) return refused('type', form);
  return stored(value === 0 ? 0 : value);
}

const within = ({ min, max }: FieldLimits, wanted: number): number =>
  Math.min(Math.max(wanted, min ?? wanted), max ?? wanted);
