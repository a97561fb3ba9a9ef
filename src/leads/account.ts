/** The operations of `openapi/account.yaml`: which campaigns a token reaches, and the document of each. */
import { type Grant, grantOfToken } from '../access/grant.ts';
import type { PresentedToken } from '../access/tokens.ts';
import type { Campaign } from '../campaign/definition.ts';
import type { Combined, CombinedForm } from '../document/combined.ts';
import type { Publisher } from '../document/publish.ts';
import type { components, operations } from '../generated/account.ts';
import type { AnswerOf, Handlers, JsonPieces } from '../operation/handler.ts';
import { notFound } from '../problem/problem.ts';

export interface AccountContext {
  readonly token: PresentedToken;
  /** The campaigns that the token reaches, by name. */
  readonly campaigns: () => Promise<readonly Pick<Campaign, 'slug' | 'name'>[]>;
  /** As this process last read it, reached or not. */
  readonly campaign: (by: { readonly slug: string } | { readonly id: string }) => Promise<Campaign | undefined>;
  /** Runs the guard: whether the campaign was as it is now. */
  readonly confirm: (grant: Grant) => Promise<void>;
  readonly publisher: Publisher;
  /** The combined document of all campaigns that the token reaches, in one of its forms. */
  readonly combined: (form: CombinedForm) => Promise<Combined & { readonly revision: number }>;
  readonly docsUrl: (slug: string) => string;
}

export const accountHandlers = {
  async listCampaigns(_request, { token, campaigns, docsUrl }) {
    const data = (await campaigns()).map(({ slug, name }): components['schemas']['CampaignLink'] => ({
      slug,
      name,
      permission: token.permission,
      docs_url: docsUrl(slug),
      openapi_url: `${docsUrl(slug)}/openapi.json`,
    }));
    return { status: 200, body: { data } };
  },

  getOpenApi: ({ query }, context) => documentIn('plain', query?.campaign, context),
  getOpenApi30: ({ query }, context) => documentIn('3.0', query?.campaign, context),
} satisfies Handlers<operations, AccountContext>;

async function documentIn(form: CombinedForm, slug: string | undefined, context: AccountContext) {
  if (slug === undefined && context.token.scope === 'account') {
    const { body, etag, revision } = await context.combined(form);
    return documentAnswer(body, etag, revision);
  }
  const campaign = await chosenCampaign(slug, context);
  const grant = campaign && grantOfToken(context.token, campaign);
  if (!grant) throw notFound('campaign');
  await context.confirm(grant);
  const { body, etag } = await context.publisher(grant).as(form);
  return documentAnswer(body, etag, grant.revision);
}

function documentAnswer(body: JsonPieces, etag: string, revision: number): AnswerOf<operations['getOpenApi']> {
  return {
    status: 200,
    headers: {
      ETag: etag,
      'Cache-Control': 'private, no-cache',
      'X-Schema-Revision': revision,
    },
    body,
  };
}

async function chosenCampaign(
  slug: string | undefined,
  { token, campaign }: AccountContext,
): Promise<Campaign | undefined> {
  if (slug !== undefined) return campaign({ slug });
  return token.campaignId === null ? undefined : campaign({ id: token.campaignId });
}
