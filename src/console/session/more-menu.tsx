/** The menu behind three dots, with further actions. Actions that the role may not do are shown, with the reason on top. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from './roles.tsx';

interface MoreMenuProps {
  /** Name of the thing that the menu belongs to. */
  readonly of: string;
  /** The role that every action in the menu needs. */
  readonly to?: 'admin' | 'owner';
  readonly children: ReactNode;
}

export function MoreMenu({ of, to = 'admin', children }: MoreMenuProps) {
  const may = useMay(to);
  return (
    <Menu position="bottom-end" withinPortal width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More for ${of}`}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!may && <Menu.Label>This needs {to === 'owner' ? 'an owner' : 'an owner or admin'}.</Menu.Label>}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
