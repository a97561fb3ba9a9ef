/** The campaigns of the account. This is the first page after sign-in. */
import { Button } from '@mantine/core';
import { IconLayoutGrid, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CampaignList } from '../campaign/campaign-list.tsx';
import { NewCampaignDialog } from '../campaign/new-campaign-dialog.tsx';
import { allCampaignsQuery } from '../campaign/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

export function CampaignsPage() {
  const campaigns = useQuery(allCampaignsQuery);
  const [adding, setAdding] = useState(false);
  const add = (
    <Allowed to="admin">
      <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
        New campaign
      </Button>
    </Allowed>
  );
  return (
    <Page
      title="Campaigns"
      description="Each campaign has its own fields, statuses, filters, leads and API."
      actions={add}
    >
      <Loaded
        query={campaigns}
        empty={(all) =>
          all.length > 0 ? undefined : (
            <Empty icon={<IconLayoutGrid size={22} />} title="No campaign yet" action={add}>
              A campaign gathers leads of one kind. Its fields are yours to choose.
            </Empty>
          )
        }
      >
        {(all) => <CampaignList campaigns={all} />}
      </Loaded>
      {adding && <NewCampaignDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
