/**
 * Every address of the console, in one typed table: a link to a missing page does not compile. The code of a page is
 * fetched when the page is first opened, or when the pointer rests on its link.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Problem } from '../api/problem.ts';
import { campaignQuery } from '../campaign/queries.ts';
import { FailedPage, LostOutside, LostPage, NoCampaignPage } from '../pages/lost.tsx';
import { SignInPage } from '../pages/sign-in.tsx';
import { sessionQuery } from '../session/queries.ts';
import type { Outcome } from '../tokens/queries.ts';
import type { TokenTab } from '../tokens/token-tabs.tsx';
import { type ListAddress, readListAddress } from '../ui/list/address.ts';
import { queryClient } from './query-client.ts';
import { parseSearch, stringifySearch } from './search-params.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: LostOutside });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => {
    const wanted = text(next);
    // Only addresses of the console: a sign-in must not lead to a foreign address.
    return wanted?.startsWith('/') && !wanted.startsWith('//') ? { next: wanted } : {};
  },
  component: SignInPage,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$secret',
  component: lazyRouteComponent(() => import('../pages/invitation.tsx'), 'InvitationPage'),
});

/** All pages that need a signed-in member. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: Shell,
  errorComponent: FailedPage,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/campaigns' });
  },
});
const campaigns = createRoute({
  getParentRoute: () => inside,
  path: '/campaigns',
  validateSearch: readListAddress,
  component: lazyRouteComponent(() => import('../pages/campaigns.tsx'), 'CampaignsPage'),
});

const campaign = createRoute({
  getParentRoute: () => inside,
  path: '/campaigns/$slug',
  loader: async ({ params }) => {
    try {
      return await queryClient.ensureQueryData(campaignQuery(params.slug));
    } catch (error) {
      throw error instanceof Problem && error.status === 404 ? notFound() : error;
    }
  },
  errorComponent: FailedPage,
  notFoundComponent: NoCampaignPage,
});
const campaignHome = createRoute({
  getParentRoute: () => campaign,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/campaigns/$slug/leads', params });
  },
});
const leads = createRoute({
  getParentRoute: () => campaign,
  path: '/leads',
  /** The filters and the order of the list under the API's names. `lead` is the id of the open lead, or `new`. */
  validateSearch: (search: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value === '' ? [] : [[key, String(value)]]))),
  component: lazyRouteComponent(() => import('../pages/leads.tsx'), 'LeadsPage'),
});
const fields = createRoute({
  getParentRoute: () => campaign,
  path: '/fields',
  validateSearch: readListAddress,
  component: lazyRouteComponent(() => import('../pages/fields.tsx'), 'FieldsPage'),
});
const selects = createRoute({
  getParentRoute: () => campaign,
  path: '/selects',
  validateSearch: readListAddress,
  component: lazyRouteComponent(() => import('../pages/selects.tsx'), 'SelectsPage'),
});
const statuses = createRoute({
  getParentRoute: () => campaign,
  path: '/statuses',
  validateSearch: readListAddress,
  component: lazyRouteComponent(() => import('../pages/statuses.tsx'), 'StatusesPage'),
});
const revisions = createRoute({
  getParentRoute: () => campaign,
  path: '/revisions',
  validateSearch: readListAddress,
  component: lazyRouteComponent(() => import('../pages/revisions.tsx'), 'RevisionsPage'),
});
const campaignSettings = createRoute({
  getParentRoute: () => campaign,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/campaign-settings.tsx'), 'CampaignSettingsPage'),
});
const filters = createRoute({
  getParentRoute: () => campaign,
  path: '/filters',
  /** `filter` is the id of the open filter, or `new`. */
  validateSearch: (search: Record<string, unknown>): ListAddress & { filter?: string } => {
    const open = text(search.filter);
    return { ...readListAddress(search), ...(open !== undefined && { filter: open }) };
  },
  component: lazyRouteComponent(() => import('../pages/filters.tsx'), 'FiltersPage'),
});

const tabs = ['tokens', 'reference', 'usage'] as const;
interface TokensAddress extends ListAddress {
  readonly tab?: TokenTab;
  /** Id of the token to scroll to, or whose page is shown. */
  readonly token?: string;
}

const tokensAddress = (search: Record<string, unknown>): TokensAddress => {
  const tab = tabs.find((one) => one === search.tab);
  const token = text(search.token);
  return { ...readListAddress(search), ...(tab && { tab }), ...(token !== undefined && { token }) };
};

const documentation = createRoute({
  getParentRoute: () => campaign,
  path: '/documentation',
  validateSearch: tokensAddress,
  component: lazyRouteComponent(() => import('../pages/documentation.tsx'), 'DocumentationPage'),
});

const outcomes = ['accepted', 'refused'] as const;
const outcomeOf = ({ outcome }: Record<string, unknown>): { outcome?: Outcome } => {
  const found = outcomes.find((one) => one === outcome);
  return found ? { outcome: found } : {};
};

const tokenRequests = createRoute({
  getParentRoute: () => campaign,
  path: '/tokens/$id/requests',
  validateSearch: outcomeOf,
  component: lazyRouteComponent(() => import('../pages/token-requests.tsx'), 'TokenRequestsPage'),
});
const accountTokenRequests = createRoute({
  getParentRoute: () => inside,
  path: '/account/tokens/$id/requests',
  validateSearch: outcomeOf,
  component: lazyRouteComponent(() => import('../pages/token-requests.tsx'), 'AccountTokenRequestsPage'),
});

const accountDocumentation = createRoute({
  getParentRoute: () => inside,
  path: '/account/documentation',
  validateSearch: tokensAddress,
  component: lazyRouteComponent(() => import('../pages/account-documentation.tsx'), 'AccountDocumentationPage'),
});
const members = createRoute({
  getParentRoute: () => inside,
  path: '/account/members',
  validateSearch: readListAddress,
  component: lazyRouteComponent(() => import('../pages/members.tsx'), 'MembersPage'),
});
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/account/audit',
  validateSearch: (search: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value === '' ? [] : [[key, String(value)]]))),
  component: lazyRouteComponent(() => import('../pages/audit.tsx'), 'AuditPage'),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/account/settings',
  component: lazyRouteComponent(() => import('../pages/settings.tsx'), 'SettingsPage'),
});

const routeTree = root.addChildren([
  signInRoute,
  invitation,
  inside.addChildren([
    home,
    campaigns,
    campaign.addChildren([
      campaignHome,
      leads,
      fields,
      selects,
      statuses,
      filters,
      documentation,
      tokenRequests,
      revisions,
      campaignSettings,
    ]),
    accountDocumentation,
    accountTokenRequests,
    members,
    audit,
    settings,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/console',
  // Parameters that a route does not know are dropped, so that a refused `next` does not come through.
  search: { strict: true },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultNotFoundComponent: LostPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
