/**
 * The answer of the two operations that return a document. Without `campaign`, an account-wide token gets the combined document
 * of all its campaigns, and a token of one campaign gets the document of that campaign. May refuse with 404.
 */
import { grantOfToken } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import type { CombinedForm } from '../../document/combined.ts';
import type { operations } from '../../generated/account.ts';
import type { AnswerOf, JsonPieces } from '../../operation/handler.ts';
import { notFound } from '../../problem/problem.ts';
import type { AccountContext } from './context.ts';

type DocumentAnswer = AnswerOf<operations['getOpenApi']>;

export async function answerDocument(
  form: CombinedForm,
  slug: string | undefined,
  context: AccountContext,
): Promise<DocumentAnswer> {
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

const documentAnswer = (body: JsonPieces, etag: string, revision: number): DocumentAnswer => ({
  status: 200,
  headers: {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'X-Schema-Revision': revision,
  },
  body,
});

async function chosenCampaign(
  slug: string | undefined,
  { token, campaign }: AccountContext,
): Promise<Campaign | undefined> {
  if (slug !== undefined) return campaign({ slug });
  return token.campaignId === null ? undefined : campaign({ id: token.campaignId });
}
