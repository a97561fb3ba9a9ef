/** The archived campaigns, below the others and closed until somebody asks for them. */
import { Button, Collapse, SimpleGrid } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { CampaignCard } from '../campaign-card.tsx';
import { numbered } from '../counts.ts';
import { archivedCampaignsQuery } from '../queries.ts';

export function ArchivedCampaigns() {
  const { data: campaigns = [] } = useQuery(archivedCampaignsQuery);
  const [opened, { toggle }] = useDisclosure(false);
  if (campaigns.length === 0) return null;
  return (
    <section aria-label="Archived campaigns">
      <Button variant="subtle" leftSection={<IconArchive size={16} />} onClick={toggle} aria-expanded={opened} mb="sm">
        {opened ? 'Hide' : 'Show'} {numbered(campaigns.length, 'archived campaign')}
      </Button>
      <Collapse expanded={opened}>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
          {campaigns.map((campaign) => (
            <CampaignCard key={campaign.slug} campaign={campaign} />
          ))}
        </SimpleGrid>
      </Collapse>
    </section>
  );
}
