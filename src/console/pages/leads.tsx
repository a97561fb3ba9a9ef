/** The leads of a campaign. Filters, order and the lead that is open stand in the address: reload and back keep them. */
import '@mantine/dates/styles.css';
import { Button, Text } from '@mantine/core';
import { IconPlus, IconTable } from '@tabler/icons-react';
import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Shape } from '../api/client.ts';
import { countOf, numbered } from '../campaign/counts.ts';
import { campaignQuery } from '../campaign/queries.ts';
import { ColumnMenu } from '../leads/column-menu.tsx';
import { useColumns } from '../leads/columns.ts';
import { ExportMenu } from '../leads/export-menu.tsx';
import { FilterBar } from '../leads/filter-bar.tsx';
import { LeadDrawer } from '../leads/lead-drawer.tsx';
import { LeadTable } from '../leads/lead-table.tsx';
import { type Lead, type ListSearch, leadsQuery, parametersOf } from '../leads/queries.ts';
import type { Labels } from '../leads/shown-value.ts';
import { useLabels } from '../leads/use-labels.ts';
import { Allowed } from '../session/roles.tsx';
import { Empty } from '../ui/empty.tsx';
import { Rows } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

const from = '/inside/campaigns/$slug/leads';

export function LeadsPage() {
  const { slug } = useParams({ from });
  const labels = useLabels(slug);
  return labels ? (
    <Leads key={slug} slug={slug} labels={labels} />
  ) : (
    <Page title="Leads">
      <Rows count={8} />
    </Page>
  );
}

function Leads({ slug, labels }: { readonly slug: string; readonly labels: Labels }) {
  const search: ListSearch = useSearch({ from });
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: campaign } = useQuery(campaignQuery(slug));
  const { shown, toggle } = useColumns(slug, labels.fields);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const query = leadsQuery(slug, search);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(query);
  const leads = data?.pages.flatMap((page) => page.data) ?? [];
  const go = (next: ListSearch) => void navigate({ to: '.', search: next });
  const { lead: openId, ...listed } = search;
  const open = (id: string | undefined) => go(id === undefined ? listed : { ...listed, lead: id });
  const narrowed = Object.keys(parametersOf(search)).some((name) => name !== 'sort');

  const saved = (lead: Lead, isNew: boolean) => {
    if (isNew) {
      open(undefined);
      void client.invalidateQueries({ queryKey: ['campaign', slug, 'leads'] });
      return;
    }
    // It stays where it was, marked, also when it no longer matches: it must not vanish under one's hands.
    setChanged((before) => new Set(before).add(lead.id));
    client.setQueryData<InfiniteData<Shape<'LeadList'>, string | undefined>>(
      query.queryKey,
      (before) =>
        before && {
          ...before,
          pages: before.pages.map((page) => ({
            ...page,
            data: page.data.map((one) => (one.id === lead.id ? lead : one)),
          })),
        },
    );
  };
  const add = (
    <Allowed to="admin">
      <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
        New lead
      </Button>
    </Allowed>
  );
  return (
    <Page
      title="Leads"
      actions={
        <>
          <ColumnMenu fields={labels.fields} shown={shown} toggle={toggle} />
          <ExportMenu slug={slug} search={search} />
          {add}
        </>
      }
    >
      <FilterBar labels={labels} search={search} onChange={go} />
      {error && leads.length === 0 ? (
        <ProblemAlert error={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Rows count={10} />
      ) : leads.length === 0 ? (
        <Empty
          icon={<IconTable size={22} />}
          title={narrowed ? 'No lead matches' : 'No lead yet'}
          action={narrowed ? undefined : add}
        >
          {narrowed ? 'Take a filter away, or change it.' : 'They come from vendors, through the API, or from you.'}
        </Empty>
      ) : (
        <>
          <LeadTable
            leads={leads}
            labels={labels}
            columns={shown}
            changed={changed}
            more={hasNextPage}
            fetchMore={() => {
              if (!isFetchingNextPage) void fetchNextPage();
            }}
            open={(lead) => open(lead.id)}
          />
          <Text size="xs" c="dimmed" role="status">
            {hasNextPage ? `The first ${leads.length.toLocaleString('en')}` : `All ${numbered(leads.length, 'lead')}`}
            {hasNextPage && !narrowed && campaign && ` of ${countOf(campaign.leads)}`}
          </Text>
        </>
      )}
      {openId !== undefined && (
        <LeadDrawer
          key={openId}
          slug={slug}
          labels={labels}
          id={openId}
          onClose={() => open(undefined)}
          saved={saved}
          erased={() => {
            open(undefined);
            void client.invalidateQueries({ queryKey: ['campaign', slug, 'leads'] });
          }}
        />
      )}
    </Page>
  );
}
