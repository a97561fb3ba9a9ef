/** The filters of a campaign. */
import { queryOptions } from '@tanstack/react-query';
import { api, askWhole, type Shape } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import type { Seen } from '../campaign/changes/use-save-seen.ts';

export const filtersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'filters'],
    queryFn: ({ signal }) => askWhole(api.GET('/campaigns/{slug}/filters', { params: { path: { slug } }, signal })),
  });

/**
 * Reads the filter as the server has it now. The cached list stays, so that a drawer over it does not close when the filter
 * was deleted.
 */
export async function filterNow(slug: string, id: string): Promise<Seen<Shape<'Filter'>>> {
  try {
    const { data, etag } = await askWhole(
      api.GET('/campaigns/{slug}/filters/{id}', { params: { path: { slug, id } } }),
    );
    return { thing: data, etag };
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return { thing: undefined, etag: undefined };
    throw error;
  }
}
