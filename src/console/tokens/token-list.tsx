/** The tokens of a campaign or of the account, as a table, or as cards on a narrow screen. */
import { Card, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Fragment, memo, useMemo, useState } from 'react';
import { AnnouncedMarks } from '../campaign/announced/announced-marks.tsx';
import { type Announced, type AnnouncedThings, useAnnounced } from '../campaign/announced/use-announced.ts';
import { Ago, On } from '../session/time.tsx';
import { Clamped } from '../ui/clamped.tsx';
import { ListTools } from '../ui/list/list-tools.tsx';
import { NothingFound } from '../ui/list/nothing-found.tsx';
import { PageRows } from '../ui/list/page-rows.tsx';
import { RoomInTable } from '../ui/list/room.tsx';
import { SortTitle } from '../ui/list/sort-title.tsx';
import { type List, useList } from '../ui/list/use-list.ts';
import { usePageRows } from '../ui/list/use-rows.ts';
import { OldSecret } from './old-secret.tsx';
import { type Token, type UsageDay, usageQuery } from './queries.ts';
import { TokenActions } from './token-actions.tsx';
import classes from './token-list.module.css';
import { tokenPlan } from './token-plan.ts';
import { TokenState } from './token-state.tsx';
import { RequestsLink } from './usage/requests-link.tsx';
import { UsageSparkline } from './usage/sparkline.tsx';

interface TokenListProps {
  readonly tokens: readonly Token[];
  readonly slug: string | undefined;
  /** Id of the token to point out. */
  readonly marked?: string | undefined;
}

export function TokenList({ tokens, slug, marked }: TokenListProps) {
  const wide = useMediaQuery('(min-width: 78em)', true, { getInitialValueInEffect: false });
  const { data: usage } = useQuery(usageQuery(slug));
  // Fixed while the page is open: a state that changed by itself would only confuse.
  const [now] = useState(() => Date.now());
  const plan = useMemo(() => tokenPlan(usage, now), [usage, now]);
  const list = useList(tokens, plan);
  const mark = list.mark ?? marked;
  const announced = useAnnounced(slug);
  const rows = { list, usage, now, mark, announced };
  return (
    <Stack gap="sm">
      <ListTools list={list} noun={noun} hasTitles={wide} />
      {list.shown.length === 0 ? (
        <NothingFound list={list} one={noun.one} />
      ) : wide ? (
        <TokenTable {...rows} />
      ) : (
        <PageRows items={list.shown} keyOf={idOf} height={210} mark={mark} label="API tokens">
          {(token) => (
            <TokenCard token={token} days={usage?.get(token.id)} now={now} announced={ofFilter(announced, token)} />
          )}
        </PageRows>
      )}
    </Stack>
  );
}

const noun = { one: 'token', many: 'tokens' };
const idOf = ({ id }: Token) => id;
const titles = ['name', 'access', 'used', 'expires', 'requests', 'state'];

interface TokenTableProps {
  readonly list: List<Token>;
  readonly usage: ReadonlyMap<string, readonly UsageDay[]> | undefined;
  readonly now: number;
  readonly mark: string | undefined;
  readonly announced: AnnouncedThings;
}

function TokenTable({ list, usage, now, mark, announced }: TokenTableProps) {
  const rows = usePageRows<HTMLTableSectionElement>({ keys: list.shown.map(idOf), height: 62, mark });
  return (
    <Card withBorder padding={0}>
      <Table
        verticalSpacing="sm"
        horizontalSpacing="sm"
        layout="fixed"
        aria-label="API tokens"
        aria-rowcount={list.shown.length + 1}
      >
        <colgroup>
          {[...titles, 'actions'].map((name) => (
            <col key={name} className={classes[name]} />
          ))}
        </colgroup>
        <Table.Thead>
          <Table.Tr aria-rowindex={1}>
            {titles.map((name) => (
              <SortTitle key={name} list={list} name={name} />
            ))}
            <Table.Th>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={rows.container}>
          {rows.shown.map(({ index, key, before, props }) => {
            const token = list.shown[index];
            return (
              token && (
                <Fragment key={key}>
                  <RoomInTable height={before} columns={titles.length + 1} />
                  <Table.Tr
                    {...props}
                    aria-rowindex={index + 2}
                    className={classes.row}
                    data-dead={token.state === 'revoked' || undefined}
                  >
                    <TokenCells
                      token={token}
                      days={usage && (usage.get(key) ?? [])}
                      now={now}
                      announced={ofFilter(announced, token)}
                    />
                  </Table.Tr>
                </Fragment>
              )
            );
          })}
          <RoomInTable height={rows.after} columns={titles.length + 1} />
        </Table.Tbody>
      </Table>
    </Card>
  );
}

/** Renders again only if something of the token changed, because scrolling and typing move the others. */
const TokenCells = memo(function TokenCells({ token, days, now, announced }: TokenCardProps) {
  return (
    <>
      <Table.Td className={classes.text}>
        <Named token={token} />
      </Table.Td>
      <Table.Td className={classes.text}>
        <Clamped size="sm">{token.summary}</Clamped>
        <OfFilter token={token} announced={announced} />
      </Table.Td>
      <Table.Td>
        <Ago at={token.last_used_at} />
      </Table.Td>
      <Table.Td>
        <On at={token.expires_at} />
      </Table.Td>
      <Table.Td>
        {days && (
          <RequestsLink of={token} aria-label={`Requests of ${token.name}`}>
            <UsageSparkline days={days} />
          </RequestsLink>
        )}
      </Table.Td>
      <Table.Td>
        <TokenState token={token} days={days} now={now} />
      </Table.Td>
      <Table.Td>{token.state !== 'revoked' && <TokenActions token={token} />}</Table.Td>
    </>
  );
});

/** The announced changes of the filter, which decides what the token sees. Empty for a token without a filter. */
const ofFilter = (things: AnnouncedThings, { filter }: Token) => things.of('filter', filter?.id ?? '');

function OfFilter({ token, announced }: Pick<TokenCardProps, 'token' | 'announced'>) {
  if (token.campaign === null) return null;
  return <AnnouncedMarks slug={token.campaign} announced={announced} of="Its filter" />;
}

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
  readonly announced: readonly Announced[];
}

function TokenCard({ token, days, now, announced }: TokenCardProps) {
  return (
    <Card withBorder padding="md" className={classes.row} data-dead={token.state === 'revoked' || undefined}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Named token={token} />
          </div>
          <TokenState token={token} days={days} now={now} />
        </Group>
        <Clamped size="sm">{token.summary}</Clamped>
        <OfFilter token={token} announced={announced} />
        <Text size="xs" c="dimmed">
          Last used <Ago at={token.last_used_at} /> · expires <On at={token.expires_at} />
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
