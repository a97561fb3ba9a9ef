/** A field in the list, with its handle and menu. */
import { ActionIcon, Badge, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { Shape } from '../../api/client.ts';
import { MoreMenu } from '../../session/more-menu.tsx';
import { Allowed, useMay } from '../../session/roles.tsx';
import { useSortableItem } from '../../ui/sortable.tsx';
import { AnnouncedMarks } from '../announced/announced-marks.tsx';
import type { Announced } from '../announced/use-announced.ts';
import { MoveItems, type Place } from '../order/move-items.tsx';
import classes from './field-row.module.css';
import { traits } from './field-types.ts';
import { defaultWords, limitWords } from './field-words.ts';

interface FieldRowProps {
  readonly slug: string;
  readonly field: Shape<'Field'>;
  readonly announced: readonly Announced[];
  /** Undefined while the field cannot be moved. */
  readonly place: Place | undefined;
  /** Opens the dialog that asks for the position. */
  readonly ask: () => void;
  readonly edit: () => void;
  readonly remove: () => void;
}

export function FieldRow({ slug, field, announced, place, ask, edit, remove }: FieldRowProps) {
  const may = useMay('admin');
  const { item, handle } = useSortableItem(field.key, field.label, !may || !place);
  const { key, label, type, required, searchable, search_state } = field;
  const limits = [...limitWords(field), defaultWords(field)].filter(Boolean).join(' · ');
  return (
    <div className={classes.row} {...item}>
      {handle}
      <div className={classes.name}>
        <UnstyledButton onClick={edit} fw={600} fz="sm">
          {label}
        </UnstyledButton>
        <Text size="xs" c="dimmed" ff="monospace">
          {key}
        </Text>
        <AnnouncedMarks slug={slug} announced={announced} />
      </div>
      <Group gap={6} className={classes.traits}>
        <Badge variant="default" tt="none" fw={500}>
          {traits[type].label}
        </Badge>
        {required && (
          <Badge variant="default" tt="none" fw={500}>
            Required
          </Badge>
        )}
        {searchable && (
          <Badge variant="default" tt="none" fw={500}>
            {search_state?.state === 'filling' ? 'Filterable soon: older leads are being read' : 'Filterable'}
          </Badge>
        )}
        {limits !== '' && (
          <Text size="xs" c="dimmed" className={classes.limits}>
            {limits}
          </Text>
        )}
      </Group>
      <Group gap={2} wrap="nowrap">
        <MoreMenu of={label}>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={edit}>
            {may ? 'Change…' : 'Look…'}
          </Menu.Item>
          <MoveItems place={place} ask={ask} />
        </MoreMenu>
        <Allowed to="admin">
          <ActionIcon variant="subtle" color="gray" aria-label={`Delete ${label}`} onClick={remove}>
            <IconTrash size={15} />
          </ActionIcon>
        </Allowed>
      </Group>
    </div>
  );
}
