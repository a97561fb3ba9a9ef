/** A campaign in the list: its size, its tokens, and when the last lead came. */
import { Badge, Card, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Shape } from '../api/client.ts';
import { Ago } from '../session/time.tsx';
import { Figure } from '../ui/figure.tsx';
import classes from './campaign-card.module.css';
import { countOf } from './counts.ts';

export function CampaignCard({ campaign }: { readonly campaign: Shape<'Campaign'> }) {
  const { slug, name, leads, tokens, last_lead_at, archived_at } = campaign;
  return (
    <Card withBorder padding="lg" className={classes.card}>
      <Text fw={600} component="h2" size="md">
        <Link to="/campaigns/$slug/leads" params={{ slug }} className={classes.link}>
          {name}
        </Link>{' '}
        {archived_at !== null && (
          <Badge size="sm" variant="default" tt="none">
            Archived
          </Badge>
        )}
      </Text>
      <Text size="xs" c="dimmed" mb="md" className={classes.slug}>
        {slug}
      </Text>
      <Group gap="xl">
        <Figure size="lg" name={leads.count === 1 ? 'lead' : 'leads'} value={countOf(leads)} />
        <Figure size="lg" name={tokens === 1 ? 'API token' : 'API tokens'} value={String(tokens)} />
      </Group>
      <Text size="xs" c="dimmed" mt="md">
        Last lead: <Ago at={last_lead_at} />
      </Text>
    </Card>
  );
}
