/**
 * The HTTP request that a tool call stands for. It is derived from the request that carried the call: it has the same token,
 * client address and response, and therefore the same seat and limits. Rejects nothing: the Lead API judges it like any other
 * request.
 */

import type { Request, Response } from 'express';
import type { OperationEntry } from '../../document/openapi.ts';
import type { RequestParts } from '../../mcp/arguments.ts';
import { stateOf } from '../request-state.ts';
import { giveBody } from './lead-operation.ts';

export function calledRequest(
  req: Request,
  res: Response,
  { path: template, method }: OperationEntry,
  { path, query, headers, body }: RequestParts,
): Request {
  const written = template.replace(/\{([a-z_]+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const url = query === '' ? written : `${written}?${query}`;
  const campaign = `/v1/campaigns/${stateOf(res).slug}`;
  giveBody(res, body?.bytes);
  const content = body && { 'content-type': body.type, 'content-length': String(body.bytes.length) };
  return Object.create(req, {
    method: property(method.toUpperCase()),
    url: property(url),
    baseUrl: property(campaign),
    originalUrl: property(campaign + (written === '/' ? url.slice(1) : url)),
    params: property(path),
    headers: property({ host: req.headers.host, authorization: req.headers.authorization, ...content, ...headers }),
    body: property(undefined),
  }) as Request;
}

const property = (value: unknown): PropertyDescriptor => ({
  value,
  writable: true,
  enumerable: true,
  configurable: true,
});
