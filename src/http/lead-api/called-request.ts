/**
 * The HTTP request that a tool call stands for, made of the request that brought the call: it has the same token, the same address
 * of the client and the same response, and so the same seat and limits. Rejects nothing: the Lead API judges it like any other.
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
    method: own(method.toUpperCase()),
    url: own(url),
    baseUrl: own(campaign),
    originalUrl: own(campaign + (written === '/' ? url.slice(1) : url)),
    params: own(path),
    headers: own({ host: req.headers.host, authorization: req.headers.authorization, ...content, ...headers }),
    body: own(undefined),
  }) as Request;
}

const own = (value: unknown): PropertyDescriptor => ({ value, writable: true, enumerable: true, configurable: true });
