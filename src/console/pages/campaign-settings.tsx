/** The settings of a campaign: its name, and archiving and deleting it. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { AnnouncedAlert } from '../campaign/announced/announced-marks.tsx';
import { useAnnounced } from '../campaign/announced/use-announced.ts';
import { campaignQuery } from '../campaign/queries.ts';
import { ArchiveCard } from '../campaign/settings/archive-card.tsx';
import { CampaignName } from '../campaign/settings/campaign-name.tsx';
import { DeleteCard } from '../campaign/settings/delete-card.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

export function CampaignSettingsPage() {
  const { slug } = useParams({ from: '/inside/campaigns/$slug/settings' });
  const campaign = useQuery(campaignQuery(slug));
  const announced = useAnnounced(slug);
  return (
    <Page title="Campaign settings">
      <Loaded query={campaign}>
        {(shown) => (
          <>
            <AnnouncedAlert slug={slug} announced={announced.of('campaign', null)} />
            <CampaignName campaign={shown} />
            <ArchiveCard campaign={shown} />
            <DeleteCard campaign={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
