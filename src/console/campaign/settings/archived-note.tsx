/** Stands above every page of an archived campaign: no token reaches it, and the settings bring it back. */
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ago } from '../../session/time.tsx';
import { campaignQuery } from '../queries.ts';

export function ArchivedNote({ slug }: { readonly slug: string }) {
  const { data: campaign } = useQuery({ ...campaignQuery(slug), retry: false });
  if (!campaign?.archived_at) return null;
  return (
    <Alert color="orange" mb="lg">
      {campaign.name} was archived <Ago at={campaign.archived_at} />: vendors’ requests get 404.{' '}
      <Link to="/campaigns/$slug/settings" params={{ slug }}>
        Bring it back in its settings.
      </Link>
    </Alert>
  );
}
