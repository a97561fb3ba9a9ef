/** What the definition of a campaign was, who changed it, and how to go back. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { revisionsQuery } from '../campaign/queries.ts';
import { RestoreDialog } from '../campaign/restore-dialog.tsx';
import { RevisionList } from '../campaign/revision-list.tsx';
import { Rows } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

export function RevisionsPage() {
  const { slug } = useParams({ from: '/inside/campaigns/$slug/revisions' });
  const query = useInfiniteQuery(revisionsQuery(slug));
  const [restoring, setRestoring] = useState<number>();
  const revisions = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const current = revisions[0]?.revision ?? 0;
  return (
    <Page
      title="Revisions"
      description="Every change of fields, selects, statuses, filters and rules, in the words in which vendors’ changelogs tell it."
    >
      {query.error ? (
        <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Rows count={6} />
      ) : (
        <>
          <RevisionList revisions={revisions} current={current} restore={setRestoring} />
          {query.hasNextPage && (
            <Button
              variant="default"
              w="fit-content"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              Older revisions
            </Button>
          )}
        </>
      )}
      {restoring !== undefined && (
        <RestoreDialog slug={slug} revision={restoring} current={current} onClose={() => setRestoring(undefined)} />
      )}
    </Page>
  );
}
