/** The use of a token in thirty days, small enough for a row: a bar a day, what was refused on top. In words for screen readers. */
import type { UsageDay } from './queries.ts';
import classes from './sparkline.module.css';

const [width, height, gap] = [96, 26, 1];

export function UsageSparkline({ days }: { readonly days: readonly UsageDay[] }) {
  const accepted = days.reduce((sum, day) => sum + day.accepted, 0);
  const refused = days.reduce((sum, day) => sum + day.refused, 0);
  const words = `${accepted.toLocaleString('en')} accepted, ${refused.toLocaleString('en')} refused in ${days.length} days`;
  const most = Math.max(1, ...days.map((day) => day.accepted + day.refused));
  const step = width / Math.max(1, days.length);
  return (
    <svg width={width} height={height} role="img" aria-label={words} className={classes.chart}>
      <title>{words}</title>
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
      {days.map((day, i) => {
        const taken = (day.accepted / most) * (height - 2);
        const turned = (day.refused / most) * (height - 2);
        const place = { x: i * step, width: step - gap };
        return (
          <g key={day.date}>
            <rect {...place} y={height - 1 - taken} height={taken} />
            <rect {...place} y={height - 1 - taken - turned} height={turned} className={classes.refused} />
          </g>
        );
      })}
    </svg>
  );
}
