/**
 * Cross-origin calls of the Lead API and of public documents (CORS): any origin may make them with a token that it has. No
 * credentials are ever allowed, so a browser adds nothing of its own to what the page has given it. Rejects nothing.
 */
import cors from 'cors';
import type { RequestHandler } from 'express';

/** What a script may read of an answer beyond what the Fetch standard lets it read anyway. */
const exposedHeaders = [
  'ETag',
  'Location',
  'Link',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Schema-Revision',
  'X-Request-Id',
  'Idempotency-Replayed',
  'Dry-Run',
  'Deprecation',
  'Sunset',
  'Allow',
  'Accept-Patch',
];

/** For the Lead API: a preflight is answered here, whatever the address, so that a script reads the true answer, even a 404. */
export function crossOriginCalls(): RequestHandler {
  const options = {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match', 'X-Request-Id'],
    exposedHeaders,
    maxAge: 7_200,
  };
  const preflight = cors(options);
  const call = cors({ ...options, preflightContinue: true });
  return (req, res, next) => {
    // Whoever is no browser sends none, and needs none of this.
    if (req.headers.origin === undefined) next();
    else if (req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined)
      preflight(req, res, next);
    // `OPTIONS` without it asks for `Allow`, and is answered where the addresses are known.
    else call(req, res, next);
  };
}

/** For what anybody may read; `OPTIONS` goes on to whoever knows what is offered. */
export const readableAnywhere: RequestHandler = cors({
  origin: '*',
  methods: ['GET', 'HEAD'],
  exposedHeaders: ['ETag', 'X-Schema-Revision'],
  preflightContinue: true,
});
