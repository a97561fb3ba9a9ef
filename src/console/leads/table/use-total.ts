/** The number of leads in a list. It is counted to a limit at once, and to the end on demand. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { countOf, numbered } from '../../campaign/counts.ts';
import { type ListSearch, parametersOf } from '../queries.ts';

export interface Total {
  /** The number in words. Undefined until it is known, and if the count found no more than the `known` leads. */
  readonly words: (known: number) => string | undefined;
  /** Counts to the end. Left out if there is nothing more to count. */
  readonly count: (() => void) | undefined;
  readonly isCounting: boolean;
  /** Whether the time was too short to count to the end. */
  readonly gaveUp: boolean;
  /** The error of the count. */
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
