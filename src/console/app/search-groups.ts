/**
 * The entries that the console's search can find: pages, and parts of the open campaign. Each leads to the list that marks
 * it.
 */
import type { SpotlightActionGroupData, SpotlightFilterFunction } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { markOf } from '../campaign/order/option-plan.ts';
import { campaignsQuery, fieldsQuery, selectsQuery, statusesQuery } from '../campaign/queries.ts';
import { filtersQuery } from '../filters/queries.ts';
import { type Token, tokensQuery } from '../tokens/queries.ts';
import { distance, hasWords } from '../ui/list/find.ts';
import { accountPages, campaignPages } from './places.ts';

/** Entries of a group that are shown. Typing another letter finds the others. */
const maxOfGroup = 6;

/** Fetches nothing before the search is opened. */
export function useSearchGroups(slug: string | undefined, opened: boolean): SpotlightActionGroupData[] {
  const navigate = useNavigate();
  const inCampaign = { enabled: opened && slug !== undefined };
  const { data: campaigns } = useQuery({ ...campaignsQuery, enabled: opened });
  const { data: broad } = useQuery({ ...tokensQuery(undefined), enabled: opened });
  const { data: own } = useQuery({ ...tokensQuery(slug ?? ''), ...inCampaign });
  const { data: filters } = useQuery({ ...filtersQuery(slug ?? ''), ...inCampaign });
  const { data: fields } = useQuery({ ...fieldsQuery(slug ?? ''), ...inCampaign });
  const { data: selects } = useQuery({ ...selectsQuery(slug ?? ''), ...inCampaign });
  const { data: statuses } = useQuery({ ...statusesQuery(slug ?? ''), ...inCampaign });

  return useMemo(() => {
    if (!opened) return [];
    const toCampaigns = (campaigns ?? []).map((campaign) => ({
      id: `campaign ${campaign.slug}`,
      label: campaign.name,
      description: campaign.slug,
      onClick: () => void navigate({ to: '/campaigns/$slug/leads', params: { slug: campaign.slug } }),
    }));
    const toAccountPages = accountPages.map(({ label, to }) => ({
      id: to,
      label: `Account: ${label}`,
      onClick: () => void navigate({ to }),
    }));
    const toToken = ({ id, name, summary, campaign }: Token) => {
      const place = { search: { tab: 'tokens', mark: id }, state: { jump: jump() } } as const;
      return {
        id: `token ${id}`,
        label: name,
        description: summary,
        onClick: () =>
          void (campaign === null
            ? navigate({ to: '/account/documentation', ...place })
            : navigate({ to: '/campaigns/$slug/documentation', params: { slug: campaign }, ...place })),
      };
    };
    const toBroad = (broad ?? []).map(toToken);
    if (slug === undefined)
      return [
        { group: 'Campaigns', actions: toCampaigns },
        { group: 'Pages', actions: toAccountPages },
        { group: 'API tokens', actions: toBroad },
      ];
    const params = { slug };
    const pages = campaignPages.map(({ label, to }) => ({
      id: to,
      label,
      onClick: () => void navigate({ to, params }),
    }));
    const at =
      (
        to:
          | '/campaigns/$slug/filters'
          | '/campaigns/$slug/fields'
          | '/campaigns/$slug/selects'
          | '/campaigns/$slug/statuses',
      ) =>
      (mark: string, label: string, description: string) => ({
        id: `${to} ${mark}`,
        label,
        description,
        onClick: () => void navigate({ to, params, search: { mark }, state: { jump: jump() } }),
      });
    const [toFilter, toField, toOption, toStatus] = [
      at('/campaigns/$slug/filters'),
      at('/campaigns/$slug/fields'),
      at('/campaigns/$slug/selects'),
      at('/campaigns/$slug/statuses'),
    ];
    return [
      { group: 'Campaigns', actions: toCampaigns },
      { group: 'Pages', actions: [...pages, ...toAccountPages] },
      { group: 'API tokens', actions: [...(own ?? []).map(toToken), ...toBroad] },
      {
        group: 'Filters',
        actions: (filters?.data.data ?? []).map(({ id, name, summary }) => toFilter(id, name, summary)),
      },
      { group: 'Fields', actions: (fields?.data.data ?? []).map(({ key, label }) => toField(key, label, key)) },
      {
        group: 'Options',
        actions: (selects?.data.data ?? []).flatMap(({ key, label: select, options }) =>
          options.map(({ value, label }) => toOption(markOf(key, value), label, `${select}: ${value}`)),
        ),
      },
      { group: 'Statuses', actions: (statuses?.data.data ?? []).map(({ key, label }) => toStatus(key, label, key)) },
    ];
  }, [opened, slug, navigate, campaigns, broad, own, filters, fields, selects, statuses]);
}

/** A new number each time, so that choosing the same entry again leads there again. */
const jump = () => performance.now();

/**
 * Keeps the best matches of each group, so that no group crowds out another. The group with the best match comes first.
 * Without a search text, only the pages are shown.
 */
export const foundIn: SpotlightFilterFunction = (query, all) => {
  const groups = all as SpotlightActionGroupData[];
  if (query.trim() === '') return groups.filter(({ group }) => group === 'Pages');
  const has = hasWords(query);
  return groups
    .map(({ group, actions }) => {
      const near = actions
        .filter(({ label, description }) => has(`${label} ${description ?? ''}`))
        .map((action) => ({ action, far: distance(action.label ?? '', query) }))
        .sort((a, b) => a.far - b.far);
      return { group, far: near[0]?.far ?? 0, actions: near.slice(0, maxOfGroup).map(({ action }) => action) };
    })
    .filter(({ actions }) => actions.length > 0)
    .sort((a, b) => a.far - b.far);
};
