/** A select with its options; archived ones are dimmed, and shown on demand. */
import { ActionIcon, Badge, Button, Card, Group, Menu, Stack, Switch, Text } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { messageOf } from '../api/problem.ts';
import { Allowed, useMay } from '../session/roles.tsx';
import { failed, told } from '../ui/told.ts';
import { OptionDialog } from './option-dialog.tsx';
import { useCampaignChanged } from './queries.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import classes from './select-card.module.css';
import { AddOptionsDialog } from './select-dialogs.tsx';

type Option = Shape<'Option'>;

interface SelectCardProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  /** The fields that offer it. */
  readonly fields: readonly Shape<'Field'>[];
}

export function SelectCard({ slug, select, fields }: SelectCardProps) {
  const [adding, setAdding] = useState(false);
  const [showArchived, setShowArchived] = useState(false);
  const [renaming, setRenaming] = useState<Option>();
  const [archiving, setArchiving] = useState<Option>();
  const archived = select.options.filter((option) => option.archived).length;
  const shown = select.options.filter((option) => showArchived || !option.archived);
  return (
    <Card withBorder padding="lg" component="section" aria-label={select.label}>
      <Group justify="space-between" align="flex-start" mb="sm">
        <div>
          <Text fw={600} component="h2" size="md">
            {select.label}
          </Text>
          <Text size="xs" c="dimmed">
            <span className={classes.key}>{select.key}</span>
            {fields.length > 0
              ? ` · offered by ${fields.map(({ label }) => label).join(', ')}`
              : ' · no field offers it'}
          </Text>
        </div>
        <Group gap="sm">
          {archived > 0 && (
            <Switch
              size="xs"
              label={`Archived (${archived})`}
              checked={showArchived}
              onChange={(event) => setShowArchived(event.currentTarget.checked)}
            />
          )}
          <Allowed to="admin">
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
              Add options
            </Button>
          </Allowed>
        </Group>
      </Group>
      <Stack gap={0} component="ul" className={classes.options}>
        {shown.map((option) => (
          <OptionRow
            key={option.value}
            slug={slug}
            select={select}
            option={option}
            rename={() => setRenaming(option)}
            archive={() => setArchiving(option)}
          />
        ))}
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" component="li">
            No options yet.
          </Text>
        )}
      </Stack>
      {adding && <AddOptionsDialog slug={slug} select={select} onClose={() => setAdding(false)} />}
      {renaming && (
        <OptionDialog slug={slug} select={select} option={renaming} onClose={() => setRenaming(undefined)} />
      )}
      {archiving && (
        <RemoveDialog
          slug={slug}
          what={`the option “${archiving.label}”`}
          action="Archive"
          onClose={() => setArchiving(undefined)}
          remove={(force) =>
            ask(
              api.DELETE('/campaigns/{slug}/selects/{key}/options/{value}', {
                params: {
                  path: { slug, key: select.key, value: archiving.value },
                  query: force ? { force: true } : {},
                },
              }),
            )
          }
        >
          It is offered no more: leads that have it keep it, and new ones cannot get it. It can be restored.
        </RemoveDialog>
      )}
    </Card>
  );
}

interface OptionRowProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  readonly option: Option;
  readonly rename: () => void;
  readonly archive: () => void;
}

function OptionRow({ slug, select, option, rename, archive }: OptionRowProps) {
  const may = useMay('admin');
  const changed = useCampaignChanged(slug);
  const restore = useMutation({
    mutationFn: () =>
      ask(
        api.PATCH('/campaigns/{slug}/selects/{key}/options/{value}', {
          params: { path: { slug, key: select.key, value: option.value } },
          body: { archived: false },
        }),
      ),
    onSuccess: () => {
      told(`${option.label} is offered again.`);
      void changed();
    },
    onError: (error) => failed(messageOf(error)),
  });
  return (
    <li className={classes.option}>
      <span>
        {option.label} <span className={classes.value}>{option.value}</span>
        {option.archived && (
          <Badge size="xs" variant="default" ml="xs" tt="none">
            Archived
          </Badge>
        )}
      </span>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for ${option.label}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!may && <Menu.Label>This needs an owner or admin.</Menu.Label>}
          <Menu.Item leftSection={<IconPencil size={15} />} disabled={!may} onClick={rename}>
            Rename…
          </Menu.Item>
          {option.archived ? (
            <Menu.Item leftSection={<IconArchiveOff size={15} />} disabled={!may} onClick={() => restore.mutate()}>
              Restore
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive size={15} />} disabled={!may} onClick={archive}>
              Archive…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
