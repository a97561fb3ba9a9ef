/**
 * Counts what a preview found for one token: how many of its last accepted requests would be refused, and why. The previews
 * themselves are in `preview-change` (the definition) and `tokens/preview-token-change`.
 */
import type { Change } from '../../document/changes/change.ts';
import { describeChanges } from '../../document/changes/sentences.ts';
import type { Past, Refusal } from '../../validation/hindsight.ts';
import type { Shape } from '../context.ts';

type TokenImpact = Shape<'TokenImpact'>;

/** `refusals`: for each request, the reasons why it would be refused; empty if it would not. */
export function impactOf(
  { id, name, state, changes }: TokenImpact['token'] & { readonly changes: readonly Change[] },
  requests: readonly Pick<Past, 'operation'>[],
  refusals: readonly (readonly Refusal[])[],
): TokenImpact {
  const reasons = new Map<string, TokenImpact['reasons'][number]>();
  for (const [i, { operation }] of requests.entries()) {
    const seen = new Set<string>();
    for (const { pointer, parameter, code } of refusals[i] ?? []) {
      const key = JSON.stringify([operation, pointer, parameter, code]);
      const counted = (reasons.get(key)?.requests ?? 0) + (seen.has(key) ? 0 : 1);
      reasons.set(key, { operation, pointer, parameter, code, requests: counted });
      seen.add(key);
    }
  }
  return {
    token: { id, name, state },
    changes: describeChanges(changes, 'now'),
    requests: requests.length,
    refused: refusals.filter((reasons) => reasons.length > 0).length,
    reasons: [...reasons.values()].toSorted((a, b) => b.requests - a.requests),
  };
}
