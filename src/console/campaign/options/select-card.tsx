/** A select with its options. Archived options are dimmed, and shown on demand. */
import { ActionIcon, Button, Card, Group, Switch, Text } from '@mantine/core';
import { IconClipboardPlus, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { Allowed } from '../../session/roles.tsx';
import { AnnouncedMarks } from '../announced/announced-marks.tsx';
import type { Announced } from '../announced/use-announced.ts';
import { RenameDialog } from '../changes/rename-dialog.tsx';
import { AddOptionsDialog } from './add-options-dialog.tsx';
import { NewOption } from './new-option.tsx';
import { OptionList } from './option-list.tsx';
import classes from './select-card.module.css';

interface SelectCardProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  /** The fields that use the select. */
  readonly fields: readonly Shape<'Field'>[];
  readonly announced: readonly Announced[];
  /** The options that a search found. Undefined to show all in their own order. */
  readonly found: readonly Shape<'Option'>[] | undefined;
  /** Value of the option to scroll to. */
  readonly mark: string | undefined;
}

export function SelectCard({ slug, select, fields, announced, found, mark }: SelectCardProps) {
  const [adding, setAdding] = useState(false);
  const [showArchived, setShowArchived] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const archived = select.options.filter((option) => option.archived).length;
  return (
    <Card withBorder padding="lg" component="section" aria-label={select.label}>
      <Group justify="space-between" align="flex-start" mb="sm">
        <div>
          <Group gap={4}>
            <Text fw={600} component="h2" size="md">
              {select.label}
            </Text>
            <Allowed to="admin">
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Rename ${select.label}`}
                onClick={() => setRenaming(true)}
              >
                <IconPencil size={14} />
              </ActionIcon>
            </Allowed>
          </Group>
          <Text size="xs" c="dimmed">
            <span className={classes.key}>{select.key}</span>
            {fields.length > 0
              ? ` · offered by ${fields.map(({ label }) => label).join(', ')}`
              : ' · no field offers it'}
          </Text>
          <AnnouncedMarks slug={slug} announced={announced} />
        </div>
        <Group gap="sm">
          {archived > 0 && !found && (
            <Switch
              size="xs"
              label={`Archived (${archived})`}
              checked={showArchived}
              onChange={(event) => setShowArchived(event.currentTarget.checked)}
            />
          )}
          <Allowed to="admin">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconClipboardPlus size={14} />}
              onClick={() => setAdding(true)}
            >
              Add many
            </Button>
          </Allowed>
        </Group>
      </Group>
      <OptionList
        slug={slug}
        select={select}
        found={found}
        archived={showArchived || select.options.some(({ value, archived }) => archived && value === mark)}
        mark={mark}
      />
      <NewOption slug={slug} select={select} />
      {adding && <AddOptionsDialog slug={slug} select={select} onClose={() => setAdding(false)} />}
      {renaming && (
        <RenameDialog
          slug={slug}
          label={select.label}
          description={`The API name stays “${select.key}”.`}
          onClose={() => setRenaming(false)}
          find={(selects) => selects.find(({ key }) => key === select.key)?.label}
          rename={(label, from) =>
            ask(
              api.PATCH('/campaigns/{slug}/selects/{key}', {
                params: { path: { slug, key: select.key }, ...from },
                body: { label },
              }),
            )
          }
        />
      )}
    </Card>
  );
}
