/**
 * The row that the request log keeps for an answered request of the Lead API. It leaves out requests without a valid token, and
 * requests whose client went away.
 */

import type { Response } from 'express';
import type { LoggedError, LoggedRequest } from '../../access/request-log.ts';
import { knownPlaces } from '../../document/known-places.ts';
import type { Publisher } from '../../document/publish.ts';
import type { Problem } from '../../problem/problem.ts';
import { stateOf } from '../request-state.ts';

const mostErrors = 20;
/** The form of a campaign's slug. Any other text in its place may be personal data. */
const slugForm = /^[a-z0-9-]{1,100}$/;

/** Notes the errors of a refused item of a batch. `pointer`: the place of the item in the body. */
export function noteRefusedItem(res: Response, pointer: string, { code, errors }: Problem): void {
  const state = stateOf(res);
  state.itemErrors ??= [];
  const refusals: readonly LoggedError[] = errors ?? [{ pointer: '', code }];
  for (const error of refusals.slice(0, mostErrors - state.itemErrors.length))
    state.itemErrors.push({ code: error.code, pointer: `${pointer}${error.pointer ?? ''}` });
}

export function loggedRequest(
  res: Response,
  publisher: Publisher,
  { id, milliseconds }: { id: string; milliseconds: number },
): LoggedRequest | undefined {
  const {
    requestId,
    token,
    slug,
    operation,
    grant,
    problem,
    sent,
    itemErrors,
    operationStatus: status = res.statusCode,
  } = stateOf(res);
  if (!token || slug === undefined || !slugForm.test(slug)) return undefined;
  if (status === 401 || !res.writableFinished) return undefined;
  const errors = problem?.errors?.slice(0, mostErrors) ?? itemErrors ?? [];
  return {
    id,
    token: { id: token.id, accountId: token.accountId, campaignId: token.campaignId },
    slug,
    operation: operation ?? null,
    status,
    code: problem?.code ?? null,
    errors: grant && errors.length > 0 ? knownPlaces(publisher(grant).document, errors) : [],
    sent: status < 400 ? sent : undefined,
    requestId,
    durationMs: Math.round(milliseconds),
  };
}
