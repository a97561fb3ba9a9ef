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
