/** The filters of a campaign, each in words, with the tokens that use it. */
import { Badge, Card, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { AnnouncedMarks } from '../campaign/announced/announced-marks.tsx';
import { useAnnounced } from '../campaign/announced/use-announced.ts';
import { RemoveDialog } from '../campaign/changes/remove-dialog.tsx';
import { numbered } from '../campaign/counts.ts';
import { MoreMenu } from '../session/more-menu.tsx';
import { useMay } from '../session/roles.tsx';
import { Clamped } from '../ui/clamped.tsx';
import { ListTools } from '../ui/list/list-tools.tsx';
import { NothingFound } from '../ui/list/nothing-found.tsx';
import { PageRows } from '../ui/list/page-rows.tsx';
import { useList } from '../ui/list/use-list.ts';
import classes from './filter-list.module.css';
import { filterPlan } from './filter-plan.ts';
import { filtersQuery } from './queries.ts';

type Filter = Shape<'Filter'>;

const noun = { one: 'filter', many: 'filters' };
/** How many tokens of a filter are named. */
const named = 6;

export function FilterList({ slug, filters }: { readonly slug: string; readonly filters: readonly Filter[] }) {
  const navigate = useNavigate();
  const may = useMay('admin');
  const [removing, setRemoving] = useState<Filter>();
  const announced = useAnnounced(slug);
  const list = useList(filters, filterPlan);
  const open = (filter: Filter) =>
    void navigate({ to: '.', search: (now: object) => ({ ...now, filter: filter.id }), resetScroll: false });
  return (
    <Stack gap="sm">
      <ListTools list={list} noun={noun} />
      {list.shown.length === 0 ? (
        <NothingFound list={list} one={noun.one} />
      ) : (
        <PageRows items={list.shown} keyOf={({ id }) => id} height={106} mark={list.mark} label="Filters">
          {(filter) => (
            <Card withBorder padding="md">
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div className={classes.text}>
                  <UnstyledButton onClick={() => open(filter)} fw={600} fz="sm">
                    {filter.name}
                  </UnstyledButton>
                  <Clamped c="dimmed">{filter.summary}</Clamped>
                  <AnnouncedMarks slug={slug} announced={announced.of('filter', filter.id)} />
                  <Tokens tokens={filter.tokens} />
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
          )}
        </PageRows>
      )}
      {removing && (
        <RemoveDialog
          slug={slug}
          part={{ filter: removing.id }}
          list={filtersQuery(slug)}
          title={`Delete the filter “${removing.name}”`}
          action="Delete"
          note={`Filter “${removing.name}” deleted.`}
          onClose={() => setRemoving(undefined)}
          tokens="These tokens will see no lead and cannot create leads."
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

/** The tokens that use the filter: the first ones by name, and how many more. */
function Tokens({ tokens }: Pick<Filter, 'tokens'>) {
  if (tokens.length === 0) return null;
  return (
    <Group gap={4} mt={6}>
      {tokens.slice(0, named).map((token) => (
        <Badge key={token.id} variant="default" tt="none" fw={500}>
          {token.name}
        </Badge>
      ))}
      {tokens.length > named && (
        <Text size="xs" c="dimmed">
          and {numbered(tokens.length - named, 'more token')}
        </Text>
      )}
    </Group>
  );
}
