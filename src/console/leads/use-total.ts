/** How many leads a list has: about how many, which costs nothing; exactly, when somebody asks. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { countOf, numbered } from '../campaign/counts.ts';
import { type ListSearch, parametersOf } from './queries.ts';

export interface Total {
  /** In words; undefined until it is there, and where it is an estimate that is less than the `known` leads. */
  readonly words: (known: number) => string | undefined;
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
    words: (known) =>
      exact ? exactWords(exact) : about && about.count > known ? `${countOf(about)} leads` : undefined,
    count: exact ? undefined : () => setAsked(key),
    isCounting: counted.isFetching,
  };
}

const exactWords = ({ count, exact }: Shape<'LeadCount'>): string =>
  exact ? numbered(count, 'lead') : `more than ${count.toLocaleString('en')} leads`;
