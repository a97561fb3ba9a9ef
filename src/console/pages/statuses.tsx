/** The statuses of a campaign, by what they mean. */
import { ActionIcon, Badge, Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Shape } from '../api/client.ts';
import { statusesQuery } from '../campaign/queries.ts';
import { RemoveStatusDialog, StatusDialog } from '../campaign/status-dialogs.tsx';
import { Allowed } from '../session/roles.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

type Status = Shape<'Status'>;

const categories = [
  { category: 'open', title: 'Open', meaning: 'Still being worked on.' },
  { category: 'won', title: 'Won', meaning: 'It came to a deal.' },
  { category: 'lost', title: 'Lost', meaning: 'Nothing will come of it.' },
] as const;

export function StatusesPage() {
  const { slug } = useParams({ from: '/inside/campaigns/$slug/statuses' });
  const statuses = useQuery(statusesQuery(slug));
  const [editing, setEditing] = useState<Status | 'new'>();
  const [removing, setRemoving] = useState<Status>();
  const all = statuses.data?.data.data ?? [];
  return (
    <Page
      title="Statuses"
      description="The states that a lead goes through. Vendors read them, and set them if their token may write."
      actions={
        <Allowed to="admin">
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            New status
          </Button>
        </Allowed>
      }
    >
      <Loaded query={statuses}>
        {({ data }) => (
          <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
            {categories.map(({ category, title, meaning }) => (
              <Card key={category} withBorder padding="lg" component="section" aria-label={title}>
                <Text fw={600} component="h2" size="md">
                  {title}
                </Text>
                <Text size="xs" c="dimmed" mb="sm">
                  {meaning}
                </Text>
                <Stack gap="xs">
                  {data.data
                    .filter((status) => status.category === category)
                    .map((status) => (
                      <StatusRow
                        key={status.key}
                        status={status}
                        edit={() => setEditing(status)}
                        remove={() => setRemoving(status)}
                      />
                    ))}
                </Stack>
              </Card>
            ))}
          </SimpleGrid>
        )}
      </Loaded>
      {editing && (
        <StatusDialog
          slug={slug}
          status={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <RemoveStatusDialog
          slug={slug}
          status={removing}
          others={all.filter(({ key }) => key !== removing.key)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Page>
  );
}

interface StatusRowProps {
  readonly status: Status;
  readonly edit: () => void;
  readonly remove: () => void;
}

function StatusRow({ status, edit, remove }: StatusRowProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text size="sm" fw={500}>
          {status.label}{' '}
          {status.is_default && (
            <Badge size="sm" variant="default" tt="none">
              New leads
            </Badge>
          )}
        </Text>
        <Text size="xs" c="dimmed" ff="monospace">
          {status.key}
        </Text>
      </div>
      <Group gap={2} wrap="nowrap">
        <Allowed to="admin">
          <ActionIcon variant="subtle" color="gray" aria-label={`Change ${status.label}`} onClick={edit}>
            <IconPencil size={16} />
          </ActionIcon>
        </Allowed>
        {!status.is_default && (
          <Allowed to="admin">
            <ActionIcon variant="subtle" color="gray" aria-label={`Delete ${status.label}`} onClick={remove}>
              <IconTrash size={16} />
            </ActionIcon>
          </Allowed>
        )}
      </Group>
    </Group>
  );
}
