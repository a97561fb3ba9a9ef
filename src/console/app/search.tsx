/** The search (⌘K, Ctrl K or /): campaigns, pages and parts of the open campaign, by name. The chosen entry gets the focus. */
import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { foundIn, useSearchGroups } from './search-groups.ts';
import { searchStore, selectFirstUnlessSelected } from './search-store.ts';

export function Search({ slug }: { readonly slug: string | undefined }) {
  const { opened } = useSpotlight(searchStore);
  const [isGone, setIsGone] = useState(false);
  const found = useSearchGroups(slug, opened);
  useEffect(() => {
    if (found.length > 0) selectFirstUnlessSelected();
  }, [found]);
  const groups = found.map(({ group, actions }) => ({
    group,
    actions: actions.map((action) => ({
      ...action,
      onClick: (event: never) => {
        setIsGone(true);
        action.onClick?.(event);
      },
    })),
  }));
  return (
    <Spotlight
      store={searchStore}
      actions={groups}
      filter={foundIn}
      shortcut={['mod + K', '/']}
      nothingFound="No match"
      highlightQuery
      scrollable
      onSpotlightOpen={() => setIsGone(false)}
      returnFocus={!isGone}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'A campaign, a page, a token, a field…',
        'aria-label': 'Find a campaign, a page, a token, a filter, a field, an option or a status',
      }}
    />
  );
}
