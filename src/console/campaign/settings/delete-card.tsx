/** Deletes a campaign with its leads. Only an owner may. The dialog says how many leads are erased and asks for the name. */
import { Button, Card, List, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { Allowed } from '../../session/roles.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import { numbered } from '../counts.ts';

export function DeleteCard({ campaign }: { readonly campaign: Shape<'Campaign'> }) {
  const { name } = campaign;
  const [asking, setAsking] = useState(false);
  return (
    <Card withBorder padding="lg" component="section" aria-label="Delete">
      <Text fw={600} component="h2" size="md">
        Delete this campaign
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        Deletes the campaign and all its leads permanently. To stop vendors for a while, archive it instead.
      </Text>
      <div>
        <Allowed to="owner">
          <Button variant="default" c="red" onClick={() => setAsking(true)}>
            Delete {name}…
          </Button>
        </Allowed>
      </div>
      {asking && <DeleteDialog campaign={campaign} onClose={() => setAsking(false)} />}
    </Card>
  );
}

interface DeleteDialogProps {
  readonly campaign: Shape<'Campaign'>;
  readonly onClose: () => void;
}

function DeleteDialog({ campaign, onClose }: DeleteDialogProps) {
  const { slug, name, revision, tokens } = campaign;
  const client = useQueryClient();
  const navigate = useNavigate();
  const leads = useQuery({
    queryKey: ['campaign', slug, 'leads-to-delete'],
    queryFn: ({ signal }) =>
      ask(api.GET('/campaigns/{slug}/leads/count', { params: { path: { slug }, query: { exactly: true } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <ConfirmDialog
      title={`Delete ${name}`}
      opened
      onClose={onClose}
      action="Delete the campaign"
      word={name}
      waits={leads.isPending}
      confirm={() =>
        ask(api.DELETE('/campaigns/{slug}', { params: { path: { slug }, header: { 'If-Match': `"${revision}"` } } }))
      }
      done={async () => {
        showToast(`${name} is deleted.`);
        await navigate({ to: '/campaigns' });
        client.removeQueries({ queryKey: ['campaign', slug] });
        await client.invalidateQueries({ queryKey: ['campaigns'] });
      }}
    >
      <Text size="sm">This cannot be undone:</Text>
      <List size="sm" spacing={4}>
        <List.Item>
          <strong>{goneWords(leads.data)}</strong> erased, with their history.
        </List.Item>
        <List.Item>{numbered(tokens, 'token')} stop working now, and so do their documentation pages.</List.Item>
        <List.Item>Fields, selects, statuses, filters and revisions are erased.</List.Item>
        <List.Item>The web address “{slug}” cannot be used again. The audit log keeps what was done.</List.Item>
      </List>
    </ConfirmDialog>
  );
}

function goneWords(leads: Shape<'MemberLeadCount'> | undefined): string {
  if (!leads) return 'All leads are';
  if (!leads.exact) return `All leads (more than ${leads.count.toLocaleString('en')}) are`;
  if (leads.count === 0) return 'No leads are';
  return `${numbered(leads.count, 'lead')} ${leads.count === 1 ? 'is' : 'are'}`;
}
