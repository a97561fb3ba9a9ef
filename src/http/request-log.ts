/**
 * The request id, and one log line and one observation for each request: route template, method, status, milliseconds, token
 * prefix. Never logs an address, a query, a body or a token, because queries may contain e-mail addresses. (pino-http is not
 * used: it writes its custom properties twice, once before the route is known.)
 */

import type { RequestHandler } from 'express';
import type { PresentedToken } from '../access/tokens.ts';
import { newId } from '../ids/ids.ts';
import { logRequest } from '../logger.ts';
import { loggedRequest } from './lead-api/logged-request.ts';
import type { Parts } from './parts.ts';
import { observeRequest } from './process/metrics.ts';
import type { Runtime } from './process/runtime.ts';
import { beginState, type RequestState } from './request-state.ts';

/** The form of a request id that a client may choose. It cannot break a log line or a header. */
const sane = /^[A-Za-z0-9._-]{8,100}$/;

/** `constant`: the headers that are the same in every response. */
export function requestLog(
  { logger, metrics }: Runtime,
  { usage, requests, publisher }: Parts,
  constant: Readonly<Record<string, string>>,
): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const id = newId();
    const given = req.headers['x-request-id'];
    const requestId = typeof given === 'string' && sane.test(given) ? given : id;
    const state = beginState(res, requestId, { ...constant, 'X-Request-Id': requestId });
    res.once('close', () => {
      const { method } = req;
      const status = state.operationStatus ?? res.statusCode;
      const milliseconds = performance.now() - started;
      const { token, route = 'none' } = state;
      observeRequest(metrics, { route, method, status, seconds: milliseconds / 1_000 });
      if (token) usage.note({ token, campaignId: campaignOf(state, token), accepted: status < 400 });
      const logged = loggedRequest(res, publisher, { id, milliseconds });
      if (logged) requests.note(logged);
      // A client that went away before the end of the response is not an error of the service, nor is a process that says it is not ready.
      const isFault = status >= 500 && res.writableFinished && !state.tellsReadiness;
      logRequest(logger, isFault ? 'error' : 'info', {
        requestId,
        route,
        method,
        status: res.writableFinished ? status : undefined,
        ms: Math.round(milliseconds * 10) / 10,
        token: token?.prefix,
      });
    });
    next();
  };
}

/** The campaign that the request was about. A scoped token's request always counts for the token's own campaign. */
function campaignOf({ grant }: RequestState, { campaignId }: PresentedToken): string | null {
  return campaignId ?? grant?.campaign.id ?? null;
}
