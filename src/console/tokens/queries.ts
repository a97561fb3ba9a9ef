/**
 * Queries for API tokens: those of a campaign, or (without a slug) the broad ones of the account. Secrets are never in a
 * query's cache.
 */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask, type Shape } from '../api/client.ts';

export type Token = Shape<'Token'>;

export const permissions = [
  { value: 'read', label: 'Read' },
  { value: 'read_write', label: 'Read and write' },
];

export const tokensQuery = (slug: string | undefined) =>
  queryOptions({
    queryKey: slug === undefined ? ['tokens'] : ['campaign', slug, 'tokens'],
    queryFn: async ({ signal }) =>
      slug === undefined
        ? (await ask(api.GET('/tokens', { signal }))).data
        : (await ask(api.GET('/campaigns/{slug}/tokens', { params: { path: { slug } }, signal }))).data,
  });

/** One token. It may be revoked. */
export const tokenQuery = (id: string) =>
  queryOptions({
    queryKey: ['token', id],
    queryFn: ({ signal }) => ask(api.GET('/tokens/{id}', { params: { path: { id } }, signal })),
  });

export type TokenChange = Shape<'TokenUpdate'>;

/** The effect of a token's change. Read again each time it is shown, because the vendor keeps sending. */
export const tokenImpactQuery = (id: string, change: TokenChange) =>
  queryOptions({
    queryKey: ['token', id, 'impact', change],
    queryFn: ({ signal }) => ask(api.POST('/tokens/{id}/preview', { params: { path: { id } }, body: change, signal })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

export type Usage = Shape<'TokenUsage'>;
export type UsageDay = Usage['days'][number];

/** Usage in the last thirty days, today last, in one request. It includes revoked and broad tokens that were used. */
export const usageOfAllQuery = (slug: string | undefined) =>
  queryOptions({
    queryKey: slug === undefined ? ['tokens', 'usage'] : ['campaign', slug, 'tokens', 'usage'],
    queryFn: async ({ signal }): Promise<readonly Usage[]> => {
      const query = { days: 30 };
      const { data } =
        slug === undefined
          ? await ask(api.GET('/tokens/usage', { params: { query }, signal }))
          : await ask(api.GET('/campaigns/{slug}/tokens/usage', { params: { path: { slug }, query }, signal }));
      return data;
    },
    staleTime: 30_000,
  });

/** The same days by the token's id. */
export const usageQuery = (slug: string | undefined) => queryOptions({ ...usageOfAllQuery(slug), select: daysByToken });

const daysByToken = (all: readonly Usage[]): ReadonlyMap<string, readonly UsageDay[]> =>
  new Map(all.map(({ token_id, days }) => [token_id, days]));

export type Outcome = 'accepted' | 'refused';

/** The requests of a token in the last seven days. */
export const requestsQuery = (id: string, outcome: Outcome | undefined) =>
  infiniteQueryOptions({
    queryKey: ['token', id, 'requests', outcome],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(outcome && { outcome }), ...(pageParam !== undefined && { cursor: pageParam }) };
      return ask(api.GET('/tokens/{id}/requests', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
