/** Whom a change would break, before it is made: by the requests that tokens have sent, said as clearly when it is nobody. */
import { Alert, Code, List, Loader, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Shape } from '../api/client.ts';
import { numbered } from './counts.ts';

export function Impact({ impact: { data, error } }: { readonly impact: UseQueryResult<Shape<'Impact'>> }) {
  // What is not whole yet cannot be tried; what is wrong with it is told when it is saved.
  if (error) return null;
  if (!data) return <Loader size="sm" role="status" aria-label="Looking whom it would break" />;
  return <ImpactOf {...data} />;
}

export function ImpactOf(impact: Shape<'Impact'>) {
  return impact.affected > 0 ? <Affected {...impact} /> : <NobodyAffected {...impact} />;
}

function NobodyAffected({ tokens }: Shape<'Impact'>) {
  const requests = tokens.reduce((sum, token) => sum + token.requests, 0);
  const words =
    tokens.length === 0
      ? 'No documentation page changes.'
      : requests === 0
        ? `The documentation pages of ${numbered(tokens.length, 'token')} change. No request of theirs was accepted in the last 7 days.`
        : `None of the last ${numbered(requests, 'accepted request')} of ${numbered(tokens.length, 'token')} would be rejected.`;
  return (
    <Alert color="teal" title="No recent request would be rejected" role="status">
      <Text size="sm">{words}</Text>
    </Alert>
  );
}

function Affected({ affected, tokens }: Shape<'Impact'>) {
  const hit = tokens.filter(({ refused }) => refused > 0);
  return (
    <Alert color="orange" title={`${numbered(affected, 'token')} would get errors`} role="status">
      <List size="sm" spacing={4}>
        {hit.map(({ token, requests, refused, reasons }) => (
          <List.Item key={token.id}>
            {token.name}: {refused} of its last {numbered(requests, 'request')} would be rejected.{' '}
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
  unknown: 'does not exist any more',
  not_allowed: 'has a value that is not offered any more',
  maximum: 'is too large',
  minimum: 'is too small',
  max_length: 'is too long',
  pattern: 'does not fit the pattern',
  type: 'has another type',
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
