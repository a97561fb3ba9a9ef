/** Moments in inputs of day and time, in the zone that the member is shown times in: what is read and what is typed agree. */
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { useTimeZone } from './time.tsx';

dayjs.extend(utc);
dayjs.extend(timezone);

const wall = 'YYYY-MM-DD HH:mm:ss';

export interface Zoned {
  /** RFC 3339 → `2026-11-23 11:15:30` on a clock in the member's zone. */
  readonly toWall: (at: string) => string;
  /** The other way; a day alone is its beginning. */
  readonly fromWall: (wall: string) => string;
}

export function useZoned(): Zoned {
  const zone = useTimeZone();
  return {
    toWall: (at) => dayjs(at).tz(zone).format(wall),
    fromWall: (text) => dayjs.tz(text, zone).toISOString(),
  };
}
