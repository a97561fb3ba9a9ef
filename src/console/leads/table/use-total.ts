/** How many leads a list has: counted briefly by itself, and to the end when somebody asks for it. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { countOf, numbered } from '../../campaign/counts.ts';
import { type ListSearch, parametersOf } from '../queries.ts';

export interface Total {
  /** In words; undefined until it is there, and where no more was counted than the `known` leads. */
  readonly words: (known: number) => string | undefined;
  /** Left out where there is nothing more to count. */
  readonly count: (() => void) | undefined;
  readonly isCounting: boolean;
  /** That there was not enough time to count to the end. */
  readonly gaveUp: boolean;
  /** Why it could not be counted. */
  readonly error: Error | null;
}

export function useTotal(slug: string, search: ListSearch): Total {
  const { sort: _, ...filters } = parametersOf(search) as ListSearch;
  const key = JSON.stringify(filters);
  const [countedInFull, setCountedInFull] = useState<string>();
  const queryOf = (exactly: boolean) => ({
    queryKey: ['campaign', slug, 'leads-count', filters, exactly],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      ask(
        api.GET('/campaigns/{slug}/leads/count', {
          params: { path: { slug }, query: { ...filters, ...(exactly && { exactly }) } },
          signal,
        }),
      ),
    staleTime: 30_000,
  });
  const { data: brief } = useQuery(queryOf(false));
  const whole = queryOf(true);
  const counting = useQuery({ ...whole, queryFn: countedInFull === key ? whole.queryFn : skipToken });
  const counted = countedInFull === key ? counting.data : undefined;
  const latest = counted ?? brief;
  return {
    words: (known) => (latest && (latest.exact || latest.count > known) ? wordsOf(latest) : undefined),
    count: latest?.exact ? undefined : () => (countedInFull === key ? void counting.refetch() : setCountedInFull(key)),
    isCounting: counting.isFetching,
    gaveUp: counted?.exact === false,
    error: countedInFull === key ? counting.error : null,
  };
}

const wordsOf = (leads: Shape<'MemberLeadCount'>): string =>
  leads.exact ? numbered(leads.count, 'lead') : `${countOf(leads)} leads`;
