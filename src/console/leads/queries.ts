/** Leads by cursor pages, and one of them. The parameters of a list are the API's own, those named after fields included. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask, type Shape } from '../api/client.ts';

export type Lead = Shape<'Lead'>;

/** Filters and order by the API's names, as they stand in the address. */
export type ListSearch = Readonly<Record<string, string>>;

const pageSize = 100;

/** The document of the Management API knows only the parameters that every campaign has; the others the campaign's judges. */
export const parametersOf = ({ lead: _, ...search }: ListSearch): object => search;

export const leadsQuery = (slug: string, search: ListSearch) =>
  infiniteQueryOptions({
    queryKey: ['campaign', slug, 'leads', parametersOf(search)],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/campaigns/{slug}/leads', {
          params: {
            path: { slug },
            query: { ...parametersOf(search), limit: pageSize, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const leadQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'lead', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/campaigns/{slug}/leads/{lead_id}', { params: { path: { slug, lead_id: id } }, signal })),
    staleTime: 0,
  });

export const historyQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'lead', id, 'history'],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/campaigns/{slug}/leads/{lead_id}/history', {
          params: { path: { slug, lead_id: id }, query: { limit: 100 } },
          signal,
        }),
      ),
    staleTime: 0,
  });
