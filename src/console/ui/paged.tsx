/** A list in pages, the newest first: its states, and the button for older entries. */
import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Rows } from './loaded.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface PagedProps<Item> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly data: readonly Item[] }>>;
  readonly rows: number;
  /** The text of the button. */
  readonly older: string;
  /** Replaces the children if the list is empty. */
  readonly empty?: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

export function Paged<Item>({ query, rows, older, empty, children }: PagedProps<Item>) {
  const { data, error, isPending, isPlaceholderData, isFetchingNextPage, fetchNextPage, refetch } = query;
  // While the entries of the previous search are shown, no further page is read.
  const hasNextPage = query.hasNextPage && !isPlaceholderData;
  if (error) return <ProblemAlert error={error} retry={() => void refetch()} />;
  if (isPending) return <Rows count={rows} />;
  const items = itemsOf(data);
  // A search may have found nothing yet and still go on.
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

/** The entries of all pages that are loaded. */
export const itemsOf = <Item,>(data: InfiniteData<{ readonly data: readonly Item[] }> | undefined): readonly Item[] =>
  data?.pages.flatMap((page) => page.data) ?? [];
