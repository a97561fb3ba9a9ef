/** Numbers of leads in words. If counting stopped at a limit, the words say that there are more. */
import type { Shape } from '../api/client.ts';

const whole = new Intl.NumberFormat('en');

/** "1,234", "more than 10,000". */
export const countOf = ({ count, exact }: Shape<'ApproximateCount'>): string =>
  exact ? whole.format(count) : `more than ${whole.format(count)}`;

/** "1 lead", "2,000 leads". */
export const numbered = (count: number, noun: string): string =>
  `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`;

/** How many leads a change concerns, counted up to a limit: "No lead has", "1 lead has", "At least 10,000 leads have". */
export function leadsThat({ count, exact }: Shape<'LeadCount'>, one: string, many: string): string {
  if (count === 0) return exact ? `No lead ${one}` : `None of the newest leads ${one}`;
  return `${exact ? '' : 'At least '}${numbered(count, 'lead')} ${count === 1 ? one : many}`;
}
