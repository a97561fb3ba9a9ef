/**
 * The request id, and one log line and one observation for each answered request: route template, method, status, duration,
 * token prefix. Never an address, a query, a body or a token: e-mail addresses travel in queries.
 */
import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { PresentedToken } from '../access/tokens.ts';
import { newId } from '../ids/ids.ts';
import { observeRequest } from './metrics.ts';
import type { Parts } from './parts.ts';
import type { Runtime } from './runtime.ts';

/** What a client may choose as a request id: nothing that could break a log line or a header. */
const sane = /^[A-Za-z0-9._-]{8,100}$/;

export function requestLog({ logger, metrics }: Runtime, { usage }: Parts): RequestHandler {
  const log = pinoHttp<Parameters<RequestHandler>[0], Parameters<RequestHandler>[1]>({
    logger,
    genReqId: (req, res) => {
      const given = req.headers['x-request-id'];
      const id = typeof given === 'string' && sane.test(given) ? given : newId();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      req: (req: { id: unknown; method: string }) => ({ id: req.id, method: req.method }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    customProps: (_req, res) => ({ route: routeOf(res), token: tokenOf(res)?.prefix }),
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    // The error itself is logged where it is rendered, once.
    customErrorObject: (_req, _res, _error, loggable) => ({ ...loggable, err: undefined }),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered',
    customAttributeKeys: { responseTime: 'ms' },
  });
  return (req, res, next) => {
    const started = performance.now();
    res.once('finish', () => {
      observeRequest(metrics, {
        route: routeOf(res),
        method: req.method,
        status: res.statusCode,
        seconds: (performance.now() - started) / 1000,
      });
      const token = tokenOf(res);
      if (token) usage.note(token.id, res.statusCode < 400);
    });
    log(req, res, next);
  };
}

const routeOf = (res: Parameters<RequestHandler>[1]): string => String(res.locals?.route ?? 'none');

const tokenOf = (res: Parameters<RequestHandler>[1]): PresentedToken | undefined =>
  res.locals?.token as PresentedToken | undefined;
