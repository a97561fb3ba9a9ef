/** Opens the search from anywhere. Its code is fetched only when it is used. */
import { createSpotlight } from '@mantine/spotlight';

export const [searchStore, search] = createSpotlight();
export const openSearch = search.open;

/**
 * Mantine selects the first result when a letter is typed. If the result comes from the server after the last letter,
 * nothing is selected and Enter does nothing. This selects the first result then.
 */
export function selectFirstUnlessSelected(): void {
  const { listId } = searchStore.getState();
  const list = document.getElementById(listId);
  if (!list || list.querySelector('[data-selected]')) return;
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  searchStore.updateState((state) => ({ ...state, selected: 0 }));
}
