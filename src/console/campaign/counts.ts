/** Numbers of leads as people read them: exact ones whole, estimates rounded and called so. */
import type { Shape } from '../api/client.ts';

const whole = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** "1,234", "about 1.2M". */
export const countOf = ({ count, exact }: Shape<'ApproximateCount'>): string =>
  exact ? whole.format(count) : `about ${short.format(count)}`;

/** "1 lead", "2,000 leads". */
export const numbered = (count: number, noun: string): string =>
  `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Leads that a change concerns, counted up to a limit: "No lead has", "1 lead has", "At least 10,000 leads have". */
export function leadsThat({ count, exact }: Shape<'LeadCount'>, one: string, many: string): string {
  if (count === 0) return exact ? `No lead ${one}` : `None of the newest leads ${one}`;
  return `${exact ? '' : 'At least '}${numbered(count, 'lead')} ${count === 1 ? one : many}`;
}
