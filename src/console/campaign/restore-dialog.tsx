/**
 * Restoring an earlier revision: what that changes is told first. What filters use goes only when asked for a second time, for
 * the server names them when it refuses.
 */
import { Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { told } from '../ui/told.ts';
import { ChangeList } from './change-list.tsx';
import { comparisonQuery, useCampaignChanged } from './queries.ts';

interface RestoreDialogProps {
  readonly slug: string;
  /** What is to be restored, and what there is now. */
  readonly revision: number;
  readonly current: number;
  readonly onClose: () => void;
}

export function RestoreDialog({ slug, revision, current, onClose }: RestoreDialogProps) {
  const { data, isLoading } = useQuery(comparisonQuery(slug, revision, current));
  const changed = useCampaignChanged(slug);
  const [force, setForce] = useState(false);
  const restore = async () => {
    try {
      return await ask(
        api.POST('/campaigns/{slug}/revisions/{revision}/restore', {
          params: {
            path: { slug, revision },
            header: { 'If-Match': `"${current}"` },
            ...(force && { query: { force } }),
          },
        }),
      );
    } catch (error) {
      if (error instanceof Problem && error.code === 'in_use') setForce(true);
      throw error;
    }
  };
  return (
    <ConfirmDialog
      title={`Restore revision ${revision}`}
      opened
      onClose={onClose}
      action={force ? 'Restore all the same' : 'Restore'}
      danger={force}
      waits={isLoading}
      confirm={restore}
      done={({ revision: made }) => {
        told(`Revision ${revision} is restored, as revision ${made}.`);
        void changed();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          Fields, selects, statuses and the rule on duplicates become what they were, as a new revision. Filters and
          tokens stay as they are, and no lead loses a value.
        </Text>
        {data ? (
          data.changes.length > 0 ? (
            <ChangeList changes={data.changes} />
          ) : (
            <Text size="sm">Vendors will notice no difference.</Text>
          )
        ) : (
          <Loader size="sm" role="status" aria-label="Looking for what changes" />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
