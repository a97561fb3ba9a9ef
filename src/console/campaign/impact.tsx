/** Whom a change would break, before it is made: by the requests that tokens have sent, said as clearly when it is nobody. */
import { Alert, Code, List, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Shape } from '../api/client.ts';
import { numbered } from './counts.ts';
import { impactQuery, type PlannedChange } from './planned.ts';

interface ImpactProps {
  readonly slug: string;
  /** What it is the change of decides whether it is asked for at all: nothing changes, nothing is shown. */
  readonly change: PlannedChange;
}

export function Impact({ slug, change }: ImpactProps) {
  const [settled] = useDebouncedValue(change, 400);
  const { data, error } = useQuery({ ...impactQuery(slug, settled), placeholderData: keepPreviousData });
  // What is not whole yet cannot be tried; what is wrong with it is told when it is saved.
  if (error) return null;
  if (!data) return <Loader size="sm" aria-label="Looking whom it would break" />;
  return data.affected > 0 ? <Affected {...data} /> : <NobodyAffected {...data} />;
}

function NobodyAffected({ tokens }: Shape<'Impact'>) {
  const requests = tokens.reduce((sum, token) => sum + token.requests, 0);
  const words =
    tokens.length === 0
      ? 'It changes the document of no token.'
      : requests === 0
        ? `It changes the documents of ${numbered(tokens.length, 'token')}, which sent nothing that was accepted in the last 7 days.`
        : `None of the last ${numbered(requests, 'accepted request')} of ${numbered(tokens.length, 'token')} would be refused.`;
  return (
    <Alert color="teal" title="No recent request would be refused" role="status">
      <Text size="sm">{words}</Text>
    </Alert>
  );
}

function Affected({ affected, tokens }: Shape<'Impact'>) {
  const hit = tokens.filter(({ refused }) => refused > 0);
  return (
    <Alert color="orange" title={`It would refuse what ${numbered(affected, 'token')} sent`} role="status">
      <List size="sm" spacing={4}>
        {hit.map(({ token, requests, refused, reasons }) => (
          <List.Item key={token.id}>
            “{token.name}”: {refused} of its last {numbered(requests, 'accepted request')}.{' '}
            {reasons.slice(0, 3).map((reason) => (
              <Reason key={JSON.stringify(reason)} {...reason} />
            ))}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

const words: Readonly<Record<string, string>> = {
  required: 'is missing',
  unknown: 'is not known any more',
  not_allowed: 'is not offered any more',
  maximum: 'is too great',
  minimum: 'is too small',
  max_length: 'is too long',
  pattern: 'has another form',
  type: 'is of another type',
};

const wholes: Readonly<Record<string, string>> = {
  out_of_scope: 'The lead would be outside its filter',
  scope_closed: 'No lead could be created',
  duplicate_lead: 'The lead would be a duplicate',
  not_found: 'The operation is not offered any more',
};

function Reason({ pointer, parameter, code, requests }: Shape<'Reason'>) {
  const name = parameter ?? pointer?.replace(/^\/fields\//, '').replace(/^\//, '');
  if (!name) return `${wholes[code] ?? code} (${requests}). `;
  return (
    <>
      <Code>{name}</Code> {words[code] ?? `is refused as ${code}`} ({requests}).{' '}
    </>
  );
}
