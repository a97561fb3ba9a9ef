/** How tokens are searched (by name, prefix, author and rights), sorted, and filtered by state. */
import { asGiven, byNumber, byText, latestFirst, type Plan, soonestFirst } from '../ui/list/find.ts';
import type { Token, UsageDay } from './queries.ts';
import { stateOf, tokenStates } from './token-state.tsx';

type Usage = ReadonlyMap<string, readonly UsageDay[]>;

/** `now`: milliseconds since 1970. */
export function tokenPlan(usage: Usage | undefined, now: number): Plan<Token> {
  const labelOf = (token: Token) => stateOf(token, usage?.get(token.id), now).label;
  const requestsOf = ({ id }: Token) =>
    (usage?.get(id) ?? []).reduce((sum, { accepted, refused }) => sum + accepted + refused, 0);
  return {
    text: ({ name, prefix, summary, created_by }) => `${name} ${prefix} ${summary} ${created_by?.name ?? ''}`,
    orders: {
      made: { label: 'Newest first', by: byNumber(({ state }) => Number(state === 'revoked')) },
      name: { label: 'Name', by: byText(({ name }) => name) },
      access: { label: 'Access', by: byText(({ summary }) => summary) },
      used: { label: 'Last used', by: latestFirst(({ last_used_at }) => last_used_at), falls: true },
      expires: { label: 'Expires', by: soonestFirst(({ expires_at }) => expires_at) },
      requests: { label: '30 days', by: usage ? byNumber((token) => -requestsOf(token)) : asGiven, falls: true },
      state: { label: 'State', by: byText(labelOf) },
    },
    states: Object.fromEntries(
      Object.entries(tokenStates).map(([name, label]) => [
        name,
        { label, is: (token: Token) => labelOf(token) === label },
      ]),
    ),
  };
}
