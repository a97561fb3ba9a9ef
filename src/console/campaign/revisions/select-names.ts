/** Selects as people know them. */
import { useQuery } from '@tanstack/react-query';
import { selectsQuery } from '../queries.ts';

/** From the key of a select to its label. */
export function useNamesOfSelects(slug: string): (key: string) => string {
  const { data } = useQuery(selectsQuery(slug));
  return (key) => data?.data.data.find((select) => select.key === key)?.label ?? key;
}
