/** The actions for a token. The link and the secret have buttons, because they are needed most. The others are in a menu. */
import { Button, Group, Menu } from '@mantine/core';
import {
  IconEye,
  IconLink,
  IconListDetails,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconSend,
  IconTrash,
  IconUnlink,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { messageOf } from '../api/problem.ts';
import { MoreMenu } from '../session/more-menu.tsx';
import { Allowed, useMay } from '../session/roles.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { showFailure, showToast } from '../ui/toast.ts';
import { NewAddressDialog, PauseDialog, RevokeDialog } from './form/end-dialogs.tsx';
import { RevealDialog } from './form/reveal-dialog.tsx';
import { RotateDialog } from './form/rotate-dialog.tsx';
import { EditTokenDialog } from './form/token-dialogs.tsx';
import { HandoverDialog } from './handover/handover-dialog.tsx';
import type { Token } from './queries.ts';
import { RequestsLink } from './usage/requests-link.tsx';
import { useTokensChanged } from './use-tokens-changed.ts';

type Opened = 'show' | 'handover' | 'edit' | 'pause' | 'rotate' | 'address' | 'revoke';

export function TokenActions({ token }: { readonly token: Token }) {
  const [opened, setOpened] = useState<Opened>();
  const may = useMay('admin');
  const changed = useTokensChanged(token.campaign ?? undefined);
  const paused = token.state === 'paused';
  const resume = useMutation({
    mutationFn: () => ask(api.PATCH('/tokens/{id}', { params: { path: { id: token.id } }, body: { paused: false } })),
    onSuccess: () => {
      showToast(`${token.name} works again.`);
      void changed();
    },
    onError: (error) => showFailure(messageOf(error)),
  });
  const close = () => setOpened(undefined);
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <CopyButton
        text={token.docs_url}
        label={`Copy the documentation URL of ${token.name}`}
        icon={<IconLink size={17} />}
      />
      <Allowed to="admin">
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconEye size={15} />}
          onClick={() => setOpened('show')}
          aria-label={`Show the token of ${token.name}`}
        >
          Show
        </Button>
      </Allowed>
      <MoreMenu of={token.name}>
        <Menu.Item
          leftSection={<IconListDetails size={15} />}
          renderRoot={(props) => <RequestsLink of={token} {...props} />}
        >
          Requests
        </Menu.Item>
        <Menu.Item leftSection={<IconSend size={15} />} disabled={!may} onClick={() => setOpened('handover')}>
          Send to the vendor…
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={15} />} disabled={!may} onClick={() => setOpened('edit')}>
          Change…
        </Menu.Item>
        <Menu.Item
          leftSection={paused ? <IconPlayerPlay size={15} /> : <IconPlayerPause size={15} />}
          disabled={!may}
          onClick={() => (paused ? resume.mutate() : setOpened('pause'))}
        >
          {paused ? 'Resume' : 'Pause…'}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconRefresh size={15} />} disabled={!may} onClick={() => setOpened('rotate')}>
          Rotate the token…
        </Menu.Item>
        <Menu.Item leftSection={<IconUnlink size={15} />} disabled={!may} onClick={() => setOpened('address')}>
          New documentation address…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          disabled={!may}
          onClick={() => setOpened('revoke')}
        >
          Revoke…
        </Menu.Item>
      </MoreMenu>
      {opened === 'show' && <RevealDialog token={token} onClose={close} />}
      {opened === 'handover' && <HandoverDialog token={token} onClose={close} />}
      {opened === 'edit' && <EditTokenDialog token={token} onClose={close} />}
      {opened === 'pause' && <PauseDialog token={token} onClose={close} />}
      {opened === 'rotate' && <RotateDialog token={token} onClose={close} rotated={() => setOpened('show')} />}
      {opened === 'address' && <NewAddressDialog token={token} onClose={close} />}
      {opened === 'revoke' && <RevokeDialog token={token} onClose={close} />}
    </Group>
  );
}
