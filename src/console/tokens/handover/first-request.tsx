/**
 * How far the vendor has come, asked every two seconds until a request was accepted: nothing yet; a refused request, with what was
 * wrong; or the first one that was accepted, with a link to the leads. A refused request is no success.
 */
import { Anchor, Group, Loader, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask, type Shape } from '../../api/client.ts';
import { Ago } from '../../session/time.tsx';
import type { Token } from '../queries.ts';

type Request = Shape<'TokenRequest'>;

const creating = ['createLead', 'upsertLead', 'writeLeads', 'submitLeadForm'];

export function FirstRequest({ token }: { readonly token: Token }) {
  const { data } = useQuery({
    queryKey: ['first-request', token.id],
    queryFn: async ({ signal }) => {
      const newest = async (outcome: 'accepted' | 'refused') => {
        const params = { path: { id: token.id }, query: { outcome, limit: 1 } };
        return (await ask(api.GET('/tokens/{id}/requests', { params, signal }))).data[0];
      };
      const accepted = await newest('accepted');
      return { accepted, refused: accepted ? undefined : await newest('refused') };
    },
    refetchInterval: ({ state }) => (state.data?.accepted ? false : 2000),
  });
  return (
    <Group gap="xs" role="status">
      {data?.accepted ? (
        <Accepted token={token} request={data.accepted} />
      ) : data?.refused ? (
        <Refused request={data.refused} />
      ) : (
        <>
          <Loader size={14} aria-hidden />
          <Text size="sm" c="dimmed">
            Waiting for the first request…
          </Text>
        </>
      )}
    </Group>
  );
}

function Accepted({ token, request }: { readonly token: Token; readonly request: Request }) {
  const slug = token.campaign;
  const isLead = creating.includes(request.operation ?? '');
  return (
    <>
      <ThemeIcon size={18} radius="xl" color="teal.9" aria-hidden>
        <IconCheck size={12} />
      </ThemeIcon>
      <Text size="sm" fw={600} c="var(--good)">
        {isLead ? 'The first lead has come: ' : 'The first request was accepted: '}
        <Ago at={request.at} />
      </Text>
      {isLead && slug !== null && (
        <Anchor size="sm" renderRoot={(props) => <Link to="/campaigns/$slug/leads" params={{ slug }} {...props} />}>
          See the leads
        </Anchor>
      )}
    </>
  );
}

function Refused({ request }: { readonly request: Request }) {
  const reasons = request.errors.map(({ pointer, parameter, code }) => {
    const name = parameter ?? pointer?.replace(/^\/(fields\/)?/, '');
    // A name that is not in the document is not kept: it could be a value.
    const shown = name?.endsWith('*') ? 'a field name' : name || 'the whole body';
    return `${shown}: ${code.replaceAll('_', ' ')}`;
  });
  return (
    <>
      <ThemeIcon size={18} radius="xl" color="orange.9" aria-hidden>
        <IconAlertTriangle size={12} />
      </ThemeIcon>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        A request was refused ({request.status}) <Ago at={request.at} />:{' '}
        {reasons.length > 0 ? reasons.join('; ') : (request.code?.replaceAll('_', ' ') ?? 'no such address')}. Waiting
        for the next one.
      </Text>
    </>
  );
}
