/** Menu items that move an entry of a list: up, down, to either end, or to a position. */
import { Menu } from '@mantine/core';
import { IconArrowBarToDown, IconArrowBarToUp, IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useMay } from '../../session/roles.tsx';

export interface Place {
  /** From 0. */
  readonly at: number;
  readonly count: number;
  /** Moves the entry to a position, from 0. */
  readonly to: (at: number) => void;
}

interface MoveItemsProps {
  /** Undefined while the list is searched or sorted. */
  readonly place: Place | undefined;
  /** Opens the dialog that asks for a position. */
  readonly ask: () => void;
}

export function MoveItems({ place, ask }: MoveItemsProps) {
  const may = useMay('admin');
  if (!place) return <Menu.Label>To move it, show the whole list in its own order.</Menu.Label>;
  const { at, count, to } = place;
  const [first, last] = [at === 0, at === count - 1];
  return (
    <>
      <Menu.Item leftSection={<IconArrowUp size={15} />} disabled={!may || first} onClick={() => to(at - 1)}>
        Move up
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowDown size={15} />} disabled={!may || last} onClick={() => to(at + 1)}>
        Move down
      </Menu.Item>
      {count > 2 && (
        <>
          <Menu.Item leftSection={<IconArrowBarToUp size={15} />} disabled={!may || first} onClick={() => to(0)}>
            Move to the top
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBarToDown size={15} />}
            disabled={!may || last}
            onClick={() => to(count - 1)}
          >
            Move to the bottom
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsSort size={15} />} disabled={!may} onClick={ask}>
            Move to position…
          </Menu.Item>
        </>
      )}
    </>
  );
}
