/** Archives a campaign or brings it back, and says what happens to its tokens. */
import { Button, Card, List, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Shape } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import { Allowed } from '../../session/roles.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { showFailure } from '../../ui/toast.ts';
import { numbered } from '../counts.ts';
import { archive, unarchive, useArchivedChanged } from './set-archived.ts';

export function ArchiveCard({ campaign }: { readonly campaign: Shape<'Campaign'> }) {
  const { slug, name, tokens, archived_at } = campaign;
  const [asking, setAsking] = useState(false);
  const changed = useArchivedChanged(slug);
  const back = useMutation({
    mutationFn: () => unarchive(slug),
    onSuccess: changed,
    onError: (error) => showFailure(messageOf(error)),
  });
  return (
    <Card withBorder padding="lg" component="section" aria-label="Archive">
      <Text fw={600} component="h2" size="md">
        {archived_at === null ? 'Archive this campaign' : 'Bring this campaign back'}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {archived_at === null
          ? 'Vendors lose access until you bring the campaign back. Leads, fields and tokens stay as they are.'
          : 'Its tokens work again, as they did before. A token that was paused, revoked or has expired stays so.'}
      </Text>
      <div>
        <Allowed to="admin">
          {archived_at === null ? (
            <Button variant="default" onClick={() => setAsking(true)}>
              Archive…
            </Button>
          ) : (
            <Button loading={back.isPending} onClick={() => back.mutate()}>
              Bring back
            </Button>
          )}
        </Allowed>
      </div>
      <ConfirmDialog
        title={`Archive ${name}`}
        opened={asking}
        onClose={() => setAsking(false)}
        action="Archive"
        danger={false}
        confirm={() => archive(slug)}
        done={changed}
      >
        <Text size="sm">You can bring it back at any time. Until then:</Text>
        <List size="sm" spacing={4}>
          <List.Item>
            Every request for this campaign gets 404: of its {numbered(tokens, 'token')}, and of the account’s broad
            tokens.
          </List.Item>
          <List.Item>The documentation pages of its tokens are not shown.</List.Item>
          <List.Item>It is left out of the list of campaigns. Members can still open and change it.</List.Item>
        </List>
      </ConfirmDialog>
    </Card>
  );
}
