/** A moment, stored in UTC with milliseconds. Its texts sort in the order of the moments. */
import { isCalendarDay } from '../values/calendar-day.ts';
import { narrowedFormats } from '../values/formats.ts';
import { refused, stored } from '../values/normalised.ts';
import { patterns } from '../values/patterns.ts';
import { daysBeside } from './days-beside.ts';
import { equality, type FieldTypeEntry, ofText, oneText, order } from './entry.ts';

const form = new RegExp(patterns.datetime);

export const datetime: FieldTypeEntry = {
  ...oneText,
  normalise: ofText((value) => {
    const at = form.test(value) && isCalendarDay(value.slice(0, 10)) ? Date.parse(asRfc3339(value)) : Number.NaN;
    return Number.isNaN(at)
      ? refused('format', 'a time in the form 2026-11-23T10:15:30Z, with its offset, from the year 1000 to 2999')
      : stored(new Date(at).toISOString());
  }),
  operators: [...equality, ...order],
  comparedAs: 'day',
  csv: 'moment',
  form: narrowedFormats['date-time'],
  answer: { format: 'date-time' },
  request: () => ({ format: 'date-time' }),
  parameter: { type: 'string', format: 'timestamp' },
  hints: ['RFC 3339 with an offset, such as 2026-12-01T09:30:00+01:00. Stored in UTC. Years 1000 to 2999, in UTC.'],
  words: 'RFC 3339 with an offset, such as `2026-12-01T09:30:00+01:00`. Stored in UTC.',
  samples: () => ['2026-12-01T09:30:00.000Z'],
  toTry: (asked) => asked.flatMap(daysBeside),
};

/** With a `T` before the time, and a colon in the offset. The document accepts times without them. */
const asRfc3339 = (value: string): string =>
  `${value.slice(0, 10)}T${value.slice(11).replace(/([+-]\d{2})(\d{2})$/, '$1:$2')}`.toUpperCase();
