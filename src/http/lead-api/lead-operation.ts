/**
 * One attempt of a request for an operation of the Lead API, with its grant as it was read once. `answer` is its way, from top
 * to bottom. Each step names the statuses that it may refuse with; the handler's own come last.
 */

import type { Request, Response } from 'express';
import type { Grant } from '../../access/grant.ts';
import { baseDocument } from '../../document/base.ts';
import { jsonTwinOf } from '../../document/json-twin.ts';
import type { Offer } from '../../document/offer.ts';
import type { OperationEntry } from '../../document/openapi.ts';
import type { PublicDocument } from '../../document/publish.ts';
import type { Feed, LeadContext } from '../../leads/context.ts';
import { leadHandlers } from '../../leads/handlers.ts';
import { type LeadTags, leadTags } from '../../leads/lead-tag.ts';
import { namesVersion } from '../../leads/preconditions.ts';
import { scopeClosed } from '../../leads/refusal.ts';
import type { LeadStore } from '../../leads/store/store.ts';
import { bodyLimitOf } from '../../limits/body-size.ts';
import type { Seat } from '../../limits/in-flight.ts';
import type { WriteAllowance } from '../../limits/write-allowance.ts';
import { type AnyAnswer, handlerOf } from '../../operation/handler.ts';
import { Problem, refuse } from '../../problem/problem.ts';
import { createBaseJudge } from '../../validation/base.ts';
import { takenTypes } from '../../validation/compiled.ts';
import { readQuery } from '../../validation/query.ts';
import { sentQuery } from '../../validation/sent-query.ts';
import { watchToCome } from '../../validation/to-come.ts';
import { createValidator, type Judged, judgeBodyOf, judgeEntryOf } from '../../validation/validator.ts';
import { mediaTypeFor } from '../answer.ts';
import { parseBody, readBody } from '../body/body.ts';
import { setHeader } from '../gathered-headers.ts';
import { operationAddress } from '../operation-address.ts';
import type { Parts } from '../parts.ts';
import { problemDocument } from '../problem.ts';
import { stateOf } from '../request-state.ts';
import { withNotice } from './announced-headers.ts';
import { noteRefusedItem } from './logged-request.ts';
import { asForm, withFormNotice } from './old-form-address.ts';
import { sharesWrite, takeShare, workOfBody } from './operation-share.ts';
import { underConditions } from './preconditions.ts';
import { createRepeats, type Perform, readRepeatKey } from './repeats.ts';
import { gatherSent } from './sent-request.ts';

/** One request under one reading of its grant. */
export interface GrantedRequest
  extends Pick<LeadContext, 'feed' | 'renew' | 'startedAt' | 'baseUrl' | 'docsUrl' | 'csv'> {
  readonly entry: OperationEntry;
  readonly req: Request;
  readonly res: Response;
  readonly grant: Grant;
  readonly store: LeadStore;
  readonly writes: WriteAllowance;
  readonly seat: Seat;
  /** Whether responses state the revision that judged the request. They do for vendors, whose documents promise it. */
  readonly tellsRevision: boolean;
}

export interface LeadOperations {
  /** The operation's answer. */
  answer(granted: GrantedRequest): Promise<AnyAnswer>;
}

/** Created once for a process: requests of tokens and of members take the same way. */
export function createLeadOperations(parts: Parts, publicUrl: string): LeadOperations {
  const base = createBaseJudge(baseDocument('leads'));
  const validate = createValidator({ base, compiled: parts.compiled, bodyCode: 'invalid_lead' });
  const repeats = createRepeats();

  return {
    async answer(original) {
      // 1. A form that was sent to an address for JSON belongs to the operation that takes forms. The revision is set on the
      //    response at once, so that a refusal has it too; `withRevision` adds it to an answer that is stored.
      const { granted, isOldAddress } = asForm(original);
      const { entry, req, res, grant, store } = granted;
      if (granted.tellsRevision) setHeader(res, revisionHeader, String(grant.revision));

      // 2. Refuse a write that the grant does not permit (403), and an answer that the client does not accept (406).
      const published = parts.publisher(grant);
      refuseWriteIfReadOnly(entry, published.offer);
      const mediaType = mediaTypeFor(entry, req);

      // 3. Read the body (400, 408, 413, 415), and wait for a share of the process (429).
      const dryRun = isDryRun(entry, req);
      const shares = sharesWrite(entry, grant, dryRun);
      const bytes = await takeBodyAndShare(granted, shares);

      // 4. A write that was made before, with the same idempotency key, gets its stored answer (404, 409, 410, 422).
      const rendering = { render: renderFor(res), tags: tagsOf(granted) };
      const repeat = isWrite(entry) && !dryRun ? readRepeatKey(req, grant.actor.id, bytes) : undefined;
      const key = repeat && (await repeats.enter(repeat));
      try {
        const kept = await key?.recall(store, rendering);
        if (kept) return finish(granted, isOldAddress, kept);

        // 5. Parse the body, and validate the request by the document that the vendor reads (400, 403, 413, 415, 422).
        const request = await validated(granted, published, bytes);

        // 6. Count its leads against the write limit (429), and run the operation's handler. With a key it runs at most once, and
        //    its answer is stored. `finish` completes the answer (304, 412).
        const handle = handlerFor(granted, published, request, { mediaType, dryRun });
        const perform = isWrite(entry) ? await payFor(granted.writes, leadsIn(request.body), handle) : handle;
        if (dryRun) return finish(granted, isOldAddress, await store.rehearse(perform));
        const answer = key ? key.once(store, withRevision(granted, perform), rendering, shares) : perform(store);
        return finish(granted, isOldAddress, await answer);
      } finally {
        key?.leave();
      }
    },
  };

  /** The query and the body as the document reads them. Throws 403 `scope_closed`, and everything that `parseBody` and `validate` throw. */
  async function validated(
    { entry, req, res, grant, seat }: GrantedRequest,
    published: PublicDocument,
    bytes: Buffer | undefined,
  ) {
    const { operation } = entry;
    if (jsonIdOf(entry) === 'createLead' && !published.offer.creates) throw scopeClosed();
    const turns = seat.turns();
    const body = operation.requestBody && (await parseBody(req, bytes, takenTypes(operation), turns));
    const address = () => operationAddress(entry, req);
    const judgedBy = { document: published.document, campaign: grant.campaign, turns };
    return seat.stretch(() =>
      validate({ req, res, body, address }, { ...judgedBy, operationId: operation.operationId }),
    );
  }

  /**
   * Returns the handler with its request and its context, ready to run on a store. If an announced change would affect the request,
   * the answer gets a notice.
   */
  function handlerFor(
    granted: GrantedRequest,
    published: PublicDocument,
    judged: Judged,
    { mediaType, dryRun }: AnswerOptions,
  ): Perform {
    const { entry, req, res, grant } = granted;
    const { operationId } = entry.operation;
    const { document, offer, toCome } = published;
    const { campaign, actor } = grant;
    const { compiled } = parts;
    const { query, body } = judged;
    const watch = watchToCome(compiled, { document, campaign }, actor.kind === 'token' ? toCome : []);
    watch.request(jsonIdOf(entry), query, judged.sent);
    const gathered = gatherSent(grant, parts.requests);
    const context = {
      grant,
      offer,
      query,
      dryRun,
      mediaType,
      writes: granted.writes,
      seat: granted.seat,
      feed: granted.feed,
      renew: granted.renew,
      csv: granted.csv,
      baseUrl: granted.baseUrl,
      docsUrl: granted.docsUrl,
      startedAt: granted.startedAt,
      cursors: parts.cursors,
      tags: tagsOf(granted),
      render: renderFor(res),
      noteForLog: gathered.noteForLog,
      noteForAnnounced: watch.write,
      judge: (id, other) => judgeBodyOf(compiled, document, campaign, id, other),
      judgeEntry: (item) => judgeEntryOf(compiled, document, campaign, operationId, item),
      noteRefusedItem: (pointer, problem) => noteRefusedItem(res, pointer, problem),
      writeRequests: () => parts.requests.flush(),
    } satisfies Omit<LeadContext, 'store'>;
    const handler = handlerOf<LeadContext>(leadHandlers, operationId);
    const request = { path: req.params, query, headers: namedHeaders(entry, req), body };
    return async (store) => {
      const answer = await handler(request, { ...context, store });
      if (!dryRun) gathered.keep(res, query);
      const touched = await watch.touched((rule, leads) => store.wouldRefuse(rule, leads));
      return touched ? withNotice(answer, touched, granted.docsUrl) : answer;
    };
  }

  function renderFor(res: Response) {
    return (problem: Problem) => problemDocument(problem, publicUrl, stateOf(res).requestId);
  }
}

type AnswerOptions = Pick<LeadContext, 'mediaType' | 'dryRun'>;

/** The JSON operation whose schemas judge the operation: itself, or the twin of one that takes a form. */
const jsonIdOf = ({ operation: { operationId } }: OperationEntry): string => jsonTwinOf(operationId) ?? operationId;

function refuseWriteIfReadOnly(entry: OperationEntry, { writes }: Pick<Offer, 'writes'>): void {
  if (isWrite(entry) && !writes) throw refuse('insufficient_permission', 'This token may only read.');
}

const isDryRun = (entry: OperationEntry, req: Request): boolean =>
  isWrite(entry) && readQuery(sentQuery(req).values, entry.parameters).values.dry_run === true;

/** The bytes of the body. A request without a body takes its share by what it asks for. */
async function takeBodyAndShare(granted: GrantedRequest, shares: boolean): Promise<Buffer | undefined> {
  const { entry, req, seat } = granted;
  const bytes = entry.operation.requestBody ? await bodyOf(granted) : undefined;
  await (bytes ? seat.work(workOfBody(bytes.length, shares)) : takeShare(seat, entry, req));
  return bytes;
}

/** Completes the answer: the coded tag, the notice for an old address and, for reads, the client's conditions (304, 412). */
function finish(granted: GrantedRequest, isOldAddress: boolean, result: AnyAnswer): AnyAnswer {
  const answer = withCodedTag(result, tagsOf(granted));
  if (isOldAddress) return withFormNotice(answer, granted);
  return isWrite(granted.entry) ? answer : underConditions(granted.req, answer, namesVersion);
}

/** The revision of the document that judged the request. Every response has it, also a refusal. */
export const revisionHeader = 'X-Schema-Revision';

const tagsOf = ({ grant, res }: Pick<GrantedRequest, 'grant' | 'res'>): LeadTags =>
  leadTags(grant.revision, stateOf(res).acceptsCodings);

/** An answer that is kept for a repeat has the tag without a coding: the repeat may accept another coding. */
function withCodedTag(answer: AnyAnswer, { coded }: LeadTags): AnyAnswer {
  const tag = answer.headers?.ETag;
  return typeof tag === 'string' ? { ...answer, headers: { ...answer.headers, ETag: coded(tag) } } : answer;
}

/** A repeat has the revision that judged the first request, so the stored answer has the header. */
const withRevision =
  ({ tellsRevision, grant }: GrantedRequest, perform: Perform): Perform =>
  async (store) => {
    const answer = await perform(store);
    return tellsRevision ? { ...answer, headers: { ...answer.headers, [revisionHeader]: grant.revision } } : answer;
  };

/** The parts that a poll of the change feed needs beside the store. */
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

/** Sets the body of a request that was made from an MCP tool call. */
export function giveBody(res: Response, bytes: Buffer | undefined): void {
  stateOf(res).body = { bytes };
}

/** Reads the body only once, even if the request runs several times. */
async function bodyOf({ entry: { operation }, req, res, seat }: GrantedRequest): Promise<Buffer | undefined> {
  const state = stateOf(res);
  state.body ??= { bytes: await readBody(req, bodyLimitOf(operation.operationId), seat) };
  return state.body.bytes;
}

/** The number of leads that a request may write. */
function leadsIn(body: unknown): number {
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : undefined;
  return Array.isArray(items) ? items.length : 1;
}

/**
 * Pays for the leads before a connection is taken for them. The payment is given back when the request is refused, because
 * nothing was written then. A request that runs again, under a new grant, pays only once. A dry run costs as much as a write, and so does a batch that was run and then refused as a whole.
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
