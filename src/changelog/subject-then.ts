/**
 * The subject of a token's document at an earlier time: the revision of the campaign, and the properties of the token at
 * that time.
 */
import { pinsOfScope, scopeOf, termsOf } from '../access/grant.ts';
import type { StandingSince } from '../access/token-settings.ts';
import type { Token } from '../access/tokens.ts';
import type { Campaign } from '../campaign/definition.ts';
import type { Revision } from '../campaign/revisions.ts';
import { campaignAt } from '../campaign/snapshot.ts';
import type { DocumentSubject } from '../document/publish.ts';

/** A token and one of the campaigns that it reaches. */
export interface Reader {
  readonly token: Token;
  readonly campaign: Campaign;
}

export function subjectThen(
  { token, campaign }: Reader,
  revision: Revision,
  standing: StandingSince,
): DocumentSubject | undefined {
  const definition = campaignAt(campaign, revision);
  const then = { ...definition, accountName: standing.accountName ?? campaign.accountName };
  const was = { ...token, ...standing };
  const scope = scopeOf(was, then);
  if (!scope) return undefined;
  const pins = pinsOfScope(then, scope);
  return { campaign: then, permission: was.permission, scope, pins, terms: termsOf(was), revision: 0 };
}
