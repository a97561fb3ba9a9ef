/** The campaigns as cards. */
import { Stack } from '@mantine/core';
import type { Shape } from '../api/client.ts';
import { byNumber, byText, latestFirst, type Plan } from '../ui/list/find.ts';
import { ListTools } from '../ui/list/list-tools.tsx';
import { NothingFound } from '../ui/list/nothing-found.tsx';
import { PageGrid } from '../ui/list/page-grid.tsx';
import { useList } from '../ui/list/use-list.ts';
import { CampaignCard } from './campaign-card.tsx';

type Campaign = Shape<'Campaign'>;

const called = { one: 'campaign', many: 'campaigns' };
const slugOf = ({ slug }: Campaign) => slug;

const plan: Plan<Campaign> = {
  text: ({ name, slug }) => `${name} ${slug}`,
  orders: {
    name: { label: 'Name', by: byText(({ name }) => name) },
    lead: { label: 'Latest lead', by: latestFirst(({ last_lead_at }) => last_lead_at), falls: true },
    leads: { label: 'Most leads', by: byNumber(({ leads }: Campaign) => -leads.count), falls: true },
    tokens: { label: 'Most tokens', by: byNumber(({ tokens }: Campaign) => -tokens), falls: true },
  },
  any: 'All campaigns',
  states: {
    leads: { label: 'With leads', is: ({ last_lead_at }) => last_lead_at !== null },
    none: { label: 'Without leads', is: ({ last_lead_at }) => last_lead_at === null },
  },
};

export function CampaignList({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const list = useList(campaigns, plan);
  return (
    <Stack gap="sm">
      <ListTools list={list} called={called} />
      {list.shown.length === 0 ? (
        <NothingFound list={list} one={called.one} />
      ) : (
        <PageGrid items={list.shown} keyOf={slugOf} height={196} columns={[2, 3]} label="Campaigns" mark={list.mark}>
          {(campaign) => <CampaignCard campaign={campaign} />}
        </PageGrid>
      )}
    </Stack>
  );
}
