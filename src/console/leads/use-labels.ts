/** The fields, selects and statuses that label a campaign's leads, or the error that kept them from loading. */
import { useQuery } from '@tanstack/react-query';
import { fieldsQuery, selectsQuery, statusesQuery } from '../campaign/queries.ts';
import { useTimeZone } from '../session/time.tsx';
import type { Labels } from './shown-value.ts';

interface Answer {
  /** Undefined until all of them are loaded. */
  readonly labels: Labels | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useLabels(slug: string): Answer {
  const fields = useQuery(fieldsQuery(slug));
  const selects = useQuery(selectsQuery(slug));
  const zone = useTimeZone();
  const statuses = useQuery(statusesQuery(slug));
  const labels =
    fields.data && selects.data && statuses.data
      ? { fields: fields.data.data.data, selects: selects.data.data.data, statuses: statuses.data.data.data, zone }
      : undefined;
  const all = [fields, selects, statuses];
  return {
    labels,
    error: all.find(({ error }) => error)?.error,
    retry: () => {
      for (const query of all) if (query.isError) void query.refetch();
    },
  };
}
