/** A time of day on a 24-hour clock, `09:30`: the texts sort as the times do. It has no day and no time zone. */
import { refused, stored } from '../values/normalised.ts';
import { patterns } from '../values/patterns.ts';
import { equality, type FieldTypeEntry, ofText, oneText, order } from './entry.ts';

const form = new RegExp(patterns.timeOfDay);
const words = 'a time of day such as 09:30, from 00:00 to 23:59, with two digits for the hour and without seconds';

/** JSON Schema's format `time` asks for seconds and an offset, so a pattern says the form. */
const schema = { pattern: patterns.timeOfDay, 'x-form': words };

export const time: FieldTypeEntry = {
  ...oneText,
  normalise: ofText((value) => (form.test(value) ? stored(value) : refused('pattern', words))),
  operators: [...equality, ...order],
  comparedAs: 'clock',
  csv: 'plain',
  answer: { pattern: patterns.timeOfDay },
  request: () => schema,
  parameter: { type: 'string', ...schema },
  hints: ['HH:MM, from 00:00 to 23:59, without seconds or a time zone.'],
  words: '`HH:MM`, from `00:00` to `23:59`, without seconds or a time zone.',
  samples: () => ['09:30'],
  toTry: (asked) => [...asked.flatMap(minutesBeside), '12:00'],
};

/** The time itself, a minute later and a minute before. */
function minutesBeside(value: string | number | boolean): string[] {
  const [hours, minutes] = String(value).split(':').map(Number);
  if (hours === undefined || minutes === undefined) return [];
  const at = hours * 60 + minutes;
  return [at, at + 1, at - 1].filter((one) => one >= 0 && one < 24 * 60).map(clock);
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
