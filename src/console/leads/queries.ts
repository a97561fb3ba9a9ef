/**
 * Queries for leads: the list in pages, and one lead. A list has the parameters of the API, including those named after
 * fields.
 */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask, type Shape } from '../api/client.ts';

export type Lead = Shape<'Lead'>;
export type LeadPage = Shape<'LeadList'>;

/** Filters and order under the API's names, as in the address. */
export type ListSearch = Readonly<Record<string, string>>;

/**
 * The cursors of the pages, from the first page to the requested one. With them, pages that were dropped from memory can be
 * read again.
 */
export type Places = readonly (string | undefined)[];

export const pageSize = 100;
/** The number of pages in memory, however far the member scrolls. */
const keptPages = 10;

/**
 * The document of the Management API knows only parameters that every campaign has. The campaign's own document has the
 * others.
 */
export const parametersOf = ({ lead: _, limit: __, cursor: ___, ...search }: ListSearch): object => search;

export const leadsQuery = (slug: string, search: ListSearch) =>
  infiniteQueryOptions({
    queryKey: ['campaign', slug, 'leads', parametersOf(search)],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam.at(-1);
      const query = { ...parametersOf(search), limit: pageSize, ...(cursor !== undefined && { cursor }) };
      return ask(api.GET('/campaigns/{slug}/leads', { params: { path: { slug }, query }, signal }));
    },
    initialPageParam: [undefined] as Places,
    getNextPageParam: ({ next_cursor }, _pages, places: Places) =>
      next_cursor === null ? undefined : [...places, next_cursor],
    getPreviousPageParam: (_page, _pages, places: Places) => (places.length > 1 ? places.slice(0, -1) : undefined),
    maxPages: keptPages,
    // A row that was edited must not vanish by itself, so the list is read again only when the member opens it or asks for
    // it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

const inPath = (slug: string, id: string) => ({ params: { path: { slug, lead_id: id } } });

export const leadQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'lead', id],
    queryFn: ({ signal }) => ask(api.GET('/campaigns/{slug}/leads/{lead_id}', { ...inPath(slug, id), signal })),
    staleTime: 0,
  });

export const historyQuery = (slug: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['campaign', slug, 'lead', id, 'history'],
    queryFn: ({ pageParam, signal }) => {
      const { path } = inPath(slug, id).params;
      const query = pageParam === undefined ? {} : { cursor: pageParam };
      return ask(api.GET('/campaigns/{slug}/leads/{lead_id}/history', { params: { path, query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    staleTime: 0,
  });
