/** The frame of all pages: header, navigation, campaign and member. Below 768 px the navigation is a drawer. */
import { AppShell, Burger, Button, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useOs } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { Problem } from '../api/problem.ts';
import { campaignQuery } from '../campaign/queries.ts';
import { ArchivedNote } from '../campaign/settings/archived-note.tsx';
import { Rows } from '../ui/loaded.tsx';
import { Logo } from '../ui/logo.tsx';
import { MemberMenu } from './member-menu.tsx';
import { Navigation } from './navigation.tsx';
import { OutOfDate } from './out-of-date.tsx';
import { openSearch } from './search-store.ts';

const Search = lazy(() => import('./search.tsx').then(({ Search }) => ({ default: Search })));

export function Shell() {
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const { slug, campaign } = useOpenCampaign();
  const os = useOs({ getValueInEffect: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes it
  useEffect(close, [pathname]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="lg"
    >
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger
            opened={opened}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
          />
          <UnstyledButton component={Link} to="/campaigns" aria-label="Leadspec: campaigns">
            <Group gap={8} wrap="nowrap">
              <Logo />
              <Text fw={650} visibleFrom="xs">
                Leadspec
              </Text>
            </Group>
          </UnstyledButton>
          {/* The navigation names the campaign, but is hidden on a small screen. */}
          <Text hiddenFrom="sm" size="sm" fw={600} truncate miw={0}>
            {campaign}
          </Text>
          <Group ml="auto" gap="xs" wrap="nowrap">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconSearch size={14} />}
              rightSection={
                <Kbd size="xs" visibleFrom="sm">
                  {os === 'macos' || os === 'ios' ? '⌘K' : 'Ctrl K'}
                </Kbd>
              }
              onClick={openSearch}
            >
              Find
            </Button>
            <MemberMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Main">
        <Navigation slug={slug} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {slug !== undefined && <ArchivedNote slug={slug} />}
        <OutOfDate />
        <Suspense fallback={<Rows count={6} />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <Suspense>
        <Search slug={slug} />
      </Suspense>
    </AppShell>
  );
}

/** The campaign in the address. A missing campaign gives no slug, because it has no pages. */
function useOpenCampaign(): { readonly slug: string | undefined; readonly campaign: string | undefined } {
  const { slug } = useParams({ strict: false });
  const { data, error } = useQuery({ ...campaignQuery(slug ?? ''), enabled: slug !== undefined, retryOnMount: false });
  const isNone = error instanceof Problem && error.status === 404;
  return { slug: isNone ? undefined : slug, campaign: data?.name };
}
