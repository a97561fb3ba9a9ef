/** A time of day on a 24-hour clock, `09:30`, without a day and a time zone. Its texts sort in the order of the times. */
import { refused, stored } from '../values/normalised.ts';
import { patterns, timeOfDayWords } from '../values/patterns.ts';
import { equality, type FieldTypeEntry, ofText, oneText, order } from './entry.ts';

const form = new RegExp(patterns.timeOfDay);

/** JSON Schema's format `time` requires seconds and an offset, so the schema has a pattern instead. */
const schema = { pattern: patterns.timeOfDay };

export const time: FieldTypeEntry = {
  ...oneText,
  normalise: ofText((value) => (form.test(value) ? stored(value) : refused('pattern', timeOfDayWords))),
  operators: [...equality, ...order],
  comparedAs: 'clock',
  csv: 'plain',
  answer: schema,
  request: () => schema,
  parameter: { type: 'string', ...schema },
  hints: ['HH:MM, from 00:00 to 23:59, without seconds or a time zone.'],
  words: '`HH:MM`, from `00:00` to `23:59`, without seconds or a time zone.',
  samples: () => ['09:30'],
  toTry: (asked) => [...asked.flatMap(minutesBeside), '12:00'],
};

/** The time itself, one minute later, and one minute earlier. */
function minutesBeside(value: string | number | boolean): string[] {
  const [hours, minutes] = String(value).split(':').map(Number);
  if (hours === undefined || minutes === undefined) return [];
  const at = hours * 60 + minutes;
  return [at, at + 1, at - 1].filter((one) => one >= 0 && one < 24 * 60).map(clock);
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
