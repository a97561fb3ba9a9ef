/** Deletes a status. Leads that have it are moved to another status in the same step. */
import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { RemoveDialog } from '../changes/remove-dialog.tsx';
import { leadsThat } from '../counts.ts';
import { statusesQuery } from '../queries.ts';

type Status = Shape<'Status'>;

interface RemoveStatusProps {
  readonly slug: string;
  readonly status: Status;
  /** The statuses that leads can be moved to. */
  readonly others: readonly Status[];
  readonly onClose: () => void;
}

export function RemoveStatus({ slug, status, others, onClose }: RemoveStatusProps) {
  // A status of the same category, so that won leads stay won.
  const alike = others.find(({ category }) => category === status.category) ?? others[0];
  const [target, setTarget] = useState(alike?.key ?? '');
  return (
    <RemoveDialog
      slug={slug}
      part={{ status: status.key }}
      list={statusesQuery(slug)}
      title={`Delete the status “${status.label}”`}
      action="Delete"
      note={`Status “${status.label}” deleted.`}
      onClose={onClose}
      // Always sent, because leads may get the status while the dialog is open.
      remove={({ query, ...from }) =>
        ask(
          api.DELETE('/campaigns/{slug}/statuses/{key}', {
            params: { path: { slug, key: status.key }, query: { ...query, move_to: target }, ...from },
          }),
        )
      }
      change={(query) => ({
        operation: 'deleteStatus',
        path: { key: status.key },
        query: { ...query, move_to: target },
      })}
    >
      {(leads) => (
        <Stack gap="sm">
          <Text size="sm">
            {leadsThat(leads, 'has it', 'have it')}. It is removed from the vendors’ pages, and the API name cannot be
            reused.
          </Text>
          <Select
            label={leads.count === 0 ? 'Move leads that get it meanwhile to' : 'Move these leads to'}
            description={leads.count === 0 ? undefined : 'Vendors see each lead as changed.'}
            data={others.map(({ key, label }) => ({ value: key, label }))}
            value={target}
            onChange={(value) => setTarget(value ?? '')}
            allowDeselect={false}
          />
        </Stack>
      )}
    </RemoveDialog>
  );
}
