/** A status in its category, with its menu. */
import { Badge, Group, Menu, Text } from '@mantine/core';
import { IconFlag, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Shape } from '../../api/client.ts';
import { MoreMenu } from '../../session/more-menu.tsx';
import { useMay } from '../../session/roles.tsx';
import { AnnouncedMarks } from '../announced/announced-marks.tsx';
import type { Announced } from '../announced/use-announced.ts';
import { MoveItems, type Place } from '../order/move-items.tsx';

interface StatusRowProps {
  readonly slug: string;
  readonly status: Shape<'Status'>;
  readonly announced: readonly Announced[];
  readonly edit: () => void;
  readonly makeDefault: () => void;
  readonly remove: () => void;
  /** The place in its category. Undefined while the status cannot be moved. */
  readonly place: Place | undefined;
  /** Opens the dialog that asks for the position. */
  readonly ask: () => void;
}

export function StatusRow({ slug, status, announced, edit, makeDefault, remove, place, ask }: StatusRowProps) {
  const may = useMay('admin');
  const { label, key, is_default } = status;
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text size="sm" fw={500} component="span">
          {label}{' '}
        </Text>
        {is_default && (
          <Badge size="sm" variant="default" tt="none">
            New leads
          </Badge>
        )}
        <Text size="xs" c="dimmed" ff="monospace">
          {key}
        </Text>
        <AnnouncedMarks slug={slug} announced={announced} />
      </div>
      <MoreMenu of={label}>
        <Menu.Item leftSection={<IconPencil size={15} />} disabled={!may} onClick={edit}>
          Change…
        </Menu.Item>
        {!is_default && (
          <Menu.Item leftSection={<IconFlag size={15} />} disabled={!may} onClick={makeDefault}>
            Make it the default
          </Menu.Item>
        )}
        <MoveItems place={place} ask={ask} />
        <Menu.Divider />
        {is_default && <Menu.Label>New leads get this status. Make another one the default first.</Menu.Label>}
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} disabled={!may || is_default} onClick={remove}>
          Delete…
        </Menu.Item>
      </MoreMenu>
    </Group>
  );
}
