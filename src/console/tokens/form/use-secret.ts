/**
 * The secret of a token while it is shown. It is in the state of one component, never in a cache. It goes after half a
 * minute, when the page is left or loses the focus, and with the component. The audit log records each request for it.
 */
import { useCallback, useEffect, useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { useConfirmed } from '../../session/confirm-password.tsx';

export const shownForSeconds = 30;

export function useSecret(tokenId: string) {
  const [secret, setSecret] = useState<string>();
  const [run, dialog] = useConfirmed();
  const hide = useCallback(() => setSecret(undefined), []);

  /** Gives the secret without showing it. Throws a problem if the role does not allow it, or the password was not confirmed. */
  const read = useCallback(
    async () =>
      secret ??
      (await run(() => ask(api.POST('/tokens/{id}/reveal', { params: { path: { id: tokenId } }, cache: 'no-store' }))))
        .secret,
    [run, secret, tokenId],
  );
  const show = useCallback(async () => setSecret(await read()), [read]);

  useEffect(() => {
    if (secret === undefined) return;
    const timer = setTimeout(hide, shownForSeconds * 1000);
    window.addEventListener('blur', hide);
    window.addEventListener('pagehide', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
      window.removeEventListener('pagehide', hide);
    };
  }, [secret, hide]);

  return { secret, show, hide, read, dialog };
}
