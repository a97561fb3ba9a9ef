/** In the row of a rotated token: until when its old secret works, when it was last used, and a button to end it. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { Allowed } from '../session/roles.tsx';
import { Ago, useExact } from '../session/time.tsx';
import { ConfirmDialog } from '../ui/form/confirm-dialog.tsx';
import { showToast } from '../ui/toast.ts';
import type { Token } from './queries.ts';
import classes from './token-list.module.css';
import { useTokensChanged } from './use-tokens-changed.ts';

export function OldSecret({ token }: { readonly token: Token }) {
  const [ending, setEnding] = useState(false);
  const changed = useTokensChanged(token.campaign ?? undefined);
  const exact = useExact();
  const { previous_secret: old } = token;
  if (!old) return null;
  return (
    <>
      <Text size="xs">
        Old secret <span className={classes.prefix}>{old.prefix}…</span>{' '}
        {token.state === 'active' ? 'works until' : 'ends on'} {exact(old.valid_until)},{' '}
        <LastUsed at={old.last_used_at} />.{' '}
        <Allowed to="admin">
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            px={4}
            onClick={() => setEnding(true)}
            aria-label={`End now: the old secret of ${token.name}`}
          >
            End now
          </Button>
        </Allowed>
      </Text>
      <ConfirmDialog
        title={`End the old secret of ${token.name}`}
        opened={ending}
        onClose={() => setEnding(false)}
        action="End the old secret"
        confirm={() => ask(api.DELETE('/tokens/{id}/previous-secret', { params: { path: { id: token.id } } }))}
        done={() => {
          showToast(`The old secret of ${token.name} has ended.`);
          void changed();
        }}
      >
        <Text size="sm">
          Requests with {old.prefix}… are refused from now on. It was <LastUsed at={old.last_used_at} />. The new
          secret, {token.prefix}…, keeps working.
        </Text>
      </ConfirmDialog>
    </>
  );
}

function LastUsed({ at }: { readonly at: string | null }) {
  return at === null ? (
    <>never used</>
  ) : (
    <>
      last used <Ago at={at} />
    </>
  );
}
