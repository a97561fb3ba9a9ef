/** What the leads of a campaign are shown by: its fields, selects and statuses. Undefined until all are there. */
import { useQuery } from '@tanstack/react-query';
import { fieldsQuery, selectsQuery, statusesQuery } from '../campaign/queries.ts';
import type { Labels } from './shown-value.ts';

export function useLabels(slug: string): Labels | undefined {
  const fields = useQuery(fieldsQuery(slug)).data?.data.data;
  const selects = useQuery(selectsQuery(slug)).data?.data.data;
  const statuses = useQuery(statusesQuery(slug)).data?.data.data;
  return fields && selects && statuses ? { fields, selects, statuses } : undefined;
}
