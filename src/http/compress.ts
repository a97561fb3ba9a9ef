/**
 * Compresses answers from a kilobyte on, by br or gzip, as the client asks. Rejects nothing. What must stay true: only
 * answers to which a browser of its own accord adds no credentials, so that nobody can make it fetch a secret beside a text of
 * his choice and learn from the length (docs/decisions/0009).
 */

import compression from 'compression';
import type { Request, RequestHandler } from 'express';
import type { PackedAs } from '../operation/handler.ts';
import { stateOf } from './request-state.ts';

const threshold = 1_024;

/**
 * Not exports, which are `text/csv` and `application/x-ndjson`: they are streamed row by row with back-pressure, and a stream
 * that is cut off must be seen to be. Nothing of it may wait in a compressor.
 */
const compressible = /^(?:text\/(?:html|css|javascript)|application\/(?:[a-z.-]+\+)?(?:json|yaml))\b/;

export function compressAnswers(): RequestHandler {
  const compress = compression({
    threshold,
    filter: (_req, res) => compressible.test(String(res.getHeader('Content-Type') ?? '')),
  });
  return (req, res, next) => {
    res.setHeader('Vary', 'Accept-Encoding');
    // Most integrations do not ask for it: they pay nothing.
    if (req.headers['accept-encoding'] === undefined) return next();
    // What is compressed is another representation, with a tag of its own.
    stateOf(res).acceptsCodings = req.headers['accept-encoding'];
    compress(req, res, next);
  };
}

/** How what is kept compressed is sent to this client, if it is. */
export function packedFor(req: Request): PackedAs | undefined {
  if (req.headers['accept-encoding'] === undefined) return undefined;
  const encoding = req.acceptsEncodings('br', 'gzip', 'identity');
  return encoding === 'br' || encoding === 'gzip' ? encoding : undefined;
}

/** Whether a `HEAD` may tell a length: not where `GET` would be compressed, and its length is not known beforehand. */
export function tellsLength(req: Request, length: number): boolean {
  const { 'accept-encoding': accepted } = req.headers;
  return length < threshold || accepted === undefined || req.acceptsEncodings('br', 'gzip', 'deflate') === false;
}
