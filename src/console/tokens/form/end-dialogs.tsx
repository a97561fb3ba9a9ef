/**
 * Dialogs that stop something for a vendor: revoking or pausing the token, and a new address for its documentation. Each
 * says what stops.
 */
import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { Ago } from '../../session/time.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import { type Token, usageQuery } from '../queries.ts';
import { useTokensChanged } from '../use-tokens-changed.ts';
import { TokenImpact } from './token-impact.tsx';

interface EndDialogProps {
  readonly token: Token;
  readonly onClose: () => void;
}

export function RevokeDialog({ token, onClose }: EndDialogProps) {
  const slug = token.campaign ?? undefined;
  const changed = useTokensChanged(slug);
  const { data: usage } = useQuery(usageQuery(slug));
  const lately = usage?.get(token.id)?.slice(-2) ?? [];
  const requests = lately.reduce((sum, { accepted }) => sum + accepted, 0);
  return (
    <ConfirmDialog
      title={`Revoke the token of ${token.name}`}
      opened
      onClose={onClose}
      action="Revoke the token"
      confirm={() => ask(api.DELETE('/tokens/{id}', { params: { path: { id: token.id } } }))}
      done={() => {
        showToast(`The token of ${token.name} is revoked.`);
        void changed();
      }}
    >
      <Text size="sm">This cannot be undone and takes effect at once:</Text>
      <List size="sm" spacing={4}>
        <List.Item>
          Every request with this token is refused from now on. Requests since yesterday:{' '}
          <strong>{requests.toLocaleString('en')}</strong>.{' '}
          {token.last_used_at === null ? (
            'Never used.'
          ) : (
            <>
              Last used <Ago at={token.last_used_at} />.
            </>
          )}
        </List.Item>
        <List.Item>Its documentation page will stop working.</List.Item>
        <List.Item>The leads stay.</List.Item>
      </List>
    </ConfirmDialog>
  );
}

export function PauseDialog({ token, onClose }: EndDialogProps) {
  const changed = useTokensChanged(token.campaign ?? undefined);
  return (
    <ConfirmDialog
      title={`Pause the token of ${token.name}`}
      opened
      onClose={onClose}
      action="Pause the token"
      confirm={() => ask(api.PATCH('/tokens/{id}', { params: { path: { id: token.id } }, body: { paused: true } }))}
      done={() => {
        showToast(`${token.name} is paused: requests are refused from now on.`);
        void changed();
      }}
    >
      <Text size="sm">Every request with this token gets 401 until you resume it.</Text>
      <TokenImpact token={token} change={pausing} />
    </ConfirmDialog>
  );
}

const pausing = { paused: true };

export function NewAddressDialog({ token, onClose }: EndDialogProps) {
  const changed = useTokensChanged(token.campaign ?? undefined);
  return (
    <ConfirmDialog
      title="New documentation address"
      opened
      onClose={onClose}
      action="Create a new address"
      confirm={() => ask(api.POST('/tokens/{id}/rotate-docs-url', { params: { path: { id: token.id } } }))}
      done={() => {
        showToast('The documentation has a new address. Copy it from the list.');
        void changed();
      }}
    >
      <Text size="sm">
        The current address of {token.name} stops working. Send the vendor the new one. The token itself keeps working.
      </Text>
    </ConfirmDialog>
  );
}
