/** After a token was made, changed or ended: the lists that show it are asked for anew. */
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
