/** A status among those of its category, with what can be done with it. */
import { Badge, Group, Menu, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFlag, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Shape } from '../api/client.ts';
import { MoreMenu } from '../session/more-menu.tsx';
import { useMay } from '../session/roles.tsx';

interface StatusRowProps {
  readonly status: Shape<'Status'>;
  readonly edit: () => void;
  readonly makeDefault: () => void;
  readonly remove: () => void;
  /** Undefined where it is the first, or the last. */
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

export function StatusRow({ status, edit, makeDefault, remove, up, down }: StatusRowProps) {
  const may = useMay('admin');
  const { label, key, is_default } = status;
  return (
    <Group justify="space-between" wrap="nowrap" component="li">
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
      </div>
      <MoreMenu of={label}>
        <Menu.Item leftSection={<IconPencil size={15} />} disabled={!may} onClick={edit}>
          Change…
        </Menu.Item>
        {!is_default && (
          <Menu.Item leftSection={<IconFlag size={15} />} disabled={!may} onClick={makeDefault}>
            Give it to new leads
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowUp size={15} />} disabled={!may || !up} onClick={up}>
          Move up
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={15} />} disabled={!may || !down} onClick={down}>
          Move down
        </Menu.Item>
        <Menu.Divider />
        {is_default && <Menu.Label>New leads get it: give them another one first.</Menu.Label>}
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} disabled={!may || is_default} onClick={remove}>
          Delete…
        </Menu.Item>
      </MoreMenu>
    </Group>
  );
}
