/** API tokens: of a campaign, or (no slug) the broad ones of the account. Never their secrets: those are in no cache. */
import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Shape } from '../api/client.ts';

export type Token = Shape<'Token'>;

export const tokensQuery = (slug: string | undefined) =>
  queryOptions({
    queryKey: slug === undefined ? ['tokens'] : ['campaign', slug, 'tokens'],
    queryFn: async ({ signal }) =>
      slug === undefined
        ? (await ask(api.GET('/tokens', { signal }))).data
        : (await ask(api.GET('/campaigns/{slug}/tokens', { params: { path: { slug } }, signal }))).data,
  });

export type UsageDay = Shape<'TokenUsage'>['days'][number];

/** The last thirty days of every token, today last, in one request: by the token's id. */
export const usageQuery = (slug: string | undefined) =>
  queryOptions({
    queryKey: slug === undefined ? ['tokens', 'usage'] : ['campaign', slug, 'tokens', 'usage'],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, readonly UsageDay[]>> => {
      const query = { days: 30 };
      const { data } =
        slug === undefined
          ? await ask(api.GET('/tokens/usage', { params: { query }, signal }))
          : await ask(api.GET('/campaigns/{slug}/tokens/usage', { params: { path: { slug }, query }, signal }));
      return new Map(data.map(({ token_id, days }) => [token_id, days]));
    },
    staleTime: 30_000,
  });
