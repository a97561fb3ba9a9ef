/** Opening the search from anywhere, without fetching it before it is asked for. */
import { createSpotlight } from '@mantine/spotlight';

export const [searchStore, search] = createSpotlight();
export const openSearch = search.open;
