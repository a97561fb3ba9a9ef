/** The states of fetched data, the same everywhere: loading (in the shape of rows), refused, failed, empty, and loaded. */
import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Replaces the children if it gives something. */
  readonly empty?: (data: Data) => ReactNode | undefined;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

export function Loaded<Data>({ query, empty, rows = 5, children }: LoadedProps<Data>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return empty?.(data) ?? children(data);
  if (error) return <ProblemAlert error={error} retry={() => void refetch()} />;
  return <Rows count={rows} />;
}

export function Rows({ count }: { readonly count: number }) {
  return (
    <Stack gap="xs" role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same
        <Skeleton key={i} height={36} />
      ))}
    </Stack>
  );
}
