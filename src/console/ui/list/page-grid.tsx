/** Cards side by side, as many as fit. Only cards in view are rendered. */
import { SimpleGrid } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { PageRows } from './page-rows.tsx';

interface PageGridProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Approximate height in pixels. */
  readonly height: number;
  /** How many cards stand side by side, on a medium and on a wide page. */
  readonly columns: readonly [middle: number, wide: number];
  readonly label: string;
  /** Key of the card to scroll to. */
  readonly mark?: string | undefined;
  readonly children: (item: Item) => ReactNode;
}

const now = { getInitialValueInEffect: false };

export function PageGrid<Item>({ items, keyOf, height, columns, label, mark, children }: PageGridProps<Item>) {
  const middle = useMediaQuery('(min-width: 48em)', true, now);
  const wide = useMediaQuery('(min-width: 75em)', true, now);
  const beside = wide ? columns[1] : middle ? columns[0] : 1;
  const lines = Array.from({ length: Math.ceil(items.length / beside) }, (_, i) =>
    items.slice(i * beside, (i + 1) * beside),
  );
  const keyOfLine = ([first]: readonly Item[]) => (first === undefined ? '' : keyOf(first));
  const marked = mark === undefined ? undefined : lines.find((line) => line.some((item) => keyOf(item) === mark));
  return (
    <PageRows items={lines} keyOf={keyOfLine} height={height} mark={marked && keyOfLine(marked)} label={label} plain>
      {(line) => (
        <SimpleGrid cols={beside} spacing="md">
          {line.map((item) => (
            <div key={keyOf(item)}>{children(item)}</div>
          ))}
        </SimpleGrid>
      )}
    </PageRows>
  );
}
