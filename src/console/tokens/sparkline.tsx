/** The use of a token in thirty days, small enough for a row; in words for whoever cannot see it. Fetched with the charts. */
import { Skeleton, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { UsageDay } from './queries.ts';

const Chart = lazy(() => import('@mantine/charts').then(({ Sparkline }) => ({ default: Sparkline })));

export function UsageSparkline({ days }: { readonly days: readonly UsageDay[] }) {
  const accepted = days.reduce((sum, day) => sum + day.accepted, 0);
  const refused = days.reduce((sum, day) => sum + day.refused, 0);
  const words = `${accepted.toLocaleString('en')} accepted, ${refused.toLocaleString('en')} refused in 30 days`;
  return (
    <span title={words}>
      <VisuallyHidden>{words}</VisuallyHidden>
      <Suspense fallback={<Skeleton w={96} h={26} />}>
        <Chart
          w={96}
          h={26}
          data={days.map((day) => day.accepted + day.refused)}
          color="ink.5"
          fillOpacity={0.25}
          strokeWidth={1.5}
          curveType="monotone"
          aria-hidden
        />
      </Suspense>
    </span>
  );
}
