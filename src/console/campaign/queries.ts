/**
 * Queries for a campaign and its definition. Their keys begin with `['campaign', slug]`, so a change invalidates all of
 * them.
 */
import { infiniteQueryOptions, type QueryKey, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ask, askWhole, type MadeFrom, madeFrom } from '../api/client.ts';

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: async ({ signal }) => (await ask(api.GET('/campaigns', { signal }))).data,
});

/** Archived campaigns included. */
export const allCampaignsQuery = queryOptions({
  queryKey: ['campaigns', 'all'],
  queryFn: async ({ signal }) =>
    (await ask(api.GET('/campaigns', { params: { query: { state: 'all' } }, signal }))).data,
});

const path = (slug: string) => ({ params: { path: { slug } } });

export const campaignQuery = (slug: string) =>
  queryOptions({
    queryKey: ['campaign', slug],
    queryFn: ({ signal }) => ask(api.GET('/campaigns/{slug}', { ...path(slug), signal })),
  });

/** With the revision that a change is made from. */
export const fieldsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'fields'],
    queryFn: ({ signal }) => askWhole(api.GET('/campaigns/{slug}/fields', { ...path(slug), signal })),
  });

export const selectsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'selects'],
    queryFn: ({ signal }) => askWhole(api.GET('/campaigns/{slug}/selects', { ...path(slug), signal })),
  });

export const statusesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'statuses'],
    queryFn: ({ signal }) => askWhole(api.GET('/campaigns/{slug}/statuses', { ...path(slug), signal })),
  });

/** After a change of the definition: invalidates every query that shows it. */
export function useCampaignChanged(slug: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['campaign', slug] }),
      client.invalidateQueries({ queryKey: ['campaigns'] }),
    ]);
}

/**
 * Gives `If-Match` with the revision that is shown when the change is sent. Changes that are made in a row, each from the
 * one before, share a `scope`.
 */
export function useMadeFrom({ queryKey }: WithRevision): () => MadeFrom {
  const client = useQueryClient();
  return () => madeFrom(client.getQueryData<Revised>(queryKey)?.etag);
}

/** A list of the definition's parts, with the revision that it shows. */
export interface WithRevision {
  readonly queryKey: QueryKey;
}
interface Revised {
  readonly etag: string | undefined;
}

export const duplicateRuleQuery = (slug: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'duplicate-rule'],
    queryFn: ({ signal }) => askWhole(api.GET('/campaigns/{slug}/duplicate-rule', { ...path(slug), signal })),
  });

/** A part of the definition that something else may depend on. */
export type Part =
  | { readonly field: string }
  | { readonly select: string; readonly option: string }
  | { readonly status: string }
  | { readonly filter: string };

/** Read again each time it is shown, because a member who removes the part must see the current state. */
export const dependentsQuery = (slug: string, part: Part) =>
  queryOptions({
    queryKey: ['campaign', slug, 'dependents', part],
    queryFn: ({ signal }) =>
      ask(api.GET('/campaigns/{slug}/dependents', { params: { path: { slug }, query: part }, signal })),
    staleTime: 0,
    gcTime: 0,
  });

/** The newest first, in pages. `q` keeps only revisions that have each of its words. Empty for all. */
export const revisionsQuery = (slug: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['campaign', slug, 'revisions', q],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/campaigns/{slug}/revisions', {
          params: {
            path: { slug },
            query: { ...(q !== '' && { q }), ...(pageParam !== '' && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
