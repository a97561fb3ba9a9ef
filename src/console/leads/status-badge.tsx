/** A status by its label. The colour of the dot and the hint say whether it means open, won or lost. */
import { Badge } from '@mantine/core';
import type { Shape } from '../api/client.ts';

const colors = { open: 'ink', won: 'teal', lost: 'gray' } as const;

interface StatusBadgeProps {
  readonly status: string;
  readonly statuses: readonly Shape<'Status'>[];
}

export function StatusBadge({ status, statuses }: StatusBadgeProps) {
  const known = statuses.find(({ key }) => key === status);
  return (
    <Badge variant="dot" tt="none" fw={500} color={colors[known?.category ?? 'open']} title={known?.category}>
      {known?.label ?? status}
    </Badge>
  );
}
