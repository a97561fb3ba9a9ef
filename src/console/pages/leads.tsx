/** The leads of a campaign. The address keeps the filters, the order and the open lead, so reload and back keep them too. */
import '@mantine/dates/styles.css';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconRefresh, IconTable } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ExportMenu } from '../leads/export-menu.tsx';
import { FilterBar } from '../leads/filter/filter-bar.tsx';
import { LeadDrawer } from '../leads/lead/lead-drawer.tsx';
import { type ListSearch, parametersOf } from '../leads/queries.ts';
import type { Labels } from '../leads/shown-value.ts';
import { ColumnMenu } from '../leads/table/column-menu.tsx';
import { useColumns } from '../leads/table/columns.ts';
import { LeadTable } from '../leads/table/lead-table.tsx';
import { useLeadList } from '../leads/table/use-lead-list.ts';
import { useTotal } from '../leads/table/use-total.ts';
import { useLabels } from '../leads/use-labels.ts';
import { Allowed } from '../session/roles.tsx';
import { Empty } from '../ui/empty.tsx';
import { Rows } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

const from = '/inside/campaigns/$slug/leads';

export function LeadsPage() {
  const { slug } = useParams({ from });
  const { labels, error, retry } = useLabels(slug);
  if (labels) return <Leads key={slug} slug={slug} labels={labels} />;
  return <Page title="Leads">{error ? <ProblemAlert error={error} retry={retry} /> : <Rows count={8} />}</Page>;
}

function Leads({ slug, labels }: { readonly slug: string; readonly labels: Labels }) {
  const search: ListSearch = useSearch({ from });
  const navigate = useNavigate();
  const columns = useColumns(slug, labels);
  const list = useLeadList(slug, search);
  const total = useTotal(slug, search);
  const go = (next: ListSearch) => void navigate({ to: '.', search: next });
  const { lead: openId, ...listed } = search;
  const open = (id: string | undefined) => go(id === undefined ? listed : { ...listed, lead: id });
  const { sort, ...filters } = parametersOf(search) as ListSearch;
  const narrowed = Object.keys(filters).length > 0;
  const add = (
    <Allowed to="admin">
      <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
        New lead
      </Button>
    </Allowed>
  );
  const emptied = (
    <Button variant="default" onClick={() => go(sort === undefined ? {} : { sort })}>
      Remove all filters
    </Button>
  );
  return (
    <Page
      title="Leads"
      actions={
        <>
          <Tooltip label="Reload">
            <ActionIcon variant="default" size={36} aria-label="Reload" onClick={() => void list.reload()}>
              <IconRefresh size={17} />
            </ActionIcon>
          </Tooltip>
          <ColumnMenu {...columns} />
          <ExportMenu slug={slug} search={search} />
          {add}
        </>
      }
    >
      <FilterBar labels={labels} search={search} onChange={go} />
      {list.error && (list.isOld || list.leads.length === 0) ? (
        <ProblemAlert error={list.error} retry={() => void list.again()} />
      ) : list.isPending ? (
        <Rows count={10} />
      ) : list.leads.length === 0 ? (
        <Empty
          icon={<IconTable size={22} />}
          title={narrowed ? 'No lead matches' : 'No lead yet'}
          action={narrowed ? emptied : add}
        >
          {narrowed
            ? 'Remove or change a filter.'
            : 'Leads come from vendors through the API, or you create them here.'}
        </Empty>
      ) : (
        <LeadTable list={list} labels={labels} columns={columns.shown} total={total} open={(lead) => open(lead.id)} />
      )}
      {openId !== undefined && (
        <LeadDrawer
          key={openId}
          slug={slug}
          labels={labels}
          id={openId}
          onClose={() => open(undefined)}
          saved={(lead, isNew) => {
            if (!isNew) return list.saved(lead);
            list.created(lead);
            open(undefined);
          }}
          erased={(id) => {
            list.erased(id);
            // The lead is erased, so its unsaved changes are dropped without a question.
            void navigate({ to: '.', search: listed, ignoreBlocker: true });
          }}
        />
      )}
    </Page>
  );
}
