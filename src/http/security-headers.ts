/**
 * The headers of helmet, on every answer. They are the same for all of them, so helmet is asked once, at the start: to run its
 * fourteen steps would cost a request more than its token does. Rejects nothing.
 */
import type { ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';

/** `options`: none that depends on the request. */
export function securityHeaders(options: HelmetOptions): RequestHandler {
  const headers: [name: string, value: string][] = [];
  const sample = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  helmet(options)({} as Request, sample as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}
