/**
 * `If-Match` and `If-None-Match` of a reading request (RFC 9110, 13.2.2), judged once its answer is made and has an `ETag`.
 * May refuse with 412. The conditions of writes are judged where the lead is locked.
 */
import type { Request } from 'express';
import { namesStrongly, namesWeakly } from '../../operation/entity-tags.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { refuse } from '../../problem/problem.ts';

/** The answer, or 304 instead. `isCurrent`: whether `If-Match` names the given tag. */
export function underConditions(req: Request, answer: AnyAnswer, isCurrent = namesStrongly): AnyAnswer {
  const { headers } = answer;
  if (typeof headers?.ETag !== 'string') return answer;
  return isNotModified(req, headers.ETag, isCurrent) ? { status: 304, headers } : answer;
}

/** Whether the client already has this representation. Throws 412 if `If-Match` asks for another one. */
export function isNotModified(req: Request, etag: string | undefined, isCurrent = namesStrongly): boolean {
  if (etag === undefined) return false;
  const { 'if-match': wanted, 'if-none-match': known } = req.headers;
  if (wanted !== undefined && !isCurrent(wanted, etag))
    throw refuse('precondition_failed', 'The current version does not match the tags in `If-Match`.');
  return known !== undefined && namesWeakly(known, etag);
}
