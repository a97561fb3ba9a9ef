/** What comes in pages, the newest first: its states, and the button for what is older. */
import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Rows } from './loaded.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface PagedProps<Item> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly data: readonly Item[] }>>;
  readonly rows: number;
  /** On the button. */
  readonly older: string;
  /** Shown in place of the children where there is nothing. */
  readonly empty?: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

export function Paged<Item>({ query, rows, older, empty, children }: PagedProps<Item>) {
  const { data, error, isPending, isPlaceholderData, isFetchingNextPage, fetchNextPage, refetch } = query;
  // Of another search, which is shown until this one is answered, nothing more is asked for.
  const hasNextPage = query.hasNextPage && !isPlaceholderData;
  if (error) return <ProblemAlert error={error} retry={() => void refetch()} />;
  if (isPending) return <Rows count={rows} />;
  const items = itemsOf(data);
  // A search may have found nothing yet, and go on.
  if (items.length === 0 && empty !== undefined && !query.hasNextPage) return empty;
  return (
    <>
      {children(items)}
      {hasNextPage && (
        <Button variant="default" w="fit-content" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {older}
        </Button>
      )}
    </>
  );
}

/** Of all pages that are there. */
export const itemsOf = <Item,>(data: InfiniteData<{ readonly data: readonly Item[] }> | undefined): readonly Item[] =>
  data?.pages.flatMap((page) => page.data) ?? [];
