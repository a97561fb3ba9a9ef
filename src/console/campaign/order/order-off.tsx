/** Explains why entries cannot be dragged: the list is searched, filtered or sorted. */
import { Anchor, Text } from '@mantine/core';
import type { List } from '../../ui/list/use-list.ts';

export function OrderOff<Item>({ list: { isWhole, isNarrowed, clear, sort } }: { readonly list: List<Item> }) {
  if (isWhole) return null;
  return (
    <Text size="xs" c="dimmed">
      The order cannot be changed while the list is {isNarrowed ? 'searched or filtered' : 'sorted'}.{' '}
      <Anchor component="button" type="button" size="xs" onClick={() => (isNarrowed ? clear() : sort(undefined))}>
        {isNarrowed ? 'Show the whole list' : 'Show its own order'}
      </Anchor>
    </Text>
  );
}
