/**
 * The Lead API of one campaign, at `/v1/campaigns/{slug}`. A request's way: token → grant → permission → document → both
 * steps of validation → the operation's handler → answer. No step looks back; what each may refuse stands in ARCHITECTURE.
 */
import express, { type Express, type Request, type Response } from 'express';
import { type Grant, grantOfToken } from '../access/grant.ts';
import type { PresentedToken } from '../access/tokens.ts';
import type { Campaign } from '../campaign/definition.ts';
import { baseDocument } from '../document/base.ts';
import type { OperationEntry } from '../document/openapi.ts';
import type { Feed, LeadContext } from '../leads/context.ts';
import { leadHandlers } from '../leads/handlers.ts';
import { confirmToken } from '../leads/store/guard.ts';
import { bindLeadStore } from '../leads/store/store.ts';
import type { AnyAnswer, AnyHandler } from '../operation/handler.ts';
import { notFound, refuse } from '../problem/problem.ts';
import { createBaseJudge } from '../validation/base.ts';
import { createValidator } from '../validation/validator.ts';
import { acceptedType, sendAnswer } from './answer.ts';
import { bindOperations } from './bind.ts';
import { readJsonBody } from './body.ts';
import { docsAddress } from './docs-address.ts';
import { authenticateAnew, withFreshGrant } from './fresh-grant.ts';
import type { Parts } from './parts.ts';
import type { Runtime } from './runtime.ts';

export function createLeadApi(runtime: Runtime, parts: Parts): Express {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const base = baseDocument('leads');
  const validate = createValidator({ base: createBaseJudge(base), compiled: parts.compiled, bodyCode: 'invalid_lead' });

  const answer = async (
    entry: OperationEntry,
    grant: Grant,
    context: Omit<LeadContext, 'query' | 'offer' | 'mediaType'>,
    req: Request,
    res: Response,
  ): Promise<AnyAnswer> => {
    const { operationId } = entry.operation;
    const { document, offer } = parts.publisher(grant);
    if (isWrite(entry) && !offer.writes) throw refuse('insufficient_permission', 'This token may only read.');
    if (operationId === 'createLead' && !offer.creates) {
      throw refuse(
        'scope_closed',
        'New leads cannot be created with this token: its filter asks for something that the campaign no longer offers.',
      );
    }
    const mediaType = mediaTypeFor(entry, req);
    if (entry.operation.requestBody) req.body ??= await readJsonBody(req);
    if (entry.operation.requestBody && req.body === undefined)
      throw refuse('malformed_body', 'This operation needs a JSON body.');
    const { query, body } = await validate(req, res, document, operationId, grant.campaign);
    const handler = leadHandlers[operationId as keyof typeof leadHandlers] as unknown as AnyHandler<LeadContext>;
    return handler(
      { path: req.params, query, headers: namedHeaders(req), body },
      { ...context, offer, query, mediaType },
    );
  };

  const feedFor = (res: Response): Feed => ({
    number: parts.number,
    listen(campaignId) {
      parts.notifications.listen();
      return parts.waits.listen(campaignId);
    },
    isOver: () => parts.waits.released() || res.closed,
  });

  const renew = async (req: Request, old: PresentedToken, known: Campaign) => {
    parts.authenticator.forget(old);
    parts.campaigns.forget(known);
    const token = await parts.authenticator.authenticate(req.headersDistinct.authorization);
    const campaign = await parts.campaigns.byId(known.id);
    const grant = campaign && grantOfToken(token, campaign);
    if (!grant) throw notFound('campaign');
    return { grant, store: bindLeadStore(db, grant) };
  };

  const begin = async (entry: OperationEntry, req: Request, res: Response, startedAt: number) => {
    const token = await parts.authenticator.authenticate(req.headersDistinct.authorization);
    res.locals.token = token;
    const campaign = await parts.campaigns.bySlug(String(slugOf(req)));
    const grant = campaign && grantOfToken(token, campaign);
    const store = grant && bindLeadStore(db, grant);
    return {
      async run() {
        if (!grant || !store) throw notFound('campaign');
        const { slug } = grant.campaign;
        const { cursors } = parts;
        const docsUrl = docsAddress(publicUrl, token, slug);
        const result = await answer(
          entry,
          grant,
          {
            grant,
            store,
            cursors,
            docsUrl,
            baseUrl: `${publicUrl}/v1/campaigns/${slug}`,
            feed: feedFor(res),
            startedAt,
            renew: () => renew(req, token, grant.campaign),
          },
          req,
          res,
        );
        // An answer that no lead statement stands behind is told only if the grant is still the current one.
        await store.confirm();
        if (isWrite(entry)) parts.notifications.tell(grant.campaign.id);
        return result;
      },
      confirm: () => (store ? store.confirm() : confirmToken(db, token)),
      forget() {
        parts.authenticator.forget(token);
        if (campaign) parts.campaigns.forget(campaign);
      },
    };
  };

  const app = express();
  app.disable('x-powered-by').disable('etag');
  bindOperations({
    app,
    document: base,
    prefix: '/v1/campaigns/{slug}',
    async serve(entry, req, res) {
      const startedAt = performance.now();
      await sendAnswer(res, await withFreshGrant(() => begin(entry, req, res, startedAt)));
    },
    beforeRefusal: (req) => authenticateAnew(parts, req, (token) => confirmToken(db, token)),
  });
  return app;
}

/** Set by the app that this one is mounted in. */
const slugOf = (req: Request): unknown => req.res?.locals.slug;

/** The media type of the answer: the first that the operation has and the client takes. */
function mediaTypeFor({ operation: { responses } }: OperationEntry, req: Request): string {
  const { content = {} } = (responses['200'] ?? responses['201'] ?? {}) as {
    content?: Readonly<Record<string, unknown>>;
  };
  const types = Object.keys(content).length > 0 ? Object.keys(content) : ['application/json'];
  const type = acceptedType(req, types);
  if (type !== undefined) return type;
  const told = types.map((each) => `\`${each}\``).join(' or ');
  throw refuse(
    'not_acceptable',
    `Answers are ${told}; the \`Accept\` header excludes ${types.length > 1 ? 'both' : 'it'}.`,
  );
}

const isWrite = ({ method }: OperationEntry): boolean => method !== 'get';

/** Header parameters under the names that the spec gives them. */
function namedHeaders(req: Request): Record<string, string | undefined> {
  return { 'If-Match': req.get('If-Match') };
}
