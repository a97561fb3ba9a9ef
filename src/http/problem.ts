/** The only place that writes an error body or a status from 400 up: problems are thrown elsewhere and rendered here. */

import { isNativeError } from 'node:util/types';
import type { ErrorRequestHandler, Response } from 'express';
import { isUnavailable, unavailable } from '../database/connection.ts';
import { refusalPage } from '../docs/plain-pages.ts';
import type { Logger } from '../logger.ts';
import { problemKinds } from '../problem/codes.ts';
import { Problem, refuse } from '../problem/problem.ts';
import { pagePolicy } from './docs/page-policy.ts';
import { stateOf } from './request-state.ts';

/** Everything that can be thrown, as a problem; what is not one is our mistake, and nothing of it is told. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) return unavailable(error) as Problem;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  // What Express itself refuses: an address that cannot be decoded.
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

/** Everything that can be thrown, as the problem that is told: noted for the request log, and logged where it is our mistake. */
export function noteProblem({ logger }: Pick<ProblemRendering, 'logger'>, res: Response, error: unknown): Problem {
  const problem = asProblem(error);
  // For the request log.
  stateOf(res).problem = problem;
  const requestId = String(res.getHeader('X-Request-Id') ?? '');
  if (problem.status === 500)
    logger.error({ requestId, err: loggable(problem.cause ?? error) }, 'A request failed by our mistake');
  if (problem.code === 'unavailable')
    logger.warn({ requestId, reason: reasonOf(problem.cause) }, 'A request failed for want of the database');
  return problem;
}

export function sendProblem({ publicUrl, logger }: ProblemRendering, res: Response, error: unknown): void {
  const problem = noteProblem({ logger }, res, error);
  const requestId = String(res.getHeader('X-Request-Id') ?? '');
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.status(problem.status).set(problem.headers);
  // A body that was not read to its end would be taken for the next request.
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

/** Without what it lists, where that is more than a text can hold. The results of a batch are JSON already. */
function textOf({ errors, results, ...problem }: Record<string, unknown>): string {
  try {
    const text = JSON.stringify({ ...problem, errors });
    return typeof results === 'string' ? `${text.slice(0, -1)},"results":${results}}` : text;
  } catch {
    return JSON.stringify(problem);
  }
}

/** Whether a browser asked for a page: it names HTML before all else. The APIs answer in one form, whatever is asked. */
const wantsPage = (res: Response): boolean =>
  stateOf(res).page === true && res.req.accepts(['application/problem+json', 'text/html']) === 'text/html';

/** Whether it was away, full, or too slow: PostgreSQL's code where it has one (SQLSTATE), the client's words where it has not. */
function reasonOf(error: unknown): string | undefined {
  if (!isNativeError(error)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** PostgreSQL's errors quote what was being written, and a lead's values belong in no log: of them, where and which kind. */
function loggable(error: unknown): unknown {
  if (!isNativeError(error) || !('severity' in error)) return error;
  const { code, table, constraint } = error as Error & { code?: string; table?: string; constraint?: string };
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: 'PostgreSQL', code, table, constraint, stack: at?.join('\n') };
}

export function problemHandler(rendering: ProblemRendering): ErrorRequestHandler {
  return (error, _req, res, _next) => sendProblem(rendering, res, error);
}
