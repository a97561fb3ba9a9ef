/** How many leads a list has: about how many, which costs nothing; exactly, when somebody asks. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { countOf, numbered } from '../campaign/counts.ts';
import { type ListSearch, parametersOf } from './queries.ts';

export interface Total {
  /** In words; undefined until it is there. */
  readonly words: string | undefined;
  /** Left out once it was counted. */
  readonly count: (() => void) | undefined;
  readonly isCounting: boolean;
}

export function useTotal(slug: string, search: ListSearch): Total {
  const { sort: _, ...filters } = parametersOf(search) as ListSearch;
  const key = JSON.stringify(filters);
  const [asked, setAsked] = useState<string>();
  const queryOf = (estimate: boolean) => ({
    queryKey: ['campaign', slug, 'leads-count', filters, estimate],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      ask(
        api.GET('/campaigns/{slug}/leads/count', {
          params: { path: { slug }, query: { ...filters, ...(estimate && { estimate }) } },
          signal,
        }),
      ),
    staleTime: 30_000,
  });
  const about = useQuery(queryOf(true)).data;
  const counting = queryOf(false);
  const counted = useQuery({ ...counting, queryFn: asked === key ? counting.queryFn : skipToken });
  const exact = asked === key ? counted.data : undefined;
  return {
    words: exact
      ? exact.exact
        ? numbered(exact.count, 'lead')
        : `more than ${exact.count.toLocaleString('en')} leads`
      : about && `${countOf(about)} leads`,
    count: exact ? undefined : () => setAsked(key),
    isCounting: counted.isFetching,
  };
}
