/**
 * `If-Match` and `If-None-Match` of a request that reads (RFC 9110, 13.2.2), once its answer is there and has an `ETag`. May refuse
 * with 412. The conditions of writes are judged where the lead is locked.
 */
import type { Request } from 'express';
import { namesStrongly, namesWeakly } from '../../operation/entity-tags.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { refuse } from '../../problem/problem.ts';

/** The answer, or 304 in its place. `isCurrent`: whether `If-Match` names what was selected. */
export function underConditions(req: Request, answer: AnyAnswer, isCurrent = namesStrongly): AnyAnswer {
  const { headers } = answer;
  if (typeof headers?.ETag !== 'string') return answer;
  return isNotModified(req, headers.ETag, isCurrent) ? { status: 304, headers } : answer;
}

/** Whether the client has what the tag stands for. Throws 412 where it asks for another. */
export function isNotModified(req: Request, etag: string | undefined, isCurrent = namesStrongly): boolean {
  if (etag === undefined) return false;
  const { 'if-match': wanted, 'if-none-match': known } = req.headers;
  if (wanted !== undefined && !isCurrent(wanted, etag))
    throw refuse('precondition_failed', 'What is at this address has none of the tags in `If-Match`.');
  return known !== undefined && namesWeakly(known, etag);
}
