/** The requests of one token, scoped or broad. */
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Outcome, tokenQuery } from '../tokens/queries.ts';
import { TokenRequests } from '../tokens/usage/requests.tsx';
import { Page } from '../ui/page.tsx';

export function TokenRequestsPage() {
  const from = '/inside/campaigns/$slug/tokens/$id/requests';
  const { slug, id } = useParams({ from });
  const { outcome } = useSearch({ from });
  const list = (props: object) => <Link to="/campaigns/$slug/documentation" params={{ slug }} {...props} />;
  return <RequestsPage id={id} slug={slug} outcome={outcome} list={list} />;
}

export function AccountTokenRequestsPage() {
  const from = '/inside/account/tokens/$id/requests';
  const { id } = useParams({ from });
  const { outcome } = useSearch({ from });
  const list = (props: object) => <Link to="/account/documentation" {...props} />;
  return <RequestsPage id={id} slug={undefined} outcome={outcome} list={list} />;
}

interface RequestsPageProps {
  readonly id: string;
  readonly slug: string | undefined;
  readonly outcome: Outcome | undefined;
  /** The link back to the list of tokens. */
  readonly list: (props: object) => ReactNode;
}

function RequestsPage({ id, slug, outcome, list }: RequestsPageProps) {
  const navigate = useNavigate();
  const { data: token } = useQuery(tokenQuery(id));
  return (
    <Page
      title={token ? `Requests of ${token.name}` : 'Requests'}
      description="Requests of this token in the last 7 days. Its holder can see them too. Values that were sent are not stored."
      actions={
        <Button variant="default" leftSection={<IconArrowLeft size={16} />} renderRoot={list}>
          API tokens
        </Button>
      }
    >
      <TokenRequests
        id={id}
        slug={slug}
        outcome={outcome}
        onOutcome={(next) => void navigate({ to: '.', search: next ? { outcome: next } : {} })}
      />
    </Page>
  );
}
