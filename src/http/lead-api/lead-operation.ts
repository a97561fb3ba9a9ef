/**
 * One request for an operation of the Lead API, under one reading of its grant: permission → a stored answer under its
 * idempotency key → both steps of validation → the operation's handler. May refuse with 403, 406, what the body and the
 * validator refuse, 429 for leads beyond the limit, and what the handler does.
 */
import type { Request, Response } from 'express';
import type { Grant } from '../../access/grant.ts';
import { baseDocument } from '../../document/base.ts';
import { jsonTwinOf } from '../../document/json-twin.ts';
import type { OperationEntry } from '../../document/openapi.ts';
import type { Feed, LeadContext } from '../../leads/context.ts';
import { leadHandlers } from '../../leads/handlers.ts';
import { type LeadTags, leadTags } from '../../leads/lead-tag.ts';
import { namesVersion } from '../../leads/preconditions.ts';
import { scopeClosed } from '../../leads/refusal.ts';
import type { LeadStore } from '../../leads/store/store.ts';
import { bodyLimitOf } from '../../limits/body-size.ts';
import { type Seat, workOf } from '../../limits/in-flight.ts';
import type { WriteAllowance } from '../../limits/write-allowance.ts';
import type { AnyAnswer, AnyHandler } from '../../operation/handler.ts';
import { Problem, refuse } from '../../problem/problem.ts';
import { createBaseJudge } from '../../validation/base.ts';
import { takenTypes } from '../../validation/compiled.ts';
import { readQuery } from '../../validation/query.ts';
import { sentQuery } from '../../validation/sent-query.ts';
import { watchToCome } from '../../validation/to-come.ts';
import { createValidator, judgeBodyOf, judgeEntryOf } from '../../validation/validator.ts';
import { mediaTypeFor } from '../answer.ts';
import { parseBody, readBody } from '../body/body.ts';
import { operationAddress } from '../operation-address.ts';
import type { Parts } from '../parts.ts';
import { problemDocument } from '../problem.ts';
import { withNotice } from './announced-headers.ts';
import { noteRefusedPart } from './logged-request.ts';
import { asForm, withFormNotice } from './old-form-address.ts';
import { takeShare } from './operation-share.ts';
import { underConditions } from './preconditions.ts';
import { createRepeats, type Perform, readRepeatKey } from './repeats.ts';
import { gatherSent } from './sent-request.ts';

/** One request under one reading of its grant. */
export interface Turn extends Pick<LeadContext, 'feed' | 'renew' | 'startedAt' | 'baseUrl' | 'docsUrl' | 'csv'> {
  readonly entry: OperationEntry;
  readonly req: Request;
  readonly res: Response;
  readonly grant: Grant;
  readonly store: LeadStore;
  readonly writes: WriteAllowance;
  readonly seat: Seat;
  /** Whether answers tell the revision that judged the request: to vendors, whose documents say so. */
  readonly tellsRevision: boolean;
}

export interface LeadOperations {
  /** What the operation answers. */
  answer(turn: Turn): Promise<AnyAnswer>;
}

/** Once for a process: tokens and members are served by the same. */
export function createLeadOperations(parts: Parts, publicUrl: string): LeadOperations {
  const base = createBaseJudge(baseDocument('leads'));
  const validate = createValidator({ base, compiled: parts.compiled, bodyCode: 'invalid_lead' });
  const repeats = createRepeats();

  /** Judges the request, and gives what carries it out. */
  const judge = async (turn: Turn, bytes: Buffer | undefined, dryRun: boolean): Promise<Perform> => {
    const { entry, req, res, grant, writes, seat } = turn;
    const { operationId } = entry.operation;
    const jsonId = jsonTwinOf(operationId) ?? operationId;
    const { document, offer, toCome } = parts.publisher(grant);
    if (jsonId === 'createLead' && !offer.creates) throw scopeClosed();
    const { requestBody } = entry.operation;
    if (requestBody) req.body = await parseBody(req, bytes, takenTypes(entry.operation), seat.turns());
    const address = () => operationAddress(entry, req);
    const {
      query,
      body,
      sent: asSent,
    } = await seat.stretch(() =>
      validate(req, res, document, operationId, { campaign: grant.campaign, address, turns: seat.turns() }),
    );
    const watched = { document, campaign: grant.campaign };
    const watch = watchToCome(parts.compiled, watched, grant.actor.kind === 'token' ? toCome : []);
    watch.request(jsonId, query, asSent);
    const sent = gatherSent(grant, parts.requests);
    const context = {
      ...contextOf(turn),
      offer,
      query,
      dryRun,
      wrote: sent.wrote,
      touches: watch.write,
      judge: (id, other) => judgeBodyOf(parts.compiled, document, grant.campaign, id, other),
      judgeEntry: (entry) => judgeEntryOf(parts.compiled, document, grant.campaign, operationId, entry),
    } satisfies Omit<LeadContext, 'store'>;
    const handler = leadHandlers[operationId as keyof typeof leadHandlers] as unknown as AnyHandler<LeadContext>;
    const request = { path: req.params, query, headers: namedHeaders(entry, req), body };
    const perform: Perform = async (store) => {
      const answer = await handler(request, { ...context, store });
      if (!dryRun) sent.keep(res, query);
      const touched = await watch.touched((rule, leads) => store.wouldRefuse(rule, leads));
      return touched ? withNotice(answer, touched, turn.docsUrl) : answer;
    };
    return isWrite(entry) ? payFor(writes, leadsIn(body), perform) : perform;
  };

  const contextOf = ({ entry, req, res, store: _store, ...turn }: Turn) => ({
    ...turn,
    cursors: parts.cursors,
    tags: tagsOf({ grant: turn.grant, res }),
    mediaType: mediaTypeFor(entry, req),
    writeRequests: () => parts.requests.flush(),
    refusedPart: (pointer: string, problem: Problem) => noteRefusedPart(res, pointer, problem),
    render: renderFor(res),
  });

  const renderFor = (res: Response) => (problem: Problem) =>
    problemDocument(problem, publicUrl, String(res.getHeader('X-Request-Id') ?? ''));

  const carryOut = async (turn: Turn): Promise<AnyAnswer> => {
    const { entry, req, res, grant, store, seat } = turn;
    const { offer } = parts.publisher(grant);
    if (turn.tellsRevision) res.setHeader(revisionHeader, grant.revision);
    if (isWrite(entry) && !offer.writes) throw refuse('insufficient_permission', 'This token may only read.');
    const dryRun = isWrite(entry) && readQuery(sentQuery(req).values, entry.parameters).values.dry_run === true;
    mediaTypeFor(entry, req);
    const bytes = entry.operation.requestBody ? await bodyOf(turn) : undefined;
    if (bytes) await seat.work(workOf(bytes.length));
    else await takeShare(seat, entry, req);
    const begin = () => judge(turn, bytes, dryRun);
    const repeat = isWrite(entry) && !dryRun ? readRepeatKey(req, grant.actor.id, bytes) : undefined;
    // What is kept for a repeat tells the revision of its time.
    const kept = async () => (turn.tellsRevision ? withRevision(await begin(), grant) : begin());
    if (repeat) return repeats.answer(repeat, store, kept, { render: renderFor(res), tags: tagsOf(turn) });
    const perform = await begin();
    return dryRun ? store.rehearse(perform) : perform(store);
  };

  return {
    async answer(sent) {
      const turn = asForm(sent);
      const answer = withCodedTag(await carryOut(turn), tagsOf(turn));
      if (turn !== sent) return withFormNotice(answer, turn);
      return isWrite(turn.entry) ? answer : underConditions(turn.req, answer, namesVersion);
    },
  };
}

/** The revision of the document that judged the request, on whatever it is answered. */
export const revisionHeader = 'X-Schema-Revision';

const tagsOf = ({ grant, res }: Pick<Turn, 'grant' | 'res'>): LeadTags =>
  leadTags(grant.revision, res.locals.acceptsCodings as string | undefined);

/** What is kept for a repeat has the tag without a coding: the repeat may accept another. */
function withCodedTag(answer: AnyAnswer, { coded }: LeadTags): AnyAnswer {
  const tag = answer.headers?.ETag;
  return typeof tag === 'string' ? { ...answer, headers: { ...answer.headers, ETag: coded(tag) } } : answer;
}

function withRevision(perform: Perform, { revision }: Grant): Perform {
  return async (store) => {
    const answer = await perform(store);
    return { ...answer, headers: { ...answer.headers, [revisionHeader]: revision } };
  };
}

/** What a poll of the change feed has beside the store. */
export function feedFor(parts: Parts, res: Response): Feed {
  return {
    number: parts.number,
    share: parts.share,
    listen(campaignId) {
      parts.notifications.listen();
      return parts.waits.listen(campaignId);
    },
    isOver: () => parts.waits.released() || res.closed,
  };
}

export const isWrite = ({ method }: OperationEntry): boolean => method !== 'get';

/** Gives a request its body, where no client sends it. */
export function giveBody(res: Response, bytes: Buffer | undefined): void {
  res.locals.body = { bytes };
}

/** Read once, however often the request is run. */
async function bodyOf({ entry: { operation }, req, res, seat }: Turn): Promise<Buffer | undefined> {
  const locals = res.locals as { body?: { bytes: Buffer | undefined } };
  locals.body ??= { bytes: await readBody(req, bodyLimitOf(operation.operationId), seat) };
  return locals.body.bytes;
}

/** How many leads a request may write. */
function leadsIn(body: unknown): number {
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : undefined;
  return Array.isArray(items) ? items.length : 1;
}

/**
 * Pays for what will be written, before a connection is taken for it, and takes it back when nothing was. A dry run costs
 * what a write costs, and so does a batch that was carried out and then refused as a whole.
 */
async function payFor(writes: WriteAllowance, leads: number, perform: Perform): Promise<Perform> {
  await writes.spend(leads);
  return async (store) => {
    try {
      return await perform(store);
    } catch (error) {
      if (error instanceof Problem && error.status < 500 && error.code !== 'batch_refused') writes.giveBack(leads);
      throw error;
    }
  };
}

/** Header parameters under the names that the spec gives them. */
function namedHeaders({ parameters }: OperationEntry, req: Request): Record<string, string | undefined> {
  return Object.fromEntries(parameters.filter((p) => p.in === 'header').map(({ name }) => [name, req.get(name)]));
}
