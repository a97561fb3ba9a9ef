/** A moment, as people say it ("3 minutes ago"), with the exact time in the member's zone on hover and for screen readers. */
import { Tooltip } from '@mantine/core';
import { useSession } from './queries.ts';

const steps = [
  [60, 'second'],
  [3600, 'minute'],
  [86_400, 'hour'],
  [2_592_000, 'day'],
  [31_536_000, 'month'],
  [Number.POSITIVE_INFINITY, 'year'],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `at`: RFC 3339; `now`: milliseconds since 1970. */
export function ago(at: string, now = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1000;
  if (Math.abs(seconds) < 5) return 'just now';
  const found = steps.findIndex(([limit]) => Math.abs(seconds) < limit);
  const unit = steps[found]?.[1] ?? 'year';
  const size = found > 0 ? (steps[found - 1]?.[0] ?? 1) : 1;
  return relative.format(Math.trunc(seconds / size), unit);
}

/** The zone that the member chose, or the browser's. */
export function useTimeZone(): string {
  return useSession().member.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function useExact(): (at: string) => string {
  const timeZone = useTimeZone();
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  return (at) => format.format(new Date(at));
}

export function Ago({ at, never = 'never' }: { readonly at: string | null; readonly never?: string }) {
  const exact = useExact();
  if (at === null) return <span>{never}</span>;
  return (
    <Tooltip label={exact(at)}>
      <time dateTime={at}>{ago(at)}</time>
    </Tooltip>
  );
}
