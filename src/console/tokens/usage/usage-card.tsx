/**
 * The number of accepted and refused requests, in total and by day. The card has its full height while it loads, so that
 * nothing below it moves.
 */
import { Card, Group, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Figure } from '../../ui/figure.tsx';
import type { UsageDay } from '../queries.ts';

const Chart = lazy(() => import('./usage-chart.tsx').then(({ UsageChart }) => ({ default: UsageChart })));
const chartHeight = 280;

interface UsageCardProps {
  /** `undefined` while they load. */
  readonly days: readonly UsageDay[] | undefined;
  /** Such as `7 days`. */
  readonly span: string;
}

export function UsageCard({ days, span }: UsageCardProps) {
  const sum = (outcome: 'accepted' | 'refused') =>
    days === undefined ? '–' : days.reduce((all, day) => all + day[outcome], 0);
  const waiting = <Skeleton height={chartHeight} role="status" aria-label="Loading" />;
  return (
    <Card withBorder padding="lg">
      <Group gap="xl" mb="md">
        <Figure name={`Accepted in ${span}`} value={sum('accepted')} />
        <Figure name={`Refused in ${span}`} value={sum('refused')} />
      </Group>
      {days === undefined ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>
          <Chart days={days} height={chartHeight} />
        </Suspense>
      )}
    </Card>
  );
}
