/** The filters of a campaign: each in words, with the tokens that see through it. */
import { Badge, Card, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { RemoveDialog } from '../campaign/remove-dialog.tsx';
import { MoreMenu } from '../session/more-menu.tsx';
import { useMay } from '../session/roles.tsx';
import { filtersQuery } from './queries.ts';

type Filter = Shape<'Filter'>;

export function FilterList({ slug, filters }: { readonly slug: string; readonly filters: readonly Filter[] }) {
  const navigate = useNavigate();
  const may = useMay('admin');
  const [removing, setRemoving] = useState<Filter>();
  const open = (filter: Filter) => void navigate({ to: '.', search: { filter: filter.id } });
  return (
    <Stack gap="sm">
      {filters.map((filter) => (
        <Card key={filter.id} withBorder padding="md">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <UnstyledButton onClick={() => open(filter)} fw={600} fz="sm">
                {filter.name}
              </UnstyledButton>
              <Text size="sm" c="dimmed">
                {filter.summary}
              </Text>
              <Group gap={4} mt={filter.tokens.length > 0 ? 6 : 0}>
                {filter.tokens.map((token) => (
                  <Badge key={token.id} variant="default" tt="none" fw={500}>
                    {token.name}
                  </Badge>
                ))}
              </Group>
            </div>
            <MoreMenu of={filter.name}>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => open(filter)}>
                {may ? 'Change…' : 'Look…'}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={15} />}
                disabled={!may}
                onClick={() => setRemoving(filter)}
              >
                Delete…
              </Menu.Item>
            </MoreMenu>
          </Group>
        </Card>
      ))}
      {removing && (
        <RemoveDialog
          slug={slug}
          part={{ filter: removing.id }}
          list={filtersQuery(slug)}
          title={`Delete the filter “${removing.name}”`}
          action="Delete"
          note={`The filter “${removing.name}” is gone.`}
          onClose={() => setRemoving(undefined)}
          tokens="These tokens match nothing from then on: they see no lead, and create none."
          remove={(params) =>
            ask(
              api.DELETE('/campaigns/{slug}/filters/{id}', { params: { path: { slug, id: removing.id }, ...params } }),
            )
          }
          change={(query) => ({ operation: 'deleteFilter', path: { id: removing.id }, query })}
        >
          {() => 'The leads stay as they are.'}
        </RemoveDialog>
      )}
    </Stack>
  );
}
