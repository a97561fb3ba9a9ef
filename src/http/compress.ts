/**
 * Compresses responses of a kilobyte or more with br or gzip, as the client asks. Rejects nothing. Law: only responses to
 * which a browser adds no credentials by itself are compressed. Otherwise an attacker could make a browser fetch a secret
 * beside a text of the attacker's choice, and learn the secret from the length (docs/decisions/0009).
 */

import compression from 'compression';
import type { Request, RequestHandler } from 'express';
import type { PackedAs } from '../operation/handler.ts';
import { setHeader } from './gathered-headers.ts';
import { stateOf } from './request-state.ts';

const threshold = 1_024;

/**
 * Without exports (`text/csv` and `application/x-ndjson`). They are streamed row by row with back-pressure, and a client must
 * notice when a stream is cut off, so no row may wait in a compressor.
 */
const compressible = /^(?:text\/(?:html|css|javascript)|application\/(?:[a-z.-]+\+)?(?:json|yaml))\b/;

export function compressAnswers(): RequestHandler {
  const compress = compression({
    threshold,
    filter: (_req, res) => compressible.test(String(res.getHeader('Content-Type') ?? '')),
  });
  return (req, res, next) => {
    setHeader(res, 'Vary', 'Accept-Encoding');
    // Most integrations do not ask for compression, so they skip its cost.
    if (req.headers['accept-encoding'] === undefined) return next();
    // A compressed lead is another representation, with its own tag.
    stateOf(res).acceptsCodings = req.headers['accept-encoding'];
    compress(req, res, next);
  };
}

/** The coding in which this client gets a response that is kept compressed, if it accepts one. */
export function packedFor(req: Request): PackedAs | undefined {
  if (req.headers['accept-encoding'] === undefined) return undefined;
  const encoding = req.acceptsEncodings('br', 'gzip', 'identity');
  return encoding === 'br' || encoding === 'gzip' ? encoding : undefined;
}

/** Whether a response to `HEAD` may have a length. It may not if `GET` would be compressed, because that length is unknown. */
export function tellsLength(req: Request, length: number): boolean {
  const { 'accept-encoding': accepted } = req.headers;
  return length < threshold || accepted === undefined || req.acceptsEncodings('br', 'gzip', 'deflate') === false;
}
