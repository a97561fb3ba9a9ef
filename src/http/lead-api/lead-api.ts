/**
 * The Lead API of one campaign, at `/v1/campaigns/{slug}`. A request's way: token and its limits → grant → the operation
 * (`lead-operation`) → response. No step looks back. ARCHITECTURE lists what each step may refuse.
 */

import type { Request, RequestHandler, Response } from 'express';
import { grantOfToken } from '../../access/grant.ts';
import type { PresentedToken } from '../../access/tokens.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { baseDocument } from '../../document/base.ts';
import type { OpenApiDocument, OperationEntry } from '../../document/openapi.ts';
import { bindLeadStore } from '../../leads/store/store.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { notFound, type Problem } from '../../problem/problem.ts';
import { sendFrom } from '../answer.ts';
import { operationsAt } from '../bind.ts';
import { docsAddress } from '../docs/docs-address.ts';
import { removeHeader } from '../gathered-headers.ts';
import type { Parts } from '../parts.ts';
import type { Runtime } from '../process/runtime.ts';
import { stateOf } from '../request-state.ts';
import { admit, authorizationsOf } from './admission.ts';
import { type Attempt, withFreshGrant } from './fresh-grant.ts';
import { feedFor, isWrite, type LeadOperations, revisionHeader } from './lead-operation.ts';

export interface LeadApi {
  /** Answers each request whose address is below `/v1/campaigns/{slug}`. */
  readonly handle: RequestHandler;
  /** The answer of an operation of the base document to a token's request. Runs every step except sending. */
  answer(entry: OperationEntry, req: Request, res: Response): Promise<AnyAnswer>;
  /**
   * Admits the request and returns its token's document, or `undefined` if the token does not reach the campaign. Throws 401,
   * 429.
   */
  documentFor(req: Request, res: Response): Promise<OpenApiDocument | undefined>;
}

export function createLeadApi(runtime: Runtime, parts: Parts, operations: LeadOperations): LeadApi {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const base = baseDocument('leads');
  const { answer } = operations;

  const renew = async (req: Request, old: PresentedToken, known: Campaign) => {
    parts.authenticator.forget(old);
    parts.campaigns.forget(known);
    const token = await parts.authenticator.authenticate(authorizationsOf(req), req.socket);
    const campaign = await parts.campaigns.byId(known.id);
    const grant = campaign && grantOfToken(token, campaign);
    if (!grant) throw notFound('campaign');
    return { grant, store: bindLeadStore(db, grant) };
  };

  /**
   * A request over its token's limit. The client gets the refusal after the guard has confirmed that this is still the
   * token's limit.
   */
  const refused = (token: PresentedToken, refusal: Problem): Attempt<AnyAnswer> => ({
    run: () => Promise.reject(refusal),
    confirm: () => parts.confirmToken(token),
    forget: () => parts.authenticator.forget(token),
  });

  const begin = async (
    entry: OperationEntry,
    req: Request,
    res: Response,
    startedAt: number,
  ): Promise<Attempt<AnyAnswer>> => {
    // A previous attempt may have set this header from a grant that is no longer valid.
    removeHeader(res, revisionHeader);
    const admitted = await admit(parts, req, res);
    const { token } = admitted;
    if (admitted.refusal) return refused(token, admitted.refusal);
    const { seat } = admitted;
    const writes = parts.limits.writesOf(token, res);
    const campaign = await parts.campaigns.bySlug(slugOf(res));
    const grant = campaign && grantOfToken(token, campaign);
    const store = grant && bindLeadStore(db, grant);
    stateOf(res).grant = grant;
    return {
      async run() {
        if (!grant || !store) throw notFound('campaign');
        const { slug } = grant.campaign;
        const result = await answer({
          entry,
          req,
          res,
          grant,
          store,
          writes,
          seat,
          tellsRevision: true,
          startedAt,
          feed: feedFor(parts, res),
          renew: () => renew(req, token, grant.campaign),
          docsUrl: docsAddress(publicUrl, token, slug),
          baseUrl: `${publicUrl}/v1/campaigns/${slug}`,
        });
        // An answer may come without a lead statement. It is sent only if the grant is still current.
        await store.confirm();
        if (isWrite(entry)) parts.notifications.tell(grant.campaign.id);
        return result;
      },
      // Limits belong to the token, not to the campaign. Requests over a limit can be many, so their confirmations share a
      // statement.
      confirm: ({ status }) => (store && status !== 429 ? store.confirm() : parts.confirmToken(token)),
      forget() {
        parts.authenticator.forget(token);
        if (campaign) parts.campaigns.forget(campaign);
      },
    };
  };

  /** The token's document, so that a refusal names no method that the document does not have. */
  const documentFor = async (req: Request, res: Response): Promise<Attempt<OpenApiDocument | undefined>> => {
    const { token, refusal } = await admit(parts, req, res);
    const campaign = await parts.campaigns.bySlug(slugOf(res));
    const grant = campaign && grantOfToken(token, campaign);
    stateOf(res).grant = grant;
    const confirm = () => (grant ? bindLeadStore(db, grant).confirm() : parts.confirmToken(token));
    return {
      async run() {
        if (refusal) throw refusal;
        await confirm();
        return grant && parts.publisher(grant).document;
      },
      confirm,
      forget() {
        parts.authenticator.forget(token);
        if (campaign) parts.campaigns.forget(campaign);
      },
    };
  };

  const answerTo = (entry: OperationEntry, req: Request, res: Response) => {
    const startedAt = performance.now();
    stateOf(res).operation = entry.operation.operationId;
    return withFreshGrant(() => begin(entry, req, res, startedAt));
  };
  const offeredTo = (req: Request, res: Response) => withFreshGrant(() => documentFor(req, res));

  const serveAt = operationsAt({
    document: base,
    prefix: '/v1/campaigns/{slug}',
    serve: (entry, req, res) => sendFrom(res, () => answerTo(entry, req, res)),
    optionsByToken: true,
    beforeRefusal: offeredTo,
  });
  const handle: RequestHandler = (req, res, next) => {
    const { path } = req;
    const [start, slug] = address.exec(path) ?? [];
    if (start === undefined || slug === undefined) return next();
    stateOf(res).slug = decodeURIComponent(slug);
    serveAt(path.slice(start.length) || '/', req, res).catch(next);
  };
  return { handle, answer: answerTo, documentFor: offeredTo };
}

/** The beginning of each address. Not a path of the router, which would change `req.url` and restore it for each request. */
const address = /^\/v1\/campaigns\/([^/]+)/i;

/** `handle` has set the slug. */
const slugOf = (res: Response): string => stateOf(res).slug ?? '';
