/** The position in the list and its length. The length is counted to a limit at once, and to the end on demand. */
import { Button, Group, Text } from '@mantine/core';
import { messageOf } from '../../api/problem.ts';
import { numbered } from '../../campaign/counts.ts';
import type { LeadList } from './use-lead-list.ts';
import type { Total } from './use-total.ts';

interface ListFooterProps {
  readonly list: LeadList;
  /** The rows in view, counted from 1. */
  readonly first: number;
  readonly last: number;
  readonly total: Total;
}

const whole = (count: number) => count.toLocaleString('en');

export function ListFooter({ list, first, last, total }: ListFooterProps) {
  const known = list.reached;
  const of = list.more ? (total.words(known) ?? `more than ${whole(known)} leads`) : numbered(known, 'lead');
  return (
    <Group gap="xs" mih={24}>
      <Text size="xs" c="dimmed">
        {whole(Math.min(first, known))}–{whole(Math.min(last, known))} of {of}
      </Text>
      {list.more && total.count && (
        <Button size="compact-xs" variant="subtle" loading={total.isCounting} onClick={total.count}>
          Count exactly
        </Button>
      )}
      {list.more && total.gaveUp && !total.isCounting && (
        <Text size="xs" role="status">
          Not counted to the end, because it takes more than ten seconds.
        </Text>
      )}
      {list.more && total.error && (
        <Text size="xs" role="alert">
          Not counted. {messageOf(total.error)}
        </Text>
      )}
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
