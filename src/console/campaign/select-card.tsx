/** A select with its options; archived ones are dimmed, and shown on demand. */
import { Button, Card, Group, Stack, Switch, Text } from '@mantine/core';
import { IconClipboardPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Shape } from '../api/client.ts';
import { Allowed } from '../session/roles.tsx';
import { AddOptionsDialog } from './add-options-dialog.tsx';
import { ArchiveOption } from './archive-option.tsx';
import { NewOption } from './new-option.tsx';
import { OptionDialog } from './option-dialog.tsx';
import { OptionRow } from './option-row.tsx';
import classes from './select-card.module.css';

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
      <Stack gap={0} component="ul" className={classes.options}>
        {shown.map((option) => (
          <OptionRow
            key={option.value}
            slug={slug}
            select={select.key}
            option={option}
            rename={() => setRenaming(option)}
            archive={() => setArchiving(option)}
          />
        ))}
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" component="li">
            {archived > 0 ? 'All its options are archived.' : 'No options yet.'}
          </Text>
        )}
      </Stack>
      <NewOption slug={slug} select={select} />
      {adding && <AddOptionsDialog slug={slug} select={select} onClose={() => setAdding(false)} />}
      {renaming && (
        <OptionDialog slug={slug} select={select} option={renaming} onClose={() => setRenaming(undefined)} />
      )}
      {archiving && (
        <ArchiveOption slug={slug} select={select.key} option={archiving} onClose={() => setArchiving(undefined)} />
      )}
    </Card>
  );
}
