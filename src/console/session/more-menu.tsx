/** The menu behind three dots: what else can be done with a thing. What the role may not do is shown, with the reason on top. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from './roles.tsx';

interface MoreMenuProps {
  /** Name of the thing. */
  readonly of: string;
  /** Who may do what is in it. */
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
