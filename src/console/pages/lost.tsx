/** The page for an unknown address, and for a page that failed. */
import { Box, Button, Text } from '@mantine/core';
import { type ErrorComponentProps, Link, useParams } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

export function LostPage() {
  return (
    <Page title="Page not found">
      <Text size="sm">The address is wrong, or the page no longer exists.</Text>
      <Button component={Link} to="/campaigns" w="fit-content">
        To the campaigns
      </Button>
    </Page>
  );
}

/** The same page if the frame around it is missing. */
export function LostOutside() {
  return (
    <Box component="main" p="xl">
      <LostPage />
    </Box>
  );
}

export function FailedPage({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="This page could not be shown">
      <ProblemAlert error={error} retry={reset} />
    </Page>
  );
}

/** Replaces every page of a campaign that does not exist. */
export function NoCampaignPage() {
  const { slug } = useParams({ strict: false });
  return (
    <Page title={`There is no campaign “${slug}”`}>
      <Text size="sm">It was deleted, or the address is wrong.</Text>
      <Button component={Link} to="/campaigns" w="fit-content">
        All campaigns
      </Button>
    </Page>
  );
}
