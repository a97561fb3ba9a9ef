/** The audit log, by default of the last 30 days. */
import '@mantine/dates/styles.css';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AuditExport } from '../account/audit-export.tsx';
import { AuditFilters } from '../account/audit-filters.tsx';
import { AuditList } from '../account/audit-list.tsx';
import { type AuditSearch, auditQuery } from '../account/queries.ts';
import { useDates } from '../session/time.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Paged } from '../ui/paged.tsx';

export function AuditPage() {
  const search: AuditSearch = useSearch({ from: '/inside/account/audit' });
  const navigate = useNavigate();
  // Fixed while the page is open: a changing time would send a new request with each render.
  const { startOfDay } = useDates();
  const [since] = useState(() => startOfDay(-30));
  const query: AuditSearch = { from: since, ...search };
  const entries = useInfiniteQuery(auditQuery(query));
  const show = (next: AuditSearch) => void navigate({ to: '.', search: next });
  return (
    <Page
      title="Audit log"
      description="Every change, every time a secret was shown, and what members did to leads, with name and time. Nobody can edit this log."
      actions={<AuditExport search={query} />}
    >
      <AuditFilters search={query} onChange={show} />
      <Paged
        query={entries}
        rows={8}
        older="Older entries"
        empty={
          <Empty icon={<IconHistory size={22} />} title="No matching entries">
            Remove a filter, or choose an earlier day.
          </Empty>
        }
      >
        {(shown) => <AuditList entries={shown} narrow={(more) => show({ ...query, ...more })} />}
      </Paged>
    </Page>
  );
}
