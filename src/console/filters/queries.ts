/** The filters of a campaign. */
import { queryOptions } from '@tanstack/react-query';
import { api, askWhole } from '../api/client.ts';

export const filtersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'filters'],
    queryFn: ({ signal }) => askWhole(api.GET('/campaigns/{slug}/filters', { params: { path: { slug } }, signal })),
  });
