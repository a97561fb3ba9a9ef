/** ⌘K: campaigns, the pages of the open campaign and of the account, and API tokens, by name. */
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { campaignsQuery } from '../campaign/queries.ts';
import { tokensQuery } from '../tokens/queries.ts';
import { accountPages, campaignPages } from './places.ts';
import { searchStore } from './search-store.ts';

export function Search({ slug }: { readonly slug: string | undefined }) {
  const navigate = useNavigate();
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const { data: broad = [] } = useQuery(tokensQuery(undefined));
  const { data: own = [] } = useQuery({ ...tokensQuery(slug ?? ''), enabled: slug !== undefined });

  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Campaigns',
      actions: campaigns.map((campaign) => ({
        id: `campaign ${campaign.slug}`,
        label: campaign.name,
        description: campaign.slug,
        onClick: () => void navigate({ to: '/campaigns/$slug/leads', params: { slug: campaign.slug } }),
      })),
    },
    {
      group: 'Pages',
      actions: [
        ...(slug === undefined
          ? []
          : campaignPages.map(({ label, to }) => ({
              id: to,
              label,
              onClick: () => void navigate({ to, params: { slug } }),
            }))),
        ...accountPages.map(({ label, to }) => ({
          id: to,
          label: `Account: ${label}`,
          onClick: () => void navigate({ to }),
        })),
      ],
    },
    {
      group: 'API tokens',
      actions: [...own, ...broad].map((token) => ({
        id: `token ${token.id}`,
        label: token.name,
        description: token.summary,
        onClick: () =>
          void (token.campaign === null
            ? navigate({ to: '/account/documentation', search: { tab: 'tokens' } })
            : navigate({
                to: '/campaigns/$slug/documentation',
                params: { slug: token.campaign },
                search: { tab: 'tokens', token: token.id },
              })),
      })),
    },
  ];
  return (
    <Spotlight
      store={searchStore}
      actions={groups.filter(({ actions }) => actions.length > 0)}
      shortcut={['mod + K', '/']}
      nothingFound="Nothing of that name"
      highlightQuery
      limit={9}
      scrollable
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'A campaign, a page, a token…',
        'aria-label': 'Find a campaign, a page or a token',
      }}
    />
  );
}
