/** Who did what, in the last 30 days unless asked otherwise. */
import '@mantine/dates/styles.css';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AuditFilters } from '../account/audit-filters.tsx';
import { AuditList } from '../account/audit-list.tsx';
import { type AuditSearch, auditQuery } from '../account/queries.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Paged } from '../ui/paged.tsx';

const month = 30 * 24 * 60 * 60 * 1000;

export function AuditPage() {
  const search: AuditSearch = useSearch({ from: '/inside/account/audit' });
  const navigate = useNavigate();
  // Fixed while the page is open: a time that moves would ask anew with each drawing.
  const [since] = useState(() => new Date(Date.now() - month).toISOString());
  const entries = useInfiniteQuery(auditQuery({ from: since, ...search }));
  return (
    <Page
      title="Audit log"
      description="Every change and every look at a token, with who and when. Nobody can alter it."
    >
      <AuditFilters search={{ from: since, ...search }} onChange={(next) => void navigate({ to: '.', search: next })} />
      <Paged
        query={entries}
        rows={8}
        older="Older entries"
        empty={
          <Empty icon={<IconHistory size={22} />} title="Nothing of that kind">
            Take a filter away, or look further back.
          </Empty>
        }
      >
        {(shown) => <AuditList entries={shown} />}
      </Paged>
    </Page>
  );
}
