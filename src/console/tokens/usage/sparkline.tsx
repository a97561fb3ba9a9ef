/**
 * The usage of a token in thirty days, small enough for a row: a bar for each day, with refused requests on top. Screen
 * readers get words.
 */
import type { UsageDay } from '../queries.ts';
import classes from './sparkline.module.css';

const [width, height, gap] = [96, 26, 1];

export function UsageSparkline({ days }: { readonly days: readonly UsageDay[] }) {
  const accepted = days.reduce((sum, day) => sum + day.accepted, 0);
  const refused = days.reduce((sum, day) => sum + day.refused, 0);
  const words = `${accepted.toLocaleString('en')} accepted, ${refused.toLocaleString('en')} refused in ${days.length} days`;
  const highest = Math.max(1, ...days.map((day) => day.accepted + day.refused));
  const step = width / Math.max(1, days.length);
  const tall = (count: number) => (count / highest) * (height - 2);
  const bar = (i: number, from: number, count: number) =>
    count === 0 ? '' : `M${i * step} ${height - 1 - tall(from)}v${-tall(count)}h${step - gap}v${tall(count)}z`;
  return (
    <svg width={width} height={height} role="img" aria-label={words} className={classes.chart}>
      <title>{words}</title>
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
      {/* One path for all days, because a list has many of these. */}
      <path d={days.map((day, i) => bar(i, 0, day.accepted)).join('')} />
      <path d={days.map((day, i) => bar(i, day.accepted, day.refused)).join('')} className={classes.refused} />
    </svg>
  );
}
