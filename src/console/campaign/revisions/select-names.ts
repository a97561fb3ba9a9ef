/** The labels of selects. */
import { useQuery } from '@tanstack/react-query';
import { selectsQuery } from '../queries.ts';

/** Gives the label for the key of a select. */
export function useNamesOfSelects(slug: string): (key: string) => string {
  const { data } = useQuery(selectsQuery(slug));
  return (key) => data?.data.data.find((select) => select.key === key)?.label ?? key;
}
