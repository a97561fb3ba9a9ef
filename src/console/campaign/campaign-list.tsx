/** The campaigns as cards. Archived campaigns are shown if that state is chosen. */
import { Button, Stack } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import type { Shape } from '../api/client.ts';
import { Empty } from '../ui/empty.tsx';
import { byNumber, byText, latestFirst, type Plan } from '../ui/list/find.ts';
import { ListTools } from '../ui/list/list-tools.tsx';
import { NothingFound } from '../ui/list/nothing-found.tsx';
import { PageGrid } from '../ui/list/page-grid.tsx';
import { useList } from '../ui/list/use-list.ts';
import { CampaignCard } from './campaign-card.tsx';

type Campaign = Shape<'Campaign'>;

const noun = { one: 'campaign', many: 'campaigns' };
const slugOf = ({ slug }: Campaign) => slug;

const isActive = ({ archived_at }: Campaign) => archived_at === null;

const plan: Plan<Campaign> = {
  text: ({ name, slug }) => `${name} ${slug}`,
  orders: {
    name: { label: 'Name', by: byText(({ name }) => name) },
    lead: { label: 'Latest lead', by: latestFirst(({ last_lead_at }) => last_lead_at), falls: true },
    leads: { label: 'Most leads', by: byNumber(({ leads }: Campaign) => -leads.count), falls: true },
    tokens: { label: 'Most tokens', by: byNumber(({ tokens }: Campaign) => -tokens), falls: true },
  },
  any: 'Active campaigns',
  byDefault: isActive,
  states: {
    leads: { label: 'Active, with leads', is: (one) => isActive(one) && one.last_lead_at !== null },
    none: { label: 'Active, without leads', is: (one) => isActive(one) && one.last_lead_at === null },
    archived: { label: 'Archived', is: (one) => !isActive(one) },
  },
};

export function CampaignList({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const list = useList(campaigns, plan);
  return (
    <Stack gap="sm">
      <ListTools list={list} noun={noun} />
      {list.shown.length === 0 && !list.isNarrowed ? (
        <Empty
          icon={<IconArchive size={22} />}
          title="Every campaign is archived"
          action={
            <Button variant="default" onClick={() => list.setState('archived')}>
              Show archived campaigns
            </Button>
          }
        >
          Bring a campaign back or create a new one. Until then no token works.
        </Empty>
      ) : list.shown.length === 0 ? (
        <NothingFound list={list} one={noun.one} />
      ) : (
        <PageGrid items={list.shown} keyOf={slugOf} height={196} columns={[2, 3]} label="Campaigns" mark={list.mark}>
          {(campaign) => <CampaignCard campaign={campaign} />}
        </PageGrid>
      )}
    </Stack>
  );
}
