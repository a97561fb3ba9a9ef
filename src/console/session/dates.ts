/**
 * Every date that the console shows. Days are calendar days in the member's zone, and each kind of date has one form. Past
 * events say how long ago they were. Appointments, such as the end of a token, are dates.
 */
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const inZone = (at: string | number, zone: string) => dayjs(at).tz(zone);

/** The forms of a day, of a time, and of a time with seconds. Inputs use them too. */
export const dayForm = 'D MMM YYYY';
export const momentForm = `${dayForm}, HH:mm`;
export const exactForm = `${momentForm}:ss`;

/** `27 Dec 2026, 14:00`. `at`: RFC 3339. */
export const momentIn = (zone: string, at: string): string => inZone(at, zone).format(momentForm);

/** `27 Dec 2026`. */
export const dayIn = (zone: string, at: string): string => inZone(at, zone).format(dayForm);

/** `27 Dec 2026, 14:00:09`. */
export const exactIn = (zone: string, at: string): string => inZone(at, zone).format(exactForm);

const isoDay = 'YYYY-MM-DD';

/** `2026-12-27` → `27 Dec 2026`. Other text stays as it is. */
export const dayWords = (day: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(day) && dayjs.utc(day).isValid() ? dayjs.utc(day).format(dayForm) : day;

/** Adds days to `2026-12-27`. */
export const addDays = (day: string, days: number): string => dayjs.utc(day).add(days, 'day').format(isoDay);

const wallForm = 'YYYY-MM-DD HH:mm:ss';

/** RFC 3339 → `2026-11-23 11:15:30` on a clock in the zone, the value of inputs for day and time. */
export const wallIn = (zone: string, at: string): string => inZone(at, zone).format(wallForm);

/** The reverse. A day without a time is its beginning. */
export const fromWallIn = (zone: string, wall: string): string => dayjs.tz(wall, zone).toISOString();

/** The beginning of a day, `2026-12-27`, in the zone. Where clocks go forward at midnight, it is later. */
export const dayStartIn = (zone: string, day: string): string => fromWallIn(zone, `${day} 00:00:00`);

/** The day in the zone, `2026-12-27`. `now`: milliseconds since 1970. */
export const todayIn = (zone: string, now: number): string => inZone(now, zone).format(isoDay);

/** The beginning of the day that is this many days from today, RFC 3339. Days of a zone do not all have 24 hours. */
export const startOfDayIn = (zone: string, now: number, days: number): string =>
  dayStartIn(zone, addDays(todayIn(zone, now), days));

/** The last millisecond of a day, `2026-12-27`, in the zone, RFC 3339. */
export const endOfDayIn = (zone: string, day: string): string =>
  new Date(Date.parse(dayStartIn(zone, addDays(day, 1))) - 1).toISOString();

/** The words for a span that starts at a time. If a day begins then, only the day is named. */
export function fromWordsIn(zone: string, at: string): string {
  if (Number.isNaN(Date.parse(at))) return at;
  const day = todayIn(zone, Date.parse(at));
  return isStartOf(zone, day, at) ? dayWords(day) : exactIn(zone, at);
}

/** The words for a span that ends before a time. If a day begins then, the day before is the last one. */
export function untilWordsIn(zone: string, at: string): string {
  if (Number.isNaN(Date.parse(at))) return at;
  const day = todayIn(zone, Date.parse(at));
  return isStartOf(zone, day, at) ? dayWords(addDays(day, -1)) : `before ${exactIn(zone, at)}`;
}

const isStartOf = (zone: string, day: string, at: string): boolean =>
  Date.parse(dayStartIn(zone, day)) === Date.parse(at);

/** How many midnights of the zone lie between the times: 1 for tomorrow, -1 for yesterday. */
function daysApart(zone: string, at: number, now: number): number {
  return dayjs.utc(todayIn(zone, at)).diff(dayjs.utc(todayIn(zone, now)), 'day');
}

/** "3 minutes ago", "yesterday", "in 7 days". Less than a day is counted in hours, more in calendar days of the zone. */
export function agoIn(zone: string, at: string, now: number): string {
  const time = Date.parse(at);
  const seconds = Math.trunc((time - now) / 1000);
  const [size, days] = [Math.abs(seconds), daysApart(zone, time, now)];
  if (size < 5) return 'just now';
  if (size < 60) return relative.format(seconds, 'second');
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400 && Math.abs(days) <= 1 && (days === 0 || size < 6 * 3600))
    return relative.format(Math.trunc(seconds / 3600), 'hour');
  if (Math.abs(days) < 30) return relative.format(days, 'day');
  const [there, here] = [inZone(time, zone), inZone(now, zone)];
  const months = (there.year() - here.year()) * 12 + there.month() - here.month();
  if (Math.abs(months) < 12) return relative.format(months, 'month');
  return relative.format(there.year() - here.year(), 'year');
}
