/** The tokens of a campaign, or of the account: a table, or cards where there is little room. */
import { Card, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Ago } from '../session/time.tsx';
import { OldSecret } from './old-secret.tsx';
import { type Token, type UsageDay, usageQuery } from './queries.ts';
import { RequestsLink } from './requests-link.tsx';
import { UsageSparkline } from './sparkline.tsx';
import { TokenActions } from './token-actions.tsx';
import classes from './token-list.module.css';
import { TokenState } from './token-state.tsx';

interface TokenListProps {
  readonly tokens: readonly Token[];
  readonly slug: string | undefined;
  /** Id of the one to point out. */
  readonly marked?: string | undefined;
}

export function TokenList({ tokens, slug, marked }: TokenListProps) {
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const { data: usage } = useQuery(usageQuery(slug));
  // Fixed for the time of the page: a state that changed by itself while one reads would only confuse.
  const [now] = useState(() => Date.now());
  const shown = [...tokens].sort((a, b) => Number(a.state === 'revoked') - Number(b.state === 'revoked'));
  if (!wide) {
    return (
      <Stack gap="sm">
        {shown.map((token) => (
          <TokenCard key={token.id} token={token} days={usage?.get(token.id)} now={now} />
        ))}
      </Stack>
    );
  }
  return (
    <Card withBorder padding={0}>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            {['Name', 'Access', 'Last used', 'Expires', '30 days', 'State'].map((title) => (
              <Table.Th key={title} className={classes.short}>
                {title}
              </Table.Th>
            ))}
            <Table.Th>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((token) => (
            <Table.Tr
              key={token.id}
              className={classes.row}
              data-dead={token.state === 'revoked' || undefined}
              data-marked={token.id === marked || undefined}
            >
              <Table.Td miw={150}>
                <Named token={token} />
              </Table.Td>
              <Table.Td maw={300}>
                <Text size="sm">{token.summary}</Text>
              </Table.Td>
              <Table.Td className={classes.short}>
                <Ago at={token.last_used_at} />
              </Table.Td>
              <Table.Td className={classes.short}>
                <Ago at={token.expires_at} />
              </Table.Td>
              <Table.Td>
                {usage && (
                  <RequestsLink of={token} aria-label={`Requests of ${token.name}`}>
                    <UsageSparkline days={daysOf(usage, token)} />
                  </RequestsLink>
                )}
              </Table.Td>
              <Table.Td>
                <TokenState token={token} days={usage?.get(token.id)} now={now} />
              </Table.Td>
              <Table.Td>{token.state !== 'revoked' && <TokenActions token={token} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

const daysOf = (usage: ReadonlyMap<string, readonly UsageDay[]>, { id }: Token) => usage.get(id) ?? [];

function Named({ token }: { readonly token: Token }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {token.name}
      </Text>
      <Text size="xs" c="dimmed">
        <span className={classes.prefix}>{token.prefix}…</span>
        {token.created_by && ` by ${token.created_by.name}`}
      </Text>
      <OldSecret token={token} />
    </>
  );
}

interface TokenCardProps {
  readonly token: Token;
  readonly days: readonly UsageDay[] | undefined;
  readonly now: number;
}

function TokenCard({ token, days, now }: TokenCardProps) {
  return (
    <Card withBorder padding="md" className={classes.row} data-dead={token.state === 'revoked' || undefined}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Named token={token} />
          </div>
          <TokenState token={token} days={days} now={now} />
        </Group>
        <Text size="sm">{token.summary}</Text>
        <Text size="xs" c="dimmed">
          Last used <Ago at={token.last_used_at} /> · expires <Ago at={token.expires_at} />
        </Text>
        {days && (
          <RequestsLink of={token} aria-label={`Requests of ${token.name}`}>
            <UsageSparkline days={days} />
          </RequestsLink>
        )}
        {token.state !== 'revoked' && <TokenActions token={token} />}
      </Stack>
    </Card>
  );
}
