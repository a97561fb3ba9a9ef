/**
 * The headers of helmet, on every response. They never differ, so helmet runs only once, at the start: running its fourteen
 * steps for each request would cost more than authenticating the token. Rejects nothing.
 */
import type { ServerResponse } from 'node:http';
import type { Request } from 'express';
import helmet, { type HelmetOptions } from 'helmet';

/** `options` must not depend on the request. */
export function securityHeaders(options: HelmetOptions): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const sample = {
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
    removeHeader: () => undefined,
  };
  helmet(options)({} as Request, sample as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return headers;
}
