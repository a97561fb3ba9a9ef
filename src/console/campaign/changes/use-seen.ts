/** A thing of a definition's list, as it was when a form opened and as it is now. For {@link useSaveSeen}. */
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { Seen } from './use-save-seen.ts';

interface Listed<Data> {
  readonly data: { readonly data: Data };
  readonly etag: string | undefined;
}

/** Options of a query that gives a list with its revision, such as `statusesQuery(slug)`. */
interface ListQuery<Data> {
  readonly queryKey: QueryKey;
  readonly queryFn?: unknown;
  /** Never set. It only carries the type of the query's data. */
  readonly _data?: Data;
}

export function useSeen<Data, Thing>(query: ListQuery<Data>, find: (data: Data) => Thing | undefined) {
  const client = useQueryClient();
  const seen = (listed: Listed<Data> | undefined): Seen<Thing> => ({
    thing: listed && find(listed.data.data),
    etag: listed?.etag,
  });
  return {
    opened: seen(client.getQueryData<Listed<Data>>(query.queryKey)),
    look: async () =>
      seen(await client.fetchQuery<Listed<Data>>({ ...(query as object), queryKey: query.queryKey, staleTime: 0 })),
  };
}
