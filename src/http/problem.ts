/** The only place that writes error bodies or statuses from 400 up. Other parts throw problems, which are rendered here. */

import { isNativeError } from 'node:util/types';
import type { ErrorRequestHandler, Response } from 'express';
import { isUnavailable, unavailable } from '../database/connection.ts';
import { refusalPage } from '../docs/plain-pages.ts';
import type { Logger } from '../logger.ts';
import { problemKinds } from '../problem/codes.ts';
import { Problem, refuse } from '../problem/problem.ts';
import { pagePolicy } from './docs/page-policy.ts';
import { applyHeaders } from './gathered-headers.ts';
import { stateOf } from './request-state.ts';

/**
 * Turns anything that was thrown into a problem. An unexpected error becomes 500, and the client learns nothing of its cause.
 */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) return unavailable(error) as Problem;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  // Express itself refuses an address that cannot be decoded.
  if (error instanceof URIError || status === 400)
    return refuse('invalid_parameter', 'The address cannot be decoded: it holds a broken percent-encoding.');
  return refuse('internal_error', 'Something went wrong inside the service.', { cause: error });
}

/** The problem document (RFC 9457, 3). `instance` is the request id. */
export function problemDocument(problem: Problem, publicUrl: string, requestId: string): Record<string, unknown> {
  const { title, status } = problemKinds[problem.code];
  return {
    type: `${publicUrl}/problems/${problem.code}`,
    title,
    status,
    detail: problem.message,
    instance: requestId,
    code: problem.code,
    ...(problem.errors && { errors: problem.errors }),
    ...problem.extensions,
  };
}

export interface ProblemRendering {
  readonly publicUrl: string;
  readonly logger: Logger;
}

/**
 * Turns anything that was thrown into the problem that the client gets, and notes it in the request's state. Logs internal
 * errors.
 */
export function noteProblem({ logger }: Pick<ProblemRendering, 'logger'>, res: Response, error: unknown): Problem {
  const problem = asProblem(error);
  // For the request log.
  stateOf(res).problem = problem;
  const { requestId } = stateOf(res);
  if (problem.status === 500)
    logger.error({ requestId, err: loggable(problem.cause ?? error) }, 'A request failed with an internal error');
  if (problem.code === 'unavailable')
    logger.warn({ requestId, reason: reasonOf(problem.cause) }, 'A request failed because the database is unavailable');
  return problem;
}

export function sendProblem({ publicUrl, logger }: ProblemRendering, res: Response, error: unknown): void {
  const problem = noteProblem({ logger }, res, error);
  const { requestId } = stateOf(res);
  if (res.headersSent) {
    res.destroy();
    return;
  }
  applyHeaders(res);
  res.status(problem.status).set(problem.headers);
  // An unread rest of the body would be taken for the next request.
  if (problem.code === 'body_too_large' || problem.code === 'request_timeout') res.set('Connection', 'close');
  res.set('Cache-Control', 'no-store');
  if (wantsPage(res)) {
    res.set({ 'Content-Security-Policy': pagePolicy, 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
    res.type('text/html');
    res.end(refusalPage({ code: problem.code, detail: problem.message, requestId }));
    return;
  }
  res.type('application/problem+json');
  res.end(textOf(problemDocument(problem, publicUrl, requestId)));
}

/**
 * The problem as JSON. Leaves out its lists if the text would be too long for a string. The results of a batch are JSON
 * already.
 */
function textOf({ errors, results, ...problem }: Record<string, unknown>): string {
  try {
    const text = JSON.stringify({ ...problem, errors });
    return typeof results === 'string' ? `${text.slice(0, -1)},"results":${results}}` : text;
  } catch {
    return JSON.stringify(problem);
  }
}

/** Whether a browser asked for a page, with HTML before other types. The APIs always answer with a problem document. */
const wantsPage = (res: Response): boolean =>
  stateOf(res).page === true && res.req.accepts(['application/problem+json', 'text/html']) === 'text/html';

/** Why the database failed: PostgreSQL's code (SQLSTATE) if there is one, else the client's message. */
function reasonOf(error: unknown): string | undefined {
  if (!isNativeError(error)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/**
 * Errors of PostgreSQL quote the values being written, and values of leads must not be logged. Keeps only the place and the
 * kind.
 */
function loggable(error: unknown): unknown {
  if (!isNativeError(error) || !('severity' in error)) return error;
  const { code, table, constraint } = error as Error & { code?: string; table?: string; constraint?: string };
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: 'PostgreSQL', code, table, constraint, stack: at?.join('\n') };
}

export function problemHandler(rendering: ProblemRendering): ErrorRequestHandler {
  return (error, _req, res, _next) => sendProblem(rendering, res, error);
}
