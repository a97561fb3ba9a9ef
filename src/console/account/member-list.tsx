/** The members of the account, with their roles. Only owners change them. */
import { Badge, Group, Menu, Stack, Text } from '@mantine/core';
import { IconLink, IconTrash, IconUserShield } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { messageOf } from '../api/problem.ts';
import { MoreMenu } from '../session/more-menu.tsx';
import { useSession } from '../session/queries.ts';
import { useMay } from '../session/roles.tsx';
import { Ago, On } from '../session/time.tsx';
import { ListTools } from '../ui/list/list-tools.tsx';
import { NothingFound } from '../ui/list/nothing-found.tsx';
import { PageRows } from '../ui/list/page-rows.tsx';
import { useList } from '../ui/list/use-list.ts';
import { showFailure } from '../ui/toast.ts';
import { LinkDialog, RemoveMemberDialog, RoleDialog } from './member-dialogs.tsx';
import classes from './member-list.module.css';
import { memberPlan } from './member-plan.ts';
import type { ListedMember } from './queries.ts';

export function MemberList({ members }: { readonly members: readonly ListedMember[] }) {
  const list = useList(members, memberPlan);
  return (
    <Stack gap="sm">
      <ListTools list={list} noun={noun} />
      {list.shown.length === 0 ? (
        <NothingFound list={list} one={noun.one} />
      ) : (
        <PageRows items={list.shown} keyOf={({ id }) => id} height={62} mark={list.mark} label="Members" joined>
          {(member) => <MemberRow member={member} />}
        </PageRows>
      )}
    </Stack>
  );
}

const noun = { one: 'member', many: 'members' };

function MemberRow({ member }: { readonly member: ListedMember }) {
  const { member: me } = useSession();
  const may = useMay('owner');
  const client = useQueryClient();
  const [opened, setOpened] = useState<'role' | 'remove'>();
  const [link, setLink] = useState<string>();
  const close = () => setOpened(undefined);
  const renew = useMutation({
    mutationFn: () => ask(api.POST('/members/{id}/invitation', { params: { path: { id: member.id } } })),
    onSuccess: ({ invitation_url }) => {
      setLink(invitation_url);
      void client.invalidateQueries({ queryKey: ['members'] });
    },
    onError: (error) => showFailure(messageOf(error)),
    gcTime: 0,
  });
  const void_ = member.invitation_expires_at !== null && Date.parse(member.invitation_expires_at) < Date.now();
  return (
    <div className={classes.row}>
      <div className={classes.name}>
        <Text size="sm" fw={600}>
          {member.name} {member.id === me.id && <span className={classes.me}>you</span>}
        </Text>
        <Text size="xs" c="dimmed">
          {member.email}
        </Text>
      </div>
      <Group gap="xs" className={classes.state}>
        <Badge variant="default" tt="capitalize" fw={500}>
          {member.role}
        </Badge>
        <Text size="xs" c="dimmed">
          {member.state === 'invited' ? (
            <>
              {void_ ? 'Invitation expired ' : 'Invited, the link expires '}
              <On at={member.invitation_expires_at} />
            </>
          ) : (
            <>
              Signed in <Ago at={member.last_signed_in_at} />
            </>
          )}
        </Text>
      </Group>
      <MoreMenu of={member.name} to="owner">
        {member.state === 'invited' && (
          <Menu.Item leftSection={<IconLink size={15} />} disabled={!may} onClick={() => renew.mutate()}>
            New invitation link
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconUserShield size={15} />} disabled={!may} onClick={() => setOpened('role')}>
          Change the role…
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          disabled={!may}
          onClick={() => setOpened('remove')}
        >
          Remove…
        </Menu.Item>
      </MoreMenu>
      {opened === 'role' && <RoleDialog member={member} onClose={close} />}
      {opened === 'remove' && <RemoveMemberDialog member={member} onClose={close} />}
      {link !== undefined && <LinkDialog name={member.name} link={link} onClose={() => setLink(undefined)} />}
    </div>
  );
}
