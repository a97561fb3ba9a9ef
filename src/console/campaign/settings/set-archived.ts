/** Archives a campaign or brings it back. Everything that shows campaigns is then read again. */
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { showToast } from '../../ui/toast.ts';

export const archive = (slug: string) => ask(api.POST('/campaigns/{slug}/archive', { params: { path: { slug } } }));
export const unarchive = (slug: string) => ask(api.POST('/campaigns/{slug}/unarchive', { params: { path: { slug } } }));

/** Gives a function to call with the campaign afterwards. */
export function useArchivedChanged(slug: string) {
  const client = useQueryClient();
  return ({ name, archived_at }: { readonly name: string; readonly archived_at: string | null }) => {
    showToast(archived_at === null ? `${name} is back. Its tokens work again.` : `${name} is archived.`);
    return Promise.all([
      client.invalidateQueries({ queryKey: ['campaign', slug] }),
      client.invalidateQueries({ queryKey: ['campaigns'] }),
    ]);
  };
}
