/** After a token was created, changed or ended: reads the lists that show it again. */
import { useQueryClient } from '@tanstack/react-query';

export function useTokensChanged(slug: string | undefined) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: slug === undefined ? ['tokens'] : ['campaign', slug] }),
      client.invalidateQueries({ queryKey: ['campaigns'] }),
      client.invalidateQueries({ queryKey: ['token'] }),
    ]);
}
