/** The filters of a campaign. The address names the open filter. */
import { Button } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FilterDrawer } from '../filters/filter-drawer.tsx';
import { FilterList } from '../filters/filter-list.tsx';
import { filtersQuery } from '../filters/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

const from = '/inside/campaigns/$slug/filters';

export function FiltersPage() {
  const { slug } = useParams({ from });
  const { filter: opened, ...listed } = useSearch({ from });
  const navigate = useNavigate();
  const open = (filter: string | undefined) =>
    void navigate({ to: '.', search: { ...listed, ...(filter !== undefined && { filter }) }, resetScroll: false });
  const filters = useQuery(filtersQuery(slug));
  const add = (
    <Allowed to="admin">
      <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
        New filter
      </Button>
    </Allowed>
  );
  const chosen = filters.data?.data.data.find(({ id }) => id === opened);
  return (
    <Page
      title="Filters"
      description="A token that is tied to a filter reaches exactly the leads that the filter matches."
      actions={add}
    >
      <Loaded
        query={filters}
        empty={({ data }) =>
          data.data.length > 0 ? undefined : (
            <Empty icon={<IconFilter size={22} />} title="No filter yet" action={add}>
              A vendor’s token is usually tied to a filter such as “Source is Vendor XYZ”.
            </Empty>
          )
        }
      >
        {({ data }) => <FilterList slug={slug} filters={data.data} />}
      </Loaded>
      {(opened === 'new' || chosen) && (
        <FilterDrawer
          key={opened}
          slug={slug}
          filter={chosen}
          etag={filters.data?.etag}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}
