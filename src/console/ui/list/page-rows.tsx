/** Entries of a list on a page, one below the other. Only entries in view are rendered. */
import { Fragment, type ReactNode } from 'react';
import classes from './page-rows.module.css';
import { Room } from './room.tsx';
import { usePageRows } from './use-rows.ts';

interface PageRowsProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Approximate height in pixels. */
  readonly height: number;
  /** Key of the entry to scroll to. */
  readonly mark?: string | undefined;
  /** The list's name for screen readers. */
  readonly label: string;
  /** Whether the entries share one card, with lines between them. Otherwise each is apart. */
  readonly joined?: boolean;
  /** Whether a row has several things, so that screen readers should not count the rows. */
  readonly plain?: boolean;
  readonly children: (item: Item, index: number) => ReactNode;
}

export function PageRows<Item>(props: PageRowsProps<Item>) {
  const { items, keyOf, height, mark, label, joined = false, plain = false, children } = props;
  const rows = usePageRows<HTMLDivElement>({ keys: items.map(keyOf), height, mark, holds: plain });
  return (
    <div
      ref={rows.container}
      {...{ role: plain ? 'group' : 'list', 'aria-label': label }}
      className={joined ? classes.joined : classes.apart}
    >
      {rows.shown.map(({ index, key, before, props: row }) => {
        const item = items[index];
        return (
          item !== undefined && (
            <Fragment key={key}>
              <Room height={before} />
              <div
                {...row}
                {...(!plain && { role: 'listitem', 'aria-posinset': index + 1, 'aria-setsize': items.length })}
                className={classes.row}
                data-first={index === 0 || undefined}
              >
                {children(item, index)}
              </div>
            </Fragment>
          )
        );
      })}
      <Room height={rows.after} />
    </div>
  );
}
