/**
 * The Lead API of one campaign, at `/v1/campaigns/{slug}`. A request's way: token → grant → permission → a stored answer →
 * document → both steps of validation → the operation's handler → answer. No step looks back; what each may refuse stands in
 * ARCHITECTURE.
 */
import express, { type Express, type Request, type Response } from 'express';
import { type Grant, grantOfToken } from '../access/grant.ts';
import type { PresentedToken } from '../access/tokens.ts';
import { baseDocument } from '../document/base.ts';
import type { OperationEntry } from '../document/openapi.ts';
import type { LeadContext } from '../leads/context.ts';
import { leadHandlers } from '../leads/handlers.ts';
import { scopeClosed } from '../leads/refusal.ts';
import { confirmToken } from '../leads/store/guard.ts';
import { bindLeadStore, type LeadStore } from '../leads/store/store.ts';
import type { WriteAllowance } from '../limits/write-allowance.ts';
import type { AnyAnswer, AnyHandler } from '../operation/handler.ts';
import { notFound, Problem, refuse } from '../problem/problem.ts';
import { createBaseJudge } from '../validation/base.ts';
import { createValidator, judgeBodyOf } from '../validation/validator.ts';
import { admit, admitAnyway } from './admission.ts';
import { acceptsJson, sendAnswer } from './answer.ts';
import { bindOperations } from './bind.ts';
import { bodyLimitOf, parseBody, readBody } from './body.ts';
import { docsAddress } from './docs-address.ts';
import { type Attempt, withFreshGrant } from './fresh-grant.ts';
import { operationAddress } from './operation-address.ts';
import type { Parts } from './parts.ts';
import { problemDocument } from './problem.ts';
import { createRepeats, type Perform, readRepeatKey } from './repeats.ts';
import type { Runtime } from './runtime.ts';

/** One request under one reading of its grant. */
interface Turn {
  readonly entry: OperationEntry;
  readonly req: Request;
  readonly res: Response;
  readonly token: PresentedToken;
  readonly grant: Grant;
  readonly store: LeadStore;
  readonly writes: WriteAllowance;
}

export function createLeadApi(runtime: Runtime, parts: Parts): Express {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const base = baseDocument('leads');
  const validate = createValidator({ base: createBaseJudge(base), compiled: parts.compiled, bodyCode: 'invalid_lead' });
  const repeats = createRepeats();

  const answer = async (turn: Turn): Promise<AnyAnswer> => {
    const { entry, req, token, grant, store } = turn;
    const { offer } = parts.publisher(grant);
    if (isWrite(entry) && !offer.writes) throw refuse('insufficient_permission', 'This token may only read.');
    if (!acceptsJson(req))
      throw refuse('not_acceptable', 'Answers are `application/json`; the `Accept` header excludes it.');
    const bytes = entry.operation.requestBody ? await bodyOf(entry, req) : undefined;
    const dryRun = isWrite(entry) && req.query.dry_run === 'true';
    const begin = () => judge(turn, bytes, dryRun);
    const repeat = isWrite(entry) && !dryRun ? readRepeatKey(req, token.id, bytes) : undefined;
    if (repeat) return repeats.answer(repeat, store, begin);
    const perform = await begin();
    return dryRun ? store.rehearse(perform) : perform(store);
  };

  /** Judges the request, and gives what carries it out. */
  const judge = async (turn: Turn, bytes: Buffer | undefined, dryRun: boolean): Promise<Perform> => {
    const { entry, req, res, token, grant, writes } = turn;
    const { operationId } = entry.operation;
    const { document, offer } = parts.publisher(grant);
    if (operationId === 'createLead' && !offer.creates) throw scopeClosed();
    if (entry.operation.requestBody) {
      if (!bytes) throw refuse('malformed_body', 'This operation needs a body.');
      req.body = parseBody(req, bytes, Object.keys(entry.operation.requestBody.content));
    }
    req.url = operationAddress(entry, req);
    const { query, body } = await validate(req, res, document, operationId, grant.campaign);
    const { slug } = grant.campaign;
    const context = {
      grant,
      offer,
      query,
      dryRun,
      writes,
      cursors: parts.cursors,
      docsUrl: docsAddress(publicUrl, token, slug),
      baseUrl: `${publicUrl}/v1/campaigns/${slug}`,
      judge: (id, other) => judgeBodyOf(parts.compiled, document, grant.campaign, id, other),
      render: (problem) => problemDocument(problem, publicUrl, String(res.getHeader('X-Request-Id') ?? '')),
    } satisfies Omit<LeadContext, 'store'>;
    const handler = leadHandlers[operationId as keyof typeof leadHandlers] as unknown as AnyHandler<LeadContext>;
    const request = { path: req.params, query, headers: namedHeaders(entry, req), body };
    const perform: Perform = (store) => handler(request, { ...context, store });
    return isWrite(entry) && !dryRun ? payFor(writes, leadsIn(body), perform) : perform;
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
        const result = await answer({ entry, req, res, token, grant, store, writes });
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

/** How many leads a request may write. */
function leadsIn(body: unknown): number {
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : undefined;
  return Array.isArray(items) ? items.length : 1;
}

/** Pays for what will be written, before a connection is taken for it, and takes it back when nothing was. */
async function payFor(writes: WriteAllowance, leads: number, perform: Perform): Promise<Perform> {
  await writes.spend(leads);
  return async (store) => {
    try {
      return await perform(store);
    } catch (error) {
      if (error instanceof Problem && error.status < 500) writes.giveBack(leads);
      throw error;
    }
  };
}

const isWrite = ({ method }: OperationEntry): boolean => method !== 'get';

/** Read once, however often the request is run. */
async function bodyOf({ operation }: OperationEntry, req: Request): Promise<Buffer | undefined> {
  const locals = req.res?.locals as { body?: { bytes: Buffer | undefined } };
  locals.body ??= { bytes: await readBody(req, bodyLimitOf(operation.operationId)) };
  return locals.body.bytes;
}

/** Header parameters under the names that the spec gives them. */
function namedHeaders({ parameters }: OperationEntry, req: Request): Record<string, string | undefined> {
  return Object.fromEntries(parameters.filter((p) => p.in === 'header').map(({ name }) => [name, req.get(name)]));
}
