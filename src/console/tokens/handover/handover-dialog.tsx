/** Everything to send to the vendor, for an existing token. */
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { campaignQuery } from '../../campaign/queries.ts';
import { useSession } from '../../session/queries.ts';
import type { Token } from '../queries.ts';
import { Handover } from './handover.tsx';

export function HandoverDialog({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const { account } = useSession();
  const { data: campaign } = useQuery({ ...campaignQuery(token.campaign ?? ''), enabled: token.campaign !== null });
  const name = token.campaign === null ? account.name : (campaign?.name ?? token.campaign);
  return (
    <Modal opened onClose={onClose} size="lg" title={`Send this to ${token.name}`}>
      <Handover token={token} campaign={name} />
    </Modal>
  );
}
