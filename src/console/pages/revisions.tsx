/** The revisions of a campaign's definition: authors, changes, and a way to restore each. */
import { Button, Group, Text } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AnnouncedChanges } from '../campaign/announced/announced-changes.tsx';
import { campaignQuery, revisionsQuery } from '../campaign/queries.ts';
import { RestoreDialog } from '../campaign/revisions/restore-dialog.tsx';
import { RevisionList } from '../campaign/revisions/revision-list.tsx';
import { Empty } from '../ui/empty.tsx';
import { SearchInput } from '../ui/list/search-input.tsx';
import { useSearchText } from '../ui/list/use-list.ts';
import { Page } from '../ui/page.tsx';
import { itemsOf, Paged } from '../ui/paged.tsx';

const from = '/inside/campaigns/$slug/revisions';

export function RevisionsPage() {
  const { slug } = useParams({ from });
  const { mark, q = '' } = useSearch({ from });
  const search = useSearchText();
  const wanted = q.trim();
  const query = useInfiniteQuery({ ...revisionsQuery(slug, wanted), placeholderData: keepPreviousData });
  const { data: campaign } = useQuery(campaignQuery(slug));
  const [restoring, setRestoring] = useState<number>();
  const isWhole = wanted === '' && !query.isPlaceholderData;
  // A restore starts from the current revision. The first revision of a search may be an older one.
  const current = (isWhole ? itemsOf(query.data)[0] : campaign)?.revision ?? 0;
  const searchedTo = query.data?.pages.at(-1)?.searched_to ?? null;
  const progress = query.isPlaceholderData
    ? 'Searching…'
    : searchedTo !== null && query.hasNextPage && `Searched back to revision ${searchedTo}.`;
  return (
    <Page
      title="Revisions"
      description="Every change of the campaign: who made it, when, and what it changed. You can restore each revision."
    >
      <search aria-label="Find revisions">
        <Group gap="sm">
          <SearchInput many="revisions" text={search.text} type={search.type} />
          <Text size="sm" c="dimmed" role="status">
            {progress}
          </Text>
        </Group>
      </search>
      <AnnouncedChanges slug={slug} mark={mark} wanted={search.text} />
      <Paged
        query={query}
        rows={6}
        older={wanted === '' ? 'Older revisions' : 'Search older revisions'}
        empty={
          <Empty
            icon={<IconSearchOff size={22} />}
            title="No revision matches"
            action={
              <Button variant="default" onClick={() => search.type('')}>
                Clear
              </Button>
            }
          >
            Search for a name, a key, a member, or a word from a change.
          </Empty>
        }
      >
        {(revisions) => <RevisionList slug={slug} revisions={revisions} current={current} restore={setRestoring} />}
      </Paged>
      {restoring !== undefined && (
        <RestoreDialog slug={slug} revision={restoring} onClose={() => setRestoring(undefined)} />
      )}
    </Page>
  );
}
