/** The pages of the open campaign, and those of the account. */
import { NavLink, ScrollArea, Text } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { CampaignSwitch } from './campaign-switch.tsx';
import classes from './navigation.module.css';
import { accountPages, campaignPages } from './places.ts';

export function Navigation({ slug }: { readonly slug: string | undefined }) {
  const { pathname } = useLocation();
  const isHere = (to: string) => pathname.replace(/^\/console/, '').startsWith(to);
  return (
    <>
      {slug !== undefined && <CampaignSwitch slug={slug} />}
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
          campaignPages.map(({ label, to, icon: Icon }) => {
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
          })
        )}
        <Text size="xs" fw={600} c="dimmed" mt="lg" mb={4} px="xs">
          Account
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
    </>
  );
}
