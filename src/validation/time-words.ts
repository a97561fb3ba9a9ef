/** Explains the first mistake in a text that should be a date or a time (RFC 3339, 5.6). */
import { isCalendarDay } from '../campaign/values/calendar-day.ts';

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const time = String.raw`\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?`;
const offset = String.raw`[Zz]|[+-]\d{2}:?\d{2}`;

const dated = new RegExp(`^(${day})(?=$|[Tt ])`);
const timed = new RegExp(`^${day}([Tt ])(${time})(.*)$`);
const plusLost = new RegExp(`^${day}[Tt]${time} \\d{2}:\\d{2}$`);
const times: ReadonlySet<unknown> = new Set(['date-time', 'timestamp']);
const wholeOffset = new RegExp(`^(?:${offset})$`);

/** The ending of a sentence, such as `: there is no day 2026-02-30`; empty if there is nothing to add. */
export function wrongInTime(data: unknown, format: unknown): string {
  if (typeof data !== 'string' || (format !== 'date' && !times.has(format))) return '';
  const [, named] = dated.exec(data) ?? [];
  if (named === undefined) return '';
  if (!isCalendarDay(named)) return `: there is no day ${named}`;
  return times.has(format) ? wrongAfterDay(data) : '';
}

function wrongAfterDay(data: string): string {
  if (plusLost.test(data)) return ': a `+` in a URL means a space; write `%2B`';
  const [, between, clock = '', rest = ''] = timed.exec(data) ?? [];
  if (between === undefined) return /^.{10}$/.test(data) ? ': the time of day is missing' : '';
  const [hours, minutes, seconds] = clock.split(':');
  if (seconds === undefined) return ': the seconds are missing';
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return `: there is no time ${clock}`;
  if (rest === '') return ': its offset is missing, `Z` or one such as `+01:00`';
  return wholeOffset.test(rest) ? '' : ': its offset is not `Z` or one such as `+01:00`';
}
