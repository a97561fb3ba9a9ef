/** The most important thing to know about a token: its state, a state that comes soon, or a sign that something is wrong. */
import { Badge, Tooltip } from '@mantine/core';
import type { Token, UsageDay } from './queries.ts';

/** By the name of the state in the address. */
export const tokenStates = {
  active: 'Active',
  unused: 'Never used',
  refusals: 'Many refusals',
  expiring: 'Expires soon',
  nothing: 'Matches nothing',
  paused: 'Paused',
  expired: 'Expired',
  archived: 'Campaign archived',
  revoked: 'Revoked',
} as const;

interface StateBadge {
  readonly label: (typeof tokenStates)[keyof typeof tokenStates];
  readonly color: string;
  readonly advice: string;
}

const week = 7 * 24 * 60 * 60 * 1000;

/** `days`: usage of the token, today last. `now`: milliseconds since 1970. */
export function stateOf(token: Token, days: readonly UsageDay[] | undefined, now: number): StateBadge {
  const { state, expires_at, scope, filter } = token;
  if (state === 'revoked')
    return { label: 'Revoked', color: 'gray', advice: 'Requests are refused. This cannot be undone.' };
  if (state === 'expired')
    return { label: 'Expired', color: 'gray', advice: 'Change its expiry to make it work again.' };
  if (state === 'archived')
    return {
      label: 'Campaign archived',
      color: 'gray',
      advice: 'Requests are refused until you bring the campaign back.',
    };
  if (state === 'paused')
    return { label: 'Paused', color: 'orange', advice: 'Requests are refused until you resume it.' };
  if (scope === 'filter' && !filter)
    return { label: 'Matches nothing', color: 'red', advice: 'Its filter was deleted. Choose another.' };
  const lately = days?.slice(-2) ?? [];
  const accepted = lately.reduce((sum, day) => sum + day.accepted, 0);
  const refused = lately.reduce((sum, day) => sum + day.refused, 0);
  if (refused >= 10 && refused > accepted)
    return {
      label: 'Many refusals',
      color: 'red',
      advice: `${refused} of ${refused + accepted} requests since yesterday were refused.`,
    };
  if (expires_at !== null && Date.parse(expires_at) - now < week)
    return { label: 'Expires soon', color: 'orange', advice: 'Change its expiry, or send the vendor a new token.' };
  if (token.last_used_at === null) return { label: 'Never used', color: 'gray', advice: 'It has not been used yet.' };
  return { label: 'Active', color: 'teal', advice: 'Requests are accepted.' };
}

interface TokenStateProps {
  readonly token: Token;
  readonly days: readonly UsageDay[] | undefined;
  readonly now: number;
}

export function TokenState({ token, days, now }: TokenStateProps) {
  const { label, color, advice } = stateOf(token, days, now);
  return (
    <Tooltip label={advice}>
      <Badge variant="dot" color={color} size="md" tt="none" fw={600} miw="max-content">
        {label}
      </Badge>
    </Tooltip>
  );
}
