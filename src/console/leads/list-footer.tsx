/** Where in the list one is. Nothing is counted for it: what is not known is not said. */
import { Button, Group, Text } from '@mantine/core';
import { messageOf } from '../api/problem.ts';
import { numbered } from '../campaign/counts.ts';
import type { LeadList } from './use-lead-list.ts';

interface ListFooterProps {
  readonly list: LeadList;
  /** Of the rows in sight, from 1. */
  readonly first: number;
  readonly last: number;
  readonly total: string | undefined;
}

const whole = (count: number) => count.toLocaleString('en');

export function ListFooter({ list, first, last, total }: ListFooterProps) {
  const known = list.reached;
  const of = list.more ? (total ?? `more than ${whole(known)}`) : numbered(known, 'lead');
  return (
    <Group gap="sm" mih={24}>
      <Text size="xs" c="dimmed">
        {whole(Math.min(first, known))}–{whole(Math.min(last, known))} of {of}
      </Text>
      {list.error && (
        <Group gap="xs" role="alert">
          <Text size="xs">{messageOf(list.error)}</Text>
          <Button size="compact-xs" variant="default" onClick={() => void list.again()}>
            Try again
          </Button>
        </Group>
      )}
    </Group>
  );
}
