/**
 * The MCP server of a token in one campaign, at `/v1/campaigns/{slug}/mcp`: the only route of the Lead API that is in no
 * spec. A message counts as one request of the token. A tool call goes the way of the HTTP request that it stands for, so it
 * can do nothing more. Refuses here: 403 `cross_origin` · 405 · 404 for a campaign that the token does not reach · 406. 401
 * and 429 are always HTTP responses; any other refusal is a tool's result.
 */

import type { Request, RequestHandler, Response } from 'express';
import type { PresentedToken } from '../../access/tokens.ts';
import { baseDocument } from '../../document/base.ts';
import { type OpenApiDocument, operationsOf } from '../../document/openapi.ts';
import { bodyLimit } from '../../limits/body-size.ts';
import type { Seat } from '../../limits/in-flight.ts';
import { type Arguments, requestParts } from '../../mcp/arguments.ts';
import { readMessage } from '../../mcp/message.ts';
import type { Offered } from '../../mcp/protocol.ts';
import { refusedResult, resultOf, type ToolResult } from '../../mcp/result.ts';
import { isTool, toolNamed, toolsOf } from '../../mcp/tools.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { notFound, refuse } from '../../problem/problem.ts';
import { acceptedType, sendFrom } from '../answer.ts';
import { parseBody, readBody } from '../body/body.ts';
import { docsAddress } from '../docs/docs-address.ts';
import { setHeader, writeHead } from '../gathered-headers.ts';
import { refuseForeignOrigin } from '../manage/same-origin.ts';
import type { Parts } from '../parts.ts';
import { noteProblem, problemDocument } from '../problem.ts';
import type { Runtime } from '../process/runtime.ts';
import { type RequestState, stateOf } from '../request-state.ts';
import { admitAnyway } from './admission.ts';
import { calledRequest } from './called-request.ts';
import type { LeadApi } from './lead-api.ts';
import { revisionHeader } from './lead-operation.ts';
import { instructionsFor } from './mcp-instructions.ts';

const allow = 'POST, OPTIONS';
/** Headers of a message that the protocol defines. There are no sessions, so the session header is ignored. */
const protocolHeader = /^mcp-(?!session-id$)[a-z-]+$/;

export function mcpRoute({ config: { publicUrl }, logger }: Runtime, parts: Parts, leadApi: LeadApi): RequestHandler {
  const entries = new Map(
    operationsOf(baseDocument('leads'))
      .filter(isTool)
      .map((entry) => [entry.operation.operationId, entry]),
  );

  /** The current version of a tool, for a model that knows an older one. */
  const toolNow = (res: Response, name: string) => {
    const { grant } = stateOf(res);
    return grant && toolNamed(parts.publisher(grant).document, name);
  };

  const call = async (req: Request, res: Response, name: string, given: Arguments): Promise<ToolResult | undefined> => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const seat = stateOf(res).seat as Seat;
    stateOf(res).operation = name;
    try {
      const called = calledRequest(
        req,
        res,
        entry,
        seat.stretch(() => requestParts(entry, given)),
      );
      const answer = await leadApi.answer(entry, called, res);
      stateOf(res).operationStatus = answer.status;
      return resultOf(answer);
    } catch (error) {
      const problem = noteProblem({ logger }, res, error);
      if (problem.status === 401 || problem.status === 429) throw problem;
      stateOf(res).operationStatus = problem.status;
      const document = problemDocument(problem, publicUrl, stateOf(res).requestId);
      return refusedResult(document, problem.headers, problem.errors && toolNow(res, name));
    }
  };

  /** The token's current document. Throws 401, 404, 429. */
  const offeredTo = async (req: Request, res: Response): Promise<OpenApiDocument> => {
    const document = await leadApi.documentFor(req, res);
    if (!document) throw notFound('campaign');
    setHeader(res, revisionHeader, String(document.info.version));
    return document;
  };

  const answer = async (req: Request, res: Response): Promise<AnyAnswer> => {
    refuseForeignOrigin(req, publicUrl);
    if (req.method !== 'POST') {
      await admitAnyway(parts, req, res);
      throw refuse('method_not_allowed', `This address offers ${allow}.`, { headers: { Allow: allow } });
    }
    const document = await offeredTo(req, res);
    const { token, seat, slug } = stateOf(res) as RequestState & { token: PresentedToken; seat: Seat; slug: string };
    if (acceptedType(req, ['application/json']) === undefined)
      throw refuse('not_acceptable', 'Answers are `application/json`; the `Accept` header excludes that.');
    const bytes = await readBody(req, bodyLimit, seat);
    const body = await parseBody(req, bytes, ['application/json'], seat.turns());
    const { given, rest } = seat.stretch(() => readMessage(body));
    const { answerMessage } = await import('../../mcp/protocol.ts');
    const offered: Offered = {
      title: String(document.info.title),
      version: String(document.info.version),
      instructions: instructionsFor(docsAddress(publicUrl, token, slug)),
      // Reading the body may have taken time, so read the document again.
      async tools() {
        await seat.work();
        const now = await offeredTo(req, res);
        return seat.stretch(() => toolsOf(now));
      },
      call: (name) => call(req, res, name, given),
    };
    const headers = Object.entries(req.headers).filter(([name]) => protocolHeader.test(name));
    const message = { url: publicUrl, headers: Object.fromEntries(headers) as Record<string, string>, body: rest };
    const { status, text } = await answerMessage(message, offered);
    return { status, body: text };
  };

  return (req, res, next) => {
    stateOf(res).slug = String(req.params.slug);
    stateOf(res).route = '/v1/campaigns/{slug}/mcp';
    // Tags of leads stand inside the text of a result, where content codings do not matter.
    stateOf(res).acceptsCodings = undefined;
    if (req.method === 'OPTIONS') writeHead(res, 204, { Allow: allow }).end();
    else sendFrom(res, () => answer(req, res)).catch(next);
  };
}
