/**
 * The list for the table: the rows in memory with their positions, and the edits made here. An edited row stays in its
 * place, marked, even if it no longer matches, until the list is read again.
 */
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { type Lead, type LeadPage, type ListSearch, leadsQuery, type Places, pageSize } from '../queries.ts';

type Data = InfiniteData<LeadPage, Places>;
export type Mark = 'new' | 'changed';
type Marks = ReadonlyMap<string, Mark>;

const start: Places = [undefined];

export function useLeadList(slug: string, search: ListSearch) {
  const client = useQueryClient();
  const options = leadsQuery(slug, search);
  const query = useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
  const { hasNextPage, hasPreviousPage, isFetching } = query;
  const data = query.data as Data | undefined;
  const key = JSON.stringify(options.queryKey);
  const [marked, setMarked] = useState<{ key: string; marks: Marks }>({ key, marks: new Map() });
  const marks: Marks = marked.key === key ? marked.marks : new Map();
  const leads = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  const reached = useRef({ key, places: start });
  if (reached.current.key !== key) reached.current = { key, places: start };
  const lastPlaces = data?.pageParams.at(-1) ?? start;
  if (!query.isPlaceholderData && lastPlaces.length > reached.current.places.length)
    reached.current.places = lastPlaces;

  const skipped = ((data?.pageParams[0]?.length ?? 1) - 1) * pageSize;
  const end = skipped + leads.length;
  const change = (edit: (leads: readonly Lead[], page: number) => Lead[]) =>
    client.setQueryData<Data>(
      options.queryKey,
      (before) =>
        before && { ...before, pages: before.pages.map((page, i) => ({ ...page, data: edit(page.data, i) })) },
    );
  const mark = (id: string, how: Mark) => setMarked({ key, marks: new Map(marks).set(id, how) });
  /** Forgets the pages in memory and reads the page at these positions. */
  const goTo = (places: Places, meanwhile: Lead[]) => {
    client.setQueryData<Data>(options.queryKey, {
      pages: [{ data: meanwhile, next_cursor: null }],
      pageParams: [places],
    });
    return query.refetch();
  };

  return {
    key,
    leads,
    marks,
    /** The number of rows before the first row in memory. */
    skipped,
    more: hasNextPage,
    /** The number of rows up to the farthest page that was read, including rows that were dropped from memory. */
    reached: hasNextPage || isFetching ? Math.max(end, (reached.current.places.length - 1) * pageSize) : end,
    isPending: query.isPending,
    /** True while the rows of the previous search are shown. */
    isOld: query.isPlaceholderData,
    error: query.error,
    /** Reads these rows, and some around them, if they are not in memory. */
    see: (first: number, last: number) => {
      if (isFetching || query.error) return;
      const page = Math.floor(first / pageSize);
      const { places } = reached.current;
      const isFar = first > end + pageSize || last < skipped - pageSize;
      if (isFar && page < places.length) void goTo(places.slice(0, page + 1), []);
      else if (hasNextPage && last >= end) void query.fetchNextPage();
      else if (hasPreviousPage && first < skipped) void query.fetchPreviousPage();
    },
    again: () => (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
    saved: (lead: Lead) => {
      mark(lead.id, 'changed');
      change((page) => page.map((one) => (one.id === lead.id ? lead : one)));
    },
    created: (lead: Lead) => {
      mark(lead.id, 'new');
      change((page, i) => (i === 0 ? [lead, ...page] : [...page]));
    },
    erased: (id: string) => change((page) => page.filter((one) => one.id !== id)),
    reload: () => {
      setMarked({ key, marks: new Map() });
      return goTo(start, skipped === 0 ? leads.slice(0, pageSize) : []);
    },
  };
}

export type LeadList = ReturnType<typeof useLeadList>;
