/**
 * The vendors that a change would break, found by their recent requests. Shown before the change is made, also if no vendor
 * is affected.
 */
import { Alert, Code, List, Loader, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Shape } from '../../api/client.ts';
import { numbered } from '../counts.ts';

export function Impact({ impact: { data, error } }: { readonly impact: UseQueryResult<Shape<'Impact'>> }) {
  // An incomplete change cannot be tried. Its mistakes are shown when it is saved.
  if (error) return null;
  if (!data) return <Loader size="sm" role="status" aria-label="Checking which vendors are affected" />;
  return <ImpactOf {...data} />;
}

export function ImpactOf(impact: Shape<'Impact'>) {
  return impact.affected > 0 ? <Affected {...impact} /> : <NobodyAffected {...impact} />;
}

function NobodyAffected({ tokens }: Shape<'Impact'>) {
  return (
    <Alert
      color="teal"
      title={breaks(tokens) ? 'No recent request would be rejected' : 'No vendor is affected'}
      role="status"
    >
      <Text size="sm">{unaffectedWords(tokens)}</Text>
    </Alert>
  );
}

/** No recent request would be refused, but vendors could until now send something that the change refuses. */
const breaks = (tokens: Shape<'Impact'>['tokens']): boolean =>
  tokens.some(({ changes }) => changes.some((change) => change.class === 'breaking'));

function unaffectedWords(tokens: Shape<'Impact'>['tokens']): string {
  const requests = tokens.reduce((sum, token) => sum + token.requests, 0);
  if (tokens.length === 0) return 'No documentation page changes.';
  const pages = `${numbered(tokens.length, 'documentation page')} ${tokens.length === 1 ? 'changes' : 'change'}`;
  if (requests > 0) return `${pages}. ${numbered(requests, 'recent request')} would be accepted as before.`;
  const who =
    tokens.length === 1
      ? 'the vendor has not'
      : tokens.length === 2
        ? 'neither vendor has'
        : 'none of their vendors has';
  return `${pages}; ${who} sent a lead in the last 7 days.`;
}

function Affected({ affected, tokens }: Shape<'Impact'>) {
  const hit = tokens.filter(({ refused }) => refused > 0);
  return (
    <Alert color="orange" title={`${numbered(affected, 'vendor')} would get errors`} role="status">
      <List size="sm" spacing={4}>
        {hit.map(({ token, requests, refused, reasons }) => (
          <List.Item key={token.id}>
            {token.name}: {refused} of its last {numbered(requests, 'request')} would be rejected.{' '}
            <Reasons all={reasons} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Only the first three reasons, whichever operations they come from. These show what breaks. */
export function Reasons({ all }: { readonly all: readonly Shape<'Reason'>[] }) {
  const merged = new Map<string, Shape<'Reason'>>();
  for (const reason of all) {
    const key = JSON.stringify([reason.pointer, reason.parameter, reason.code]);
    merged.set(key, { ...reason, requests: reason.requests + (merged.get(key)?.requests ?? 0) });
  }
  return [...merged].slice(0, 3).map(([key, reason]) => <Reason key={key} {...reason} />);
}

const words: Readonly<Record<string, string>> = {
  required: 'is missing',
  unknown: 'no longer exists',
  not_allowed: 'has a value that is no longer offered',
  pinned: 'does not have the value that the filter fixes',
  maximum: 'is too large',
  minimum: 'is too small',
  max_length: 'is too long',
  pattern: 'does not match the pattern',
  format: 'is not in the right form',
  type: 'has another type',
};

const wholes: Readonly<Record<string, string>> = {
  out_of_scope: 'The lead would be outside its filter',
  scope_closed: 'No lead could be created',
  duplicate_lead: 'The lead would be a duplicate',
  not_found: 'The operation is no longer offered',
  insufficient_permission: 'The token could only read',
  invalid_token: 'The token would not be accepted',
  rate_limited: 'The token would be over its limit',
};

function Reason({ pointer, parameter, code, requests }: Shape<'Reason'>) {
  const name = parameter ?? pointer?.replace(/^\/fields\//, '').replace(/^\//, '');
  if (!name) return `${wholes[code] ?? 'The request would be rejected'} (${requests}). `;
  return (
    <>
      <Code>{name}</Code> {words[code] ?? 'would be rejected'} ({requests}).{' '}
    </>
  );
}
