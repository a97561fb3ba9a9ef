/** The revisions of a campaign, the newest first: author, time and changes, with a button to restore each. */
import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import type { Shape } from '../../api/client.ts';
import { Allowed } from '../../session/roles.tsx';
import { Ago } from '../../session/time.tsx';
import { PageRows } from '../../ui/list/page-rows.tsx';
import { ChangeList } from '../changes/change-list.tsx';
import { PartList } from './part-list.tsx';
import { useNamesOfSelects } from './select-names.ts';

interface RevisionListProps {
  readonly slug: string;
  readonly revisions: readonly Shape<'Revision'>[];
  readonly current: number;
  readonly restore: (revision: number) => void;
}

export function RevisionList({ slug, revisions, current, restore }: RevisionListProps) {
  const nameOfSelect = useNamesOfSelects(slug);
  return (
    <PageRows items={revisions} keyOf={({ revision }) => String(revision)} height={130} label="Revisions">
      {(revision) => (
        <Card withBorder component="section" aria-label={`Revision ${revision.revision}`}>
          <Group justify="space-between" align="flex-start" gap="sm">
            <div>
              <Text fw={600}>Revision {revision.revision}</Text>
              <Text size="sm" c="dimmed">
                {revision.changed_by?.name ?? 'Leadspec'}, <Ago at={revision.at} />
              </Text>
            </div>
            {revision.revision === current ? (
              <Text size="sm" c="dimmed">
                Current
              </Text>
            ) : (
              <Allowed to="admin">
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconRestore size={14} />}
                  aria-label={`Restore revision ${revision.revision}`}
                  onClick={() => restore(revision.revision)}
                >
                  Restore
                </Button>
              </Allowed>
            )}
          </Group>
          <Stack gap={6} mt="sm">
            {revision.restored !== null && <Text size="sm">Restored revision {revision.restored}.</Text>}
            {revision.changes.length > 0 && <ChangeList changes={revision.changes} />}
            {revision.changes.length === 0 && revision.parts.length > 0 && (
              <>
                <Text size="sm">Vendors do not notice this change:</Text>
                <PartList parts={revision.parts} nameOfSelect={nameOfSelect} />
              </>
            )}
            {revision.changes.length + revision.parts.length === 0 && revision.revision > 1 && (
              <Text size="sm">No part of the campaign changed.</Text>
            )}
            {revision.revision === 1 && <Text size="sm">The campaign was created.</Text>}
          </Stack>
        </Card>
      )}
    </PageRows>
  );
}
