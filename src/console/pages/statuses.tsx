/** The statuses of a campaign, by category. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Shape } from '../api/client.ts';
import { statusesQuery } from '../campaign/queries.ts';
import { RemoveStatus } from '../campaign/statuses/remove-status.tsx';
import { StatusBoard } from '../campaign/statuses/status-board.tsx';
import { StatusDialog } from '../campaign/statuses/status-dialog.tsx';
import { Allowed } from '../session/roles.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

type Status = Shape<'Status'>;

export function StatusesPage() {
  const { slug } = useParams({ from: '/inside/campaigns/$slug/statuses' });
  const statuses = useQuery(statusesQuery(slug));
  const [editing, setEditing] = useState<Status | 'new'>();
  const [removing, setRemoving] = useState<Status>();
  const all = statuses.data?.data.data ?? [];
  return (
    <Page
      title="Statuses"
      description="The stages of a lead. Vendors read the status, and set it if their token may write."
      actions={
        <Allowed to="admin">
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            New status
          </Button>
        </Allowed>
      }
    >
      <Loaded query={statuses}>
        {({ data }) => <StatusBoard slug={slug} statuses={data.data} edit={setEditing} remove={setRemoving} />}
      </Loaded>
      {editing && (
        <StatusDialog
          slug={slug}
          status={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <RemoveStatus
          slug={slug}
          status={removing}
          others={all.filter(({ key }) => key !== removing.key)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Page>
  );
}
