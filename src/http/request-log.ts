/**
 * The request id, and one log line and one observation for each request: route template, method, status, milliseconds,
 * token prefix. Never an address, a query, a body or a token: e-mail addresses travel in queries.
 *
 * (pino-http writes its custom properties twice, once before the route is known: two members of one name in a line.)
 */

import type { RequestHandler, Response } from 'express';
import type { PresentedToken } from '../access/tokens.ts';
import { newId } from '../ids/ids.ts';
import { loggedRequest } from './lead-api/logged-request.ts';
import type { Parts } from './parts.ts';
import { observeRequest } from './process/metrics.ts';
import type { Runtime } from './process/runtime.ts';
import { stateOf } from './request-state.ts';

/** What a client may choose as a request id: nothing that could break a log line or a header. */
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
      const status = toldStatus(res);
      const milliseconds = performance.now() - started;
      const route = routeOf(res);
      const { token } = stateOf(res);
      observeRequest(metrics, { route, method, status, seconds: milliseconds / 1_000 });
      if (token) usage.note({ token, campaignId: campaignOf(res, token), accepted: status < 400 });
      const logged = loggedRequest(res, publisher, { at, milliseconds });
      if (logged) requests.note(logged);
      const line = { requestId, route, method, status, ms: Math.round(milliseconds * 10) / 10, token: token?.prefix };
      // A client that went away before its answer did is no mistake of ours.
      if (!res.writableFinished) logger.info({ ...line, status: undefined }, 'the client went away');
      else if (status >= 500) logger.error(line, 'answered');
      else logger.info(line, 'answered');
    });
    next();
  };
}

/** What the request came to: of a tool call, what its operation answered, for MCP answers 200 around it. */
const toldStatus = (res: Response): number => stateOf(res).toldStatus ?? res.statusCode;

const routeOf = (res: Response): string => stateOf(res).route ?? 'none';

/** The campaign that a request of the token was about. A token of a campaign belongs there whatever it asked for. */
function campaignOf(res: Response, { campaignId }: PresentedToken): string | null {
  return campaignId ?? stateOf(res).grant?.campaign.id ?? null;
}
