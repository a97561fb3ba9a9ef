/** What to send to the vendor, for a token that is there already. */
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../../campaign/queries.ts';
import { useSession } from '../../session/queries.ts';
import type { Token } from '../queries.ts';
import { Handover } from './handover.tsx';

export function HandoverDialog({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const { account } = useSession();
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const name = campaigns.find(({ slug }) => slug === token.campaign)?.name ?? account.name;
  return (
    <Modal opened onClose={onClose} size="lg" title={`Send this to ${token.name}`}>
      <Handover token={token} campaign={name} />
    </Modal>
  );
}
