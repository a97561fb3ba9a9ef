/**
 * Every date that the console shows: days are calendar days in the member's zone, and each kind has one form. What is past is
 * told by how long ago it was; an appointment, such as the end of a token, is told as its date.
 */
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const inZone = (at: string | number, zone: string) => dayjs(at).tz(zone);

/** `27 Dec 2026, 14:00`; `at`: RFC 3339. */
export const momentIn = (zone: string, at: string): string => inZone(at, zone).format('D MMM YYYY, HH:mm');

/** `27 Dec 2026`. */
export const dayIn = (zone: string, at: string): string => inZone(at, zone).format('D MMM YYYY');

/** `27 Dec 2026, 14:00:09`. */
export const exactIn = (zone: string, at: string): string => inZone(at, zone).format('D MMM YYYY, HH:mm:ss');

/** The day in the zone, `2026-12-27`; `now`: milliseconds since 1970. */
export const todayIn = (zone: string, now: number): string => inZone(now, zone).format('YYYY-MM-DD');

/** The beginning of the day that is so many days from today, RFC 3339. The days of a zone are not all of 24 hours. */
export const startOfDayIn = (zone: string, now: number, days: number): string =>
  dayjs.tz(`${dayjs.utc(todayIn(zone, now)).add(days, 'day').format('YYYY-MM-DD')} 00:00:00`, zone).toISOString();

/** The last millisecond of a day, `2026-12-27`, in the zone, RFC 3339. */
export const endOfDayIn = (zone: string, day: string): string =>
  new Date(dayjs.tz(`${dayjs.utc(day).add(1, 'day').format('YYYY-MM-DD')} 00:00:00`, zone).valueOf() - 1).toISOString();

/** How many midnights of the zone lie between: 1 for tomorrow, -1 for yesterday. */
function daysApart(zone: string, at: number, now: number): number {
  return dayjs.utc(todayIn(zone, at)).diff(dayjs.utc(todayIn(zone, now)), 'day');
}

/** "3 minutes ago", "yesterday", "in 7 days": less than a day in hours at the most, then in calendar days of the zone. */
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
