/** The pages of the open campaign, and those of the account. */
import { Box, Menu, NavLink, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLayoutGrid } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { campaignQuery, campaignsQuery } from '../campaign/queries.ts';
import { useSession } from '../session/queries.ts';
import classes from './navigation.module.css';
import { accountPages, campaignPages } from './places.ts';

export function Navigation({ slug }: { readonly slug: string | undefined }) {
  const { pathname } = useLocation();
  const { account } = useSession();
  const isHere = (to: string) => pathname.replace(/^\/console/, '').startsWith(to);
  return (
    <ScrollArea flex={1} type="auto">
      {slug === undefined ? (
        <NavLink
          component={Link}
          to="/campaigns"
          label="Campaigns"
          leftSection={<IconLayoutGrid size={17} stroke={1.6} />}
          active={isHere('/campaigns')}
          aria-current={isHere('/campaigns') ? 'page' : undefined}
          className={classes.link}
        />
      ) : (
        <>
          <CampaignSwitch slug={slug} />
          {campaignPages.map(({ label, to, icon: Icon }) => {
            const active = isHere(to.replace('$slug', slug));
            return (
              <NavLink
                key={to}
                renderRoot={(props) => <Link to={to} params={{ slug }} {...props} />}
                label={label}
                leftSection={<Icon size={17} stroke={1.6} />}
                active={active}
                aria-current={active ? 'page' : undefined}
                className={classes.link}
              />
            );
          })}
        </>
      )}
      <Text size="xs" fw={600} c="dimmed" mt="lg" mb={4} px="xs">
        {account.name}
      </Text>
      {accountPages.map(({ label, to, icon: Icon }) => (
        <NavLink
          key={to}
          component={Link}
          to={to}
          label={label}
          leftSection={<Icon size={17} stroke={1.6} />}
          active={isHere(to)}
          aria-current={isHere(to) ? 'page' : undefined}
          className={classes.link}
        />
      ))}
    </ScrollArea>
  );
}

function CampaignSwitch({ slug }: { readonly slug: string }) {
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  // An archived one is not in the list.
  const { data: open } = useQuery({ ...campaignQuery(slug), retry: false });
  const name = campaigns.find((one) => one.slug === slug)?.name ?? open?.name ?? slug;
  return (
    <Menu width={220} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.campaign}>
          <Box miw={0}>
            <Text size="xs" c="dimmed">
              Campaign
            </Text>
            <Text fw={600} size="sm" truncate>
              {name}
            </Text>
          </Box>
          <IconChevronDown size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={420} className={classes.menu}>
        {campaigns.map((one) => (
          <Menu.Item
            key={one.slug}
            renderRoot={(props) => <Link to="/campaigns/$slug/leads" params={{ slug: one.slug }} {...props} />}
          >
            {one.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/campaigns" leftSection={<IconLayoutGrid size={15} />}>
          All campaigns
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
