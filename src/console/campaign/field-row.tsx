/** A field among the others, with its handle. */
import { ActionIcon, Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { Shape } from '../api/client.ts';
import { Allowed, useMay } from '../session/roles.tsx';
import { useSortableItem } from '../ui/sortable.tsx';
import classes from './field-row.module.css';
import { infoOf } from './field-types.ts';
import { defaultWords, limitWords } from './field-words.ts';

interface FieldRowProps {
  readonly field: Shape<'Field'>;
  readonly first: boolean;
  readonly last: boolean;
  /** By how many places, down. */
  readonly move: (by: number) => void;
  readonly edit: () => void;
  readonly remove: () => void;
}

export function FieldRow({ field, first, last, move, edit, remove }: FieldRowProps) {
  const may = useMay('admin');
  const { item, handle } = useSortableItem(field.key, field.label, !may);
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
      </div>
      <Group gap={6} className={classes.traits}>
        <Badge variant="default" tt="none" fw={500}>
          {infoOf(type).label}
        </Badge>
        {required && (
          <Badge variant="default" tt="none" fw={500}>
            Required
          </Badge>
        )}
        {searchable && (
          <Badge variant="default" tt="none" fw={500}>
            {search_state?.state === 'filling' ? 'Index is being filled' : 'Searchable'}
          </Badge>
        )}
        {limits !== '' && (
          <Text size="xs" c="dimmed" className={classes.limits}>
            {limits}
          </Text>
        )}
      </Group>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={first || !may}
          aria-label={`${label} up`}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={15} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={last || !may}
          aria-label={`${label} down`}
          onClick={() => move(1)}
        >
          <IconArrowDown size={15} />
        </ActionIcon>
        <Allowed to="admin">
          <ActionIcon variant="subtle" color="gray" aria-label={`Delete ${label}`} onClick={remove}>
            <IconTrash size={15} />
          </ActionIcon>
        </Allowed>
      </Group>
    </div>
  );
}
