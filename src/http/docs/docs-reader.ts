/**
 * What a documentation address names: a token, one of its campaigns, and the subject of their document. Read anew for each
 * request, and the campaign's definition confirmed by its epoch; 404 where it names nothing.
 */
import { pinsOfScope, revisionOf, scopeOf, termsOf } from '../../access/grant.ts';
import { findByDocsId, type Token } from '../../access/tokens.ts';
import type { CampaignCache } from '../../campaign/cache.ts';
import type { Database } from '../../database/connection.ts';
import type { DocumentSubject } from '../../document/publish.ts';
import { confirmCampaign } from '../../leads/store/guard.ts';
import { notFound } from '../../problem/problem.ts';
import { withFreshGrant } from '../lead-api/fresh-grant.ts';

/** What is asked for, of one token in one campaign. */
export interface Asked {
  readonly token: Token;
  readonly subject: DocumentSubject & { readonly revision: number };
  /** Path of the page. */
  readonly base: string;
  /** Of a changelog: the entry before which a page of it begins. */
  readonly before?: string | undefined;
  /** Whether a document is to hold its code samples. */
  readonly samples?: boolean | undefined;
}

export interface Address {
  readonly docsId: string;
  /** Of one of a broad token's campaigns; any other token has its own alone. */
  readonly slug: string | undefined;
  readonly before?: string | undefined;
  readonly samples?: boolean | undefined;
}

export interface Answers<T> {
  readonly document: (asked: Asked) => Promise<T>;
  /** What a broad token's own address shows, where it shows anything. */
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
