/**
 * Cross-origin calls of the Lead API and of public documents (CORS). Any origin may call them with a token that it has.
 * Credentials are never allowed, so a browser adds nothing to the request of the page. Rejects nothing.
 */
import cors from 'cors';
import type { RequestHandler } from 'express';
import { applyHeaders } from './gathered-headers.ts';

/** Response headers that a script may read in addition to those that the Fetch standard allows. */
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

/**
 * For the Lead API. A preflight is answered here for every address, so that a script can read the real response, even a 404.
 */
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
    // Only browsers send `Origin`, and only they need these headers.
    if (req.headers.origin === undefined) next();
    else if (req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined) {
      // It ends the response by itself.
      applyHeaders(res);
      preflight(req, res, next);
    }
    // `OPTIONS` without that header asks for `Allow`. It is answered later, by the code that knows the addresses.
    else call(req, res, next);
  };
}

/** For public resources. `OPTIONS` is passed on to the code that knows the methods of the address. */
export const readableAnywhere: RequestHandler = cors({
  origin: '*',
  methods: ['GET', 'HEAD'],
  exposedHeaders: ['ETag', 'X-Schema-Revision'],
  preflightContinue: true,
});
