/** The signed-in member, the choice of light or dark, and the button to sign out. */
import { ActionIcon, Avatar, Menu, Text, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSettings, IconSun } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { messageOf } from '../api/problem.ts';
import { signOut, useSession } from '../session/queries.ts';
import { showFailure } from '../ui/toast.ts';
import { queryClient } from './query-client.ts';

const schemes = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'System', icon: IconDeviceDesktop },
] as const;

export function MemberMenu() {
  const { member } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      showFailure(`You are still signed in. ${messageOf(error)}`);
      return;
    }
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
  return (
    <Menu width={230} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="transparent" size="lg">
          <Avatar name={member.name} size={30} color="ink" variant="filled" />
          <VisuallyHidden>Signed in as {member.name}</VisuallyHidden>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {member.name}
          </Text>
          {member.email} · {member.role}
        </Menu.Label>
        <Menu.Item component={Link} to="/account/settings" leftSection={<IconSettings size={15} />}>
          Settings
        </Menu.Item>
        <Menu.Divider />
        {schemes.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={15} />}
            onClick={() => setColorScheme(value)}
            fw={colorScheme === value ? 600 : undefined}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
