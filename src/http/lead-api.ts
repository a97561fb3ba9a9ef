/**
 * The Lead API of one campaign, at `/v1/campaigns/{slug}`. A request's way: token → grant → permission → document → both
 * steps of validation → the operation's handler → answer. No step looks back; what each may refuse stands in ARCHITECTURE.
 */
import express, { type Express, type Request, type Response } from 'express';
import { type Grant, grantOfToken } from '../access/grant.ts';
import type { PresentedToken } from '../access/tokens.ts';
import { baseDocument } from '../document/base.ts';
import type { OperationEntry } from '../document/openapi.ts';
import type { LeadContext } from '../leads/context.ts';
import { leadHandlers } from '../leads/handlers.ts';
import { confirmToken } from '../leads/store/guard.ts';
import { bindLeadStore } from '../leads/store/store.ts';
import type { WriteAllowance } from '../limits/write-allowance.ts';
import type { AnyAnswer, AnyHandler } from '../operation/handler.ts';
import { notFound, Problem, refuse } from '../problem/problem.ts';
import { createBaseJudge } from '../validation/base.ts';
import { createValidator } from '../validation/validator.ts';
import { admit, admitAnyway } from './admission.ts';
import { acceptsJson, sendAnswer } from './answer.ts';
import { bindOperations } from './bind.ts';
import { bodyLimitOf, readJsonBody } from './body.ts';
import { docsAddress } from './docs-address.ts';
import { type Attempt, withFreshGrant } from './fresh-grant.ts';
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
    context: Omit<LeadContext, 'query' | 'offer'>,
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
    if (!acceptsJson(req))
      throw refuse('not_acceptable', 'Answers are `application/json`; the `Accept` header excludes it.');
    if (entry.operation.requestBody) req.body ??= await readJsonBody(req, bodyLimitOf(operationId));
    if (entry.operation.requestBody && req.body === undefined)
      throw refuse('malformed_body', 'This operation needs a JSON body.');
    const { query, body } = await validate(req, res, document, operationId, grant.campaign);
    const handler = leadHandlers[operationId as keyof typeof leadHandlers] as unknown as AnyHandler<LeadContext>;
    const run = () =>
      handler({ path: req.params, query, headers: namedHeaders(req), body }, { ...context, offer, query });
    return writesOneLead(entry) && query.dry_run !== true ? payForOne(context.writes, run) : run();
  };

  /** Over its limit: told once the guard has confirmed that this is the token's limit still. */
  const refused = (token: PresentedToken, refusal: Problem): Attempt<AnyAnswer> => ({
    run: () => Promise.reject(refusal),
    confirm: () => confirmToken(db, token),
    forget: () => parts.authenticator.forget(token),
  });

  const begin = async (entry: OperationEntry, req: Request, res: Response): Promise<Attempt<AnyAnswer>> => {
    const { token, refusal } = await admit(parts, req, res);
    if (refusal) return refused(token, refusal);
    const writes = parts.limits.writesOf(token, res);
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
          { grant, store, cursors, docsUrl, writes, baseUrl: `${publicUrl}/v1/campaigns/${slug}` },
          req,
          res,
        );
        // An answer that no lead statement stands behind is told only if the grant is still the current one.
        await store.confirm();
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
    serve: async (entry, req, res) => sendAnswer(res, await withFreshGrant(() => begin(entry, req, res))),
    beforeRefusal: (req, res) => admitAnyway(db, parts, req, res),
  });
  return app;
}

/** Set by the app that this one is mounted in. */
const slugOf = (req: Request): unknown => req.res?.locals.slug;

/** A batch knows by itself how many leads it writes. */
const writesOneLead = (entry: OperationEntry): boolean =>
  isWrite(entry) && entry.operation.operationId !== 'writeLeads';

/** Pays for the lead that `run` writes, and takes it back when nothing was written. */
async function payForOne<T>(writes: WriteAllowance, run: () => Promise<T>): Promise<T> {
  await writes.spend(1);
  try {
    return await run();
  } catch (error) {
    if (error instanceof Problem && error.status < 500) writes.giveBack(1);
    throw error;
  }
}

const isWrite = ({ method }: OperationEntry): boolean => method !== 'get';

/** Header parameters under the names that the spec gives them. */
function namedHeaders(req: Request): Record<string, string | undefined> {
  return { 'If-Match': req.get('If-Match') };
}
