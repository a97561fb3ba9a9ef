/**
 * What the request log keeps of an answered request of the Lead API. Requests that have no token or were refused it, and
 * those whose client went away, are not kept.
 */
import type { Response } from 'express';
import type { Grant } from '../../access/grant.ts';
import type { LoggedRequest } from '../../access/request-log.ts';
import type { PresentedToken } from '../../access/tokens.ts';
import type { SentRequest } from '../../campaign/sent-shape.ts';
import { knownPlaces } from '../../document/known-places.ts';
import type { Publisher } from '../../document/publish.ts';
import type { InputError, Problem } from '../../problem/problem.ts';

/** What other parts of a request's way leave in `res.locals`. */
interface Left {
  readonly token?: PresentedToken;
  /** Of the Lead API's addresses only. */
  readonly slug?: string;
  readonly operation?: string;
  /** The last that the request was run under. */
  readonly grant?: Grant;
  readonly problem?: Problem;
  readonly sent?: SentRequest;
  /** What was wrong with parts of the body that were refused by themselves. */
  readonly parts?: InputError[];
  /** Of the operation, where the response has a status of its own around it: see `mcp`. */
  readonly toldStatus?: number;
}

const mostErrors = 20;
/** A campaign's, as it may be named; what else stands in an address is somebody's text. */
const slugForm = /^[a-z0-9-]{1,100}$/;

/** Leaves in `res.locals` what was wrong with an item of a batch; `pointer`: where it stands in the body. */
export function noteRefusedPart(res: Response, pointer: string, { code, message, errors }: Problem): void {
  const { parts = [] } = res.locals as { parts?: InputError[] };
  res.locals.parts = parts;
  const own = errors ?? [{ pointer: '', code, detail: message }];
  for (const error of own.slice(0, mostErrors - parts.length))
    parts.push({ ...error, pointer: `${pointer}${error.pointer ?? ''}` });
}

export function loggedRequest(
  res: Response,
  publisher: Publisher,
  { at, milliseconds }: { at: number; milliseconds: number },
): LoggedRequest | undefined {
  const {
    token,
    slug,
    operation,
    grant,
    problem,
    sent,
    parts,
    toldStatus: status = res.statusCode,
  } = res.locals as Left;
  if (!token || slug === undefined || !slugForm.test(slug)) return undefined;
  if (status === 401 || !res.writableFinished) return undefined;
  const errors = problem?.errors?.slice(0, mostErrors) ?? parts ?? [];
  return {
    token: { id: token.id, accountId: token.accountId, campaignId: token.campaignId },
    slug,
    at,
    operation: operation ?? null,
    status,
    code: problem?.code ?? null,
    errors: grant && errors.length > 0 ? knownPlaces(publisher(grant).document, errors) : [],
    sent: status < 400 ? sent : undefined,
    requestId: String(res.getHeader('X-Request-Id')),
    durationMs: Math.round(milliseconds),
  };
}
