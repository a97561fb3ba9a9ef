/**
 * The request id, and one log line and one observation for each request: route template, method, status, milliseconds, token
 * prefix. Never logs an address, a query, a body or a token, because queries may contain e-mail addresses. (pino-http is not
 * used: it writes its custom properties twice, once before the route is known.)
 */

import type { RequestHandler, Response } from 'express';
import type { PresentedToken } from '../access/tokens.ts';
import { newId } from '../ids/ids.ts';
import { loggedRequest } from './lead-api/logged-request.ts';
import type { Parts } from './parts.ts';
import { observeRequest } from './process/metrics.ts';
import type { Runtime } from './process/runtime.ts';
import { stateOf } from './request-state.ts';

/** The form of a request id that a client may choose. It cannot break a log line or a header. */
const sane = /^[A-Za-z0-9._-]{8,100}$/;

export function requestLog({ logger, metrics }: Runtime, { usage, requests, publisher }: Parts): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const at = Date.now();
    const given = req.headers['x-request-id'];
    const requestId = typeof given === 'string' && sane.test(given) ? given : newId();
    res.setHeader('X-Request-Id', requestId);
    res.once('close', () => {
      const { method } = req;
      const status = statusOf(res);
      const milliseconds = performance.now() - started;
      const route = routeOf(res);
      const { token } = stateOf(res);
      observeRequest(metrics, { route, method, status, seconds: milliseconds / 1_000 });
      if (token) usage.note({ token, campaignId: campaignOf(res, token), accepted: status < 400 });
      const logged = loggedRequest(res, publisher, { at, milliseconds });
      if (logged) requests.note(logged);
      const line = { requestId, route, method, status, ms: Math.round(milliseconds * 10) / 10, token: token?.prefix };
      // A client that went away before the end of the response is not an error of the service.
      if (!res.writableFinished) logger.info({ ...line, status: undefined }, 'the client went away');
      else if (status >= 500) logger.error(line, 'answered');
      else logger.info(line, 'answered');
    });
    next();
  };
}

/** The status of the request. For a tool call it is the status of the operation, because MCP itself responds with 200. */
const statusOf = (res: Response): number => stateOf(res).operationStatus ?? res.statusCode;

const routeOf = (res: Response): string => stateOf(res).route ?? 'none';

/** The campaign that the request was about. A scoped token's request always counts for the token's own campaign. */
function campaignOf(res: Response, { campaignId }: PresentedToken): string | null {
  return campaignId ?? stateOf(res).grant?.campaign.id ?? null;
}
