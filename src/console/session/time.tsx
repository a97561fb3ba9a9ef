/** Times on a page: past events say how long ago they were, appointments are dates. Both are in the member's zone. */
import { Tooltip } from '@mantine/core';
import {
  agoIn,
  dayIn,
  dayStartIn,
  endOfDayIn,
  exactIn,
  fromWallIn,
  fromWordsIn,
  momentIn,
  startOfDayIn,
  todayIn,
  untilWordsIn,
  wallIn,
} from './dates.ts';
import { useNow } from './now.ts';
import { useSession } from './queries.ts';

/** The zone that the member chose, or else the browser's. */
export function useTimeZone(): string {
  return useSession().member.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export type Dates = ReturnType<typeof useDates>;

/** Dates and days in the member's zone. */
export function useDates() {
  const zone = useTimeZone();
  const now = Date.now();
  return {
    day: (at: string) => dayIn(zone, at),
    moment: (at: string) => momentIn(zone, at),
    exact: (at: string) => exactIn(zone, at),
    today: todayIn(zone, now),
    /** The beginning of the day that is this many days from today. */
    startOfDay: (days: number) => startOfDayIn(zone, now, days),
    /** The last millisecond of a day such as `2026-12-27`. */
    endOfDay: (day: string) => endOfDayIn(zone, day),
    /** The last millisecond of the day that is this many days from today. */
    endOfDayIn: (days: number) => endOfDayIn(zone, todayIn(zone, Date.parse(startOfDayIn(zone, now, days)))),
    /** The day that a time lies in. */
    dayOf: (at: string) => todayIn(zone, Date.parse(at)),
    /** The time at which a day begins. */
    dayStart: (day: string) => dayStartIn(zone, day),
    /** A time as inputs for day and time hold it, and the reverse. */
    toWall: (at: string) => wallIn(zone, at),
    fromWall: (wall: string) => fromWallIn(zone, wall),
    /** The ends of a span in words. */
    fromWords: (at: string) => fromWordsIn(zone, at),
    untilWords: (at: string) => untilWordsIn(zone, at),
  };
}

export const useExact = () => useDates().exact;

/** A past event: how long ago it was. */
export function Ago({ at, never = 'never' }: { readonly at: string | null; readonly never?: string }) {
  const zone = useTimeZone();
  const now = useNow();
  if (at === null) return <span>{never}</span>;
  return (
    <Tooltip label={exactIn(zone, at)}>
      <time dateTime={at}>{agoIn(zone, at, now)}</time>
    </Tooltip>
  );
}

/** An appointment, past or future: its date. */
export function On({ at, never = 'never' }: { readonly at: string | null; readonly never?: string }) {
  const zone = useTimeZone();
  const now = useNow();
  if (at === null) return <span>{never}</span>;
  return (
    <Tooltip label={agoIn(zone, at, now)}>
      <time dateTime={at}>{momentIn(zone, at)}</time>
    </Tooltip>
  );
}
