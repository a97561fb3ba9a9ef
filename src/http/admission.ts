/**
 * Lets a request of the Lead API in, at whatever address: its token is valid (401), and within its limit (429). Requests
 * without a valid token are counted by address; from an address that sent too many of them a valid one is still let in.
 */
import type { Request, Response } from 'express';
import type { PresentedToken } from '../access/tokens.ts';
import type { Database } from '../database/connection.ts';
import { confirmToken } from '../leads/store/guard.ts';
import { Problem } from '../problem/problem.ts';
import { withFreshGrant } from './fresh-grant.ts';
import type { Parts } from './parts.ts';

export interface Admitted {
  readonly token: PresentedToken;
  /** The token is over its limit. It is told only after the guard has confirmed that this is still the token's limit. */
  readonly refusal: Problem | undefined;
}

/** Throws 401, or 429 in its place. */
export async function admit(
  { authenticator, limits }: Pick<Parts, 'authenticator' | 'limits'>,
  req: Request,
  res: Response,
): Promise<Admitted> {
  const token = await authenticate(authenticator, limits, req, res);
  res.locals.token = token;
  return { token, refusal: await limits.count(token, res) };
}

async function authenticate(
  authenticator: Parts['authenticator'],
  limits: Parts['limits'],
  req: Request,
  res: Response,
): Promise<PresentedToken> {
  try {
    return await authenticator.authenticate(req.headersDistinct.authorization);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw await limits.countBadToken(error, req.ip, res);
  }
}

/** Admits a request that will be refused anyway, for its address or method: who has no valid token learns just that. */
export async function admitAnyway(db: Database, parts: Parts, req: Request, res: Response): Promise<void> {
  await withFreshGrant(async () => {
    const { token, refusal } = await admit(parts, req, res);
    const confirm = () => confirmToken(db, token);
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
