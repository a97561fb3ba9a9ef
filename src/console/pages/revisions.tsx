/** What the definition of a campaign was, who changed it, and how to go back. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AnnouncedChanges } from '../campaign/announced/announced-changes.tsx';
import { revisionsQuery } from '../campaign/queries.ts';
import { RestoreDialog } from '../campaign/revisions/restore-dialog.tsx';
import { RevisionList } from '../campaign/revisions/revision-list.tsx';
import { Page } from '../ui/page.tsx';
import { itemsOf, Paged } from '../ui/paged.tsx';

const from = '/inside/campaigns/$slug/revisions';

export function RevisionsPage() {
  const { slug } = useParams({ from });
  const { mark } = useSearch({ from });
  const query = useInfiniteQuery(revisionsQuery(slug));
  const [restoring, setRestoring] = useState<number>();
  const current = itemsOf(query.data)[0]?.revision ?? 0;
  return (
    <Page
      title="Revisions"
      description="Every change of the campaign: who made it, when, what it changed, and the way back."
    >
      <AnnouncedChanges slug={slug} mark={mark} />
      <Paged query={query} rows={6} older="Older revisions">
        {(revisions) => <RevisionList slug={slug} revisions={revisions} current={current} restore={setRestoring} />}
      </Paged>
      {restoring !== undefined && (
        <RestoreDialog slug={slug} revision={restoring} onClose={() => setRestoring(undefined)} />
      )}
    </Page>
  );
}
