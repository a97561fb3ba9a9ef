/**
 * Restoring an earlier revision. What that changes is told first, by the server, which tries it and takes it back. What filters
 * use goes only when asked for a second time, because the server names the filters when it refuses.
 */
import { Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { told } from '../../ui/told.ts';
import { ChangeList } from '../change-list.tsx';
import { impactQuery } from '../planned.ts';
import { useCampaignChanged } from '../queries.ts';

interface RestoreDialogProps {
  readonly slug: string;
  /** What is to be restored, and what there is now. */
  readonly revision: number;
  readonly current: number;
  readonly onClose: () => void;
}

export function RestoreDialog({ slug, revision, current, onClose }: RestoreDialogProps) {
  const { data, error, isLoading } = useQuery(
    impactQuery(slug, { operation: 'restoreRevision', path: { revision: String(revision) }, query: { force: true } }),
  );
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
      waits={isLoading || error !== null}
      confirm={restore}
      done={({ revision: made }) => {
        told(
          made === current
            ? `Nothing to restore: the campaign is already as it was in revision ${revision}.`
            : `Revision ${revision} is restored, as revision ${made}.`,
        );
        void changed();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          Restored: fields, options, statuses, the duplicate rule, and the campaign’s name, country, contact and notes.
          Not restored: filters and tokens, which stay as they are now. No lead loses a value.
        </Text>
        {error ? (
          <ProblemAlert error={error} title="It cannot be restored as things are" />
        ) : data ? (
          data.changes.length > 0 ? (
            <ChangeList changes={data.changes} />
          ) : (
            <Text size="sm">No vendor will notice a difference.</Text>
          )
        ) : (
          <Loader size="sm" role="status" aria-label="Looking for what changes" />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
