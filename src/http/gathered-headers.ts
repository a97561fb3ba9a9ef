/**
 * The headers of a response, gathered until they are sent. Node checks and stores each header that is set on a response by itself, which
 * takes longer than writing them at once. Steps that know only Node's headers come behind {@link applyHeaders}.
 */
import type { Request, RequestHandler, Response } from 'express';
import { stateOf } from './request-state.ts';

export type Headers = Readonly<Record<string, string | number | undefined>>;

export function setHeader(res: Response, name: string, value: string): void {
  const { headers } = stateOf(res);
  if (headers) headers[name] = value;
  else res.setHeader(name, value);
}

export function removeHeader(res: Response, name: string): void {
  const { headers } = stateOf(res);
  if (headers?.[name] !== undefined) delete headers[name];
  else res.removeHeader(name);
}

export const headerOf = (res: Response, name: string): string =>
  stateOf(res).headers?.[name] ?? String(res.getHeader(name) ?? '');

/** Writes the status, the gathered headers and these; those that are `undefined` are left out. */
export function writeHead(res: Response, status: number, own: Headers): Response {
  const state = stateOf(res);
  const all: Record<string, string> = state.headers ?? {};
  for (const name in own) {
    const value = own[name];
    if (value !== undefined) all[name] = String(value);
  }
  res.writeHead(status, all);
  state.headers = undefined;
  return res;
}

/** Sets the gathered headers on the response. From then on, {@link setHeader} sets each at once. */
export function applyHeaders(res: Response): void {
  const state = stateOf(res);
  for (const [name, value] of Object.entries(state.headers ?? {})) res.setHeader(name, value);
  state.headers = undefined;
}

/** For steps that know only Node's headers. */
export const applyGathered: RequestHandler = (_req: Request, res: Response, next) => {
  applyHeaders(res);
  next();
};
