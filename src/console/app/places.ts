/** The pages in the navigation and the search, in order. */
import {
  IconBook2,
  IconBraces,
  IconFilter,
  IconFlag,
  IconForms,
  IconHistory,
  IconList,
  IconSettings,
  IconTable,
  IconUsers,
  IconVersions,
} from '@tabler/icons-react';

export const campaignPages = [
  { label: 'Leads', to: '/campaigns/$slug/leads', icon: IconTable },
  { label: 'Fields', to: '/campaigns/$slug/fields', icon: IconForms },
  { label: 'Selects', to: '/campaigns/$slug/selects', icon: IconList },
  { label: 'Statuses', to: '/campaigns/$slug/statuses', icon: IconFlag },
  { label: 'Filters', to: '/campaigns/$slug/filters', icon: IconFilter },
  { label: 'API documentation', to: '/campaigns/$slug/documentation', icon: IconBook2 },
  { label: 'Revisions', to: '/campaigns/$slug/revisions', icon: IconVersions },
  { label: 'Settings', to: '/campaigns/$slug/settings', icon: IconSettings },
] as const;

export const accountPages = [
  { label: 'API documentation', to: '/account/documentation', icon: IconBraces },
  { label: 'Members', to: '/account/members', icon: IconUsers },
  { label: 'Audit log', to: '/account/audit', icon: IconHistory },
  { label: 'Settings', to: '/account/settings', icon: IconSettings },
] as const;
