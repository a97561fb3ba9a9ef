/**
 * Finds what a documentation address names: a token, one of its campaigns, and the subject of their document. All are read again
 * for each request, and the epoch confirms the campaign's definition. Throws 404 if the address names nothing.
 */
import { pinsOfScope, revisionOf, scopeOf, termsOf } from '../../access/grant.ts';
import { findByDocsId, type Token } from '../../access/tokens.ts';
import type { CampaignCache } from '../../campaign/cache.ts';
import type { Database } from '../../database/connection.ts';
import type { DocumentSubject } from '../../document/publish.ts';
import { confirmCampaign } from '../../leads/store/guard.ts';
import { notFound } from '../../problem/problem.ts';
import { withFreshGrant } from '../lead-api/fresh-grant.ts';

/** A request for the documentation of one token in one campaign. */
export interface DocsRequest {
  readonly token: Token;
  readonly subject: DocumentSubject & { readonly revision: number };
  /** Path of the page. */
  readonly base: string;
  /** For a changelog: the id of the entry before which the page starts. */
  readonly before?: string | undefined;
  /** Whether the document should include its code samples. */
  readonly samples?: boolean | undefined;
}

export interface Address {
  readonly docsId: string;
  /** Names one of a broad token's campaigns. Any other token has only one campaign, and no slug here. */
  readonly slug: string | undefined;
  readonly before?: string | undefined;
  readonly samples?: boolean | undefined;
}

export interface Answers<T> {
  readonly document: (request: DocsRequest) => Promise<T>;
  /** Makes the page at the address of a broad token itself, if there is one. */
  readonly campaigns?: ((token: Token, base: string) => Promise<T>) | undefined;
}

export function createDocsReader(db: Database, cache: CampaignCache) {
  const findToken = (docsId: string) => (/^[a-z2-7]{26}$/.test(docsId) ? findByDocsId(db, docsId) : undefined);

  const campaignOf = async (token: Token | undefined, slug: string | undefined) => {
    if (!token) return undefined;
    if (token.scope === 'account') return slug === undefined ? undefined : cache.bySlug(slug);
    return slug === undefined && token.campaignId !== null ? cache.byId(token.campaignId) : undefined;
  };

  return <T>({ docsId, slug, before, samples }: Address, answers: Answers<T>): Promise<T> =>
    withFreshGrant(async () => {
      const token = await findToken(docsId);
      const campaign = await campaignOf(token, slug);
      const scope = token && campaign && !campaign.archived && scopeOf(token, campaign);
      const base = slug === undefined ? `/docs/${docsId}` : `/docs/${docsId}/campaigns/${slug}`;
      return {
        async run(): Promise<T> {
          if (token?.scope === 'account' && slug === undefined && answers.campaigns)
            return answers.campaigns(token, base);
          if (!token || !campaign || !scope) throw notFound('page');
          const pins = pinsOfScope(campaign, scope);
          const revision = revisionOf(token, campaign);
          const subject = { campaign, permission: token.permission, scope, pins, terms: termsOf(token), revision };
          const result = await answers.document({ token, subject, base, before, samples });
          await confirmCampaign(db, campaign);
          return result;
        },
        confirm: () => (campaign ? confirmCampaign(db, campaign) : Promise.resolve()),
        forget: () => campaign && cache.forget(campaign),
      };
    });
}
