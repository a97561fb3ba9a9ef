/**
 * Shows how far the vendor has come. It asks every two seconds until there is a lead. The state is: no request yet, a
 * refused request with the reason, or the first lead with a link. A refused request is not a success, nor is a request that
 * wrote nothing.
 */
import { Anchor, Group, Loader, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { Ago } from '../../session/time.tsx';
import type { Token } from '../queries.ts';
import { RequestsLink } from '../usage/requests-link.tsx';
import { refusalWords } from './refusal-words.ts';

type Request = Shape<'TokenRequest'>;

interface Progress {
  /** The newest request that wrote a lead. */
  readonly wrote: Request | undefined;
  /** Whether an earlier request wrote a lead too, among those that are kept. */
  readonly again: boolean;
  /** The newest request, if no request wrote a lead. */
  readonly newest: Request | undefined;
}

const isRefused = ({ status, errors }: Request) => status >= 400 || errors.length > 0;

export function FirstRequest({ token }: { readonly token: Token }) {
  const writes = token.permission !== 'read';
  const isDone = ({ wrote, newest }: Progress) => Boolean(wrote || (!writes && newest && !isRefused(newest)));
  const { data } = useQuery({
    queryKey: ['first-request', token.id],
    queryFn: async ({ signal }): Promise<Progress> => {
      const list = async (query: { outcome?: 'wrote'; limit: number }) =>
        (await ask(api.GET('/tokens/{id}/requests', { params: { path: { id: token.id }, query }, signal }))).data;
      const [wrote, before] = await list({ outcome: 'wrote', limit: 2 });
      const [newest] = wrote ? [] : await list({ limit: 1 });
      return { wrote, again: before !== undefined, newest };
    },
    refetchInterval: ({ state }) => (state.data && isDone(state.data) ? false : 2000),
  });
  return (
    <Group gap="xs" role="status" wrap="nowrap">
      <State token={token} progress={data} writes={writes} />
    </Group>
  );
}

const closed: Readonly<Record<Exclude<Token['state'], 'active'>, string>> = {
  archived: 'The campaign is archived',
  expired: 'The token has expired',
  paused: 'The token is paused',
  revoked: 'The token is revoked',
};

interface StateProps {
  readonly token: Token;
  readonly progress: Progress | undefined;
  readonly writes: boolean;
}

function State({ token, progress, writes }: StateProps) {
  const { wrote, again, newest } = progress ?? {};
  if (wrote?.lead) return <Lead request={wrote} id={wrote.lead} again={again === true} />;
  if (token.state !== 'active') return <Note>{closed[token.state]}: every request is refused.</Note>;
  if (newest && isRefused(newest)) return <Refused token={token} request={newest} />;
  if (newest && !writes)
    return (
      <Done>
        A request was accepted: <Ago at={newest.at} />
      </Done>
    );
  return (
    <>
      <Loader size={14} aria-hidden />
      <Text size="sm" c="dimmed">
        {newest ? (
          <>
            A request was accepted <Ago at={newest.at} />. Waiting for the first lead…
          </>
        ) : (
          'Waiting for the first request…'
        )}
      </Text>
    </>
  );
}

interface LeadProps {
  readonly request: Request;
  readonly id: string;
  readonly again: boolean;
}

function Lead({ request: { at, campaign, status, operation }, id, again }: LeadProps) {
  const isNew = status === 201 || operation === 'writeLeads';
  return (
    <Done>
      {isNew ? `The ${again ? 'latest' : 'first'} lead has come: ` : 'A lead was changed: '}
      <Ago at={at} />{' '}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(props) => (
          <Link to="/campaigns/$slug/leads" params={{ slug: campaign }} search={{ lead: id }} {...props} />
        )}
      >
        Open the lead
      </Anchor>
    </Done>
  );
}

function Done({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <ThemeIcon size={18} radius="xl" color="teal.9" aria-hidden>
        <IconCheck size={12} />
      </ThemeIcon>
      <Text size="sm" fw={600} c="var(--good)">
        {children}
      </Text>
    </>
  );
}

function Refused({ token, request }: { readonly token: Token; readonly request: Request }) {
  const what = request.status >= 400 ? `The last request was refused (${request.status})` : 'Leads were refused';
  return (
    <Note>
      {what} <Ago at={request.at} />: {refusalWords(request)}.{' '}
      <Anchor size="sm" underline="always" renderRoot={(props) => <RequestsLink of={token} {...props} />}>
        See its requests
      </Anchor>
    </Note>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <ThemeIcon size={18} radius="xl" color="orange.9" aria-hidden>
        <IconAlertTriangle size={12} />
      </ThemeIcon>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </>
  );
}
