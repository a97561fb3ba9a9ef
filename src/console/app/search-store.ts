/** Opening the search from anywhere, without fetching it before it is asked for. */
import { createSpotlight } from '@mantine/spotlight';

export const [searchStore, search] = createSpotlight();
export const openSearch = search.open;

/**
 * Mantine selects the first result when a letter is typed. A result that the server sent after the last letter needs this:
 * otherwise Enter would do nothing.
 */
export function selectFirstUnlessSelected(): void {
  const { listId } = searchStore.getState();
  const list = document.getElementById(listId);
  if (!list || list.querySelector('[data-selected]')) return;
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  searchStore.updateState((state) => ({ ...state, selected: 0 }));
}
