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
