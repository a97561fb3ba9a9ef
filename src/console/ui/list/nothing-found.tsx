/** Replaces a list in which no entry matches the search and the state. */
import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { Empty } from '../empty.tsx';
import type { List } from './use-list.ts';

interface NothingFoundProps<Item> {
  readonly list: List<Item>;
  /** The noun for an entry. */
  readonly one: string;
}

export function NothingFound<Item>({ list: { clear }, one }: NothingFoundProps<Item>) {
  return (
    <Empty
      icon={<IconSearchOff size={22} />}
      title={`No ${one} matches`}
      action={
        <Button variant="default" onClick={clear}>
          Clear
        </Button>
      }
    >
      Search for something else, or choose another state.
    </Empty>
  );
}
