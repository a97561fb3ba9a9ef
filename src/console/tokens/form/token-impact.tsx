/** The effect of a token's change on its vendor, by the token's recent requests. Shown before the change is saved. */
import { Alert, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { Shape } from '../../api/client.ts';
import { Reasons } from '../../campaign/changes/impact.tsx';
import { numbered } from '../../campaign/counts.ts';
import { type Token, type TokenChange, tokenImpactQuery } from '../queries.ts';

interface TokenImpactProps {
  readonly token: Token;
  /** Undefined if the vendor could not notice a difference. */
  readonly change: TokenChange | undefined;
}

export function TokenImpact({ token, change }: TokenImpactProps) {
  const [settled] = useDebouncedValue(change, 400);
  const preview = tokenImpactQuery(token.id, settled ?? {});
  const { data, error } = useQuery({
    ...preview,
    queryFn: settled === undefined ? skipToken : preview.queryFn,
    placeholderData: keepPreviousData,
  });
  // Mistakes in the change are shown when it is saved.
  if (change === undefined || error) return null;
  if (!data) return <Loader size="sm" role="status" aria-label="Checking the effect" />;
  return data.refused > 0 ? <Refused {...data} /> : <Accepted {...data} />;
}

function Refused({ token, requests, refused, reasons, changes }: Shape<'TokenImpact'>) {
  return (
    <Alert color="orange" title={`${token.name} would get errors`} role="status">
      <Text size="sm">
        {refused} of its last {numbered(requests, 'accepted request')} would be rejected. <Reasons all={reasons} />
        {pageWords(changes)}
      </Text>
    </Alert>
  );
}

function Accepted({ requests, changes }: Shape<'TokenImpact'>) {
  const words =
    requests === 0
      ? 'No request with it was accepted in the last 7 days.'
      : `Its last ${numbered(requests, 'accepted request')} would be accepted again.`;
  return (
    <Alert color="teal" title="No recent request would be rejected" role="status">
      <Text size="sm">
        {words} {pageWords(changes)}
      </Text>
    </Alert>
  );
}

const pageWords = (changes: Shape<'TokenImpact'>['changes']): string =>
  changes.length > 0 ? 'Its documentation page changes.' : 'Its documentation page stays the same.';
