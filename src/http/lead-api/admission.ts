/**
 * Admits a request of the Lead API, at any address: its token is valid (401), within its limit, and has room for another
 * request in flight (429). Requests without a valid token are counted by address. A valid token is admitted even from an
 * address that sent too many bad ones.
 */

import type { Request, Response } from 'express';
import type { PresentedToken } from '../../access/tokens.ts';
import type { Seat } from '../../limits/in-flight.ts';
import { Problem } from '../../problem/problem.ts';
import type { Parts } from '../parts.ts';
import { stateOf } from '../request-state.ts';
import { withFreshGrant } from './fresh-grant.ts';
import { lookUpsOf, openSeat } from './open-seat.ts';

/**
 * `refusal`: the token is over a limit. The refusal is sent only after the guard has confirmed that this is still the token's
 * limit.
 */
export type Admitted =
  | { readonly token: PresentedToken; readonly seat: Seat; readonly refusal?: undefined }
  | { readonly token: PresentedToken; readonly refusal: Problem };

/** Throws 401, or 429 instead if the address sent too many bad tokens. */
export async function admit(parts: Parts, req: Request, res: Response): Promise<Admitted> {
  const token = await authenticate(parts, req, res);
  stateOf(res).token = token;
  const refusal = await parts.limits.count(token, res);
  return refusal ? { token, refusal } : seatOf(parts, token, res);
}

/** A request that runs again keeps its seat. */
function seatOf({ gates }: Parts, token: PresentedToken, res: Response): Admitted {
  try {
    const state = stateOf(res);
    state.seat ??= openSeat(gates, { id: `token ${token.id}`, group: token.accountId }, res);
    return { token, seat: state.seat };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { token, refusal: error };
  }
}

async function authenticate(
  { authenticator, limits, gates }: Parts,
  req: Request,
  res: Response,
): Promise<PresentedToken> {
  try {
    return await authenticator.authenticate(
      authorizationsOf(req),
      req.socket,
      lookUpsOf(gates, req.ip, !limits.sendsBadTokens(req.ip)),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // A token that waited too long for its look-up may be valid, so it does not count as bad.
    throw await limits.countBadToken(error, req.ip, res, error.status === 401 ? 1 : 0);
  }
}

/** All `Authorization` headers. (`req.headersDistinct` would read all other headers as well.) */
export function authorizationsOf({ rawHeaders }: Request): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (name.length === 'authorization'.length && name.toLowerCase() === 'authorization')
      found.push(rawHeaders[i + 1] as string);
  }
  return found;
}

/** Admits a request whose address or method will be refused, so that a client without a valid token gets a 401 instead. */
export async function admitAnyway(parts: Parts, req: Request, res: Response): Promise<void> {
  await withFreshGrant(async () => {
    const { token, refusal } = await admit(parts, req, res);
    const confirm = () => parts.confirmToken(token);
    return {
      async run() {
        if (refusal) throw refusal;
        await confirm();
      },
      confirm,
      forget: () => parts.authenticator.forget(token),
    };
  });
}
