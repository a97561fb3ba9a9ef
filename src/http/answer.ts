/** Sends a handler's answer: serialised once, or passed through as the text that it is. */
import type { Request, Response } from 'express';
import type { AnyAnswer } from '../operation/handler.ts';
import { tellsLength } from './compress.ts';

export function sendAnswer(res: Response, { status, headers, body }: AnyAnswer): void {
  res.statusCode = status;
  // What belongs to leads and accounts is nobody's to keep, unless the answer says so itself.
  res.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(headers ?? {}))
    if (value !== undefined) res.setHeader(name, String(value));
  if (body === undefined) {
    res.end();
    return;
  }
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  const head = res.req.method === 'HEAD';
  if (!head || tellsLength(res.req, bytes.length)) res.setHeader('Content-Length', bytes.length);
  res.end(head ? undefined : bytes);
}

/** Whether the client takes what is sent here; many name the charset as well, which is then compared too. */
export function acceptsJson(req: Request): boolean {
  return req.accepts(['application/json', 'application/json; charset=utf-8']) !== false;
}
