/**
 * For addresses outside the APIs: refuses methods that the address does not have with 405 and `Allow`, and answers `OPTIONS`.
 */

import type { IRouter, Request, Response } from 'express';
import { refuse } from '../problem/problem.ts';
import { stateOf } from './request-state.ts';

/** A GET is passed on to the next handler. */
export function refuseOtherMethods(router: IRouter, path: string, allow = 'GET, HEAD, OPTIONS'): void {
  router.all(path, (req: Request, res: Response, next) => {
    if (allow.startsWith('GET') && (req.method === 'GET' || req.method === 'HEAD')) return next();
    stateOf(res).route ??= path.replace(/:(\w+)/g, '{$1}');
    if (req.method !== 'OPTIONS')
      throw refuse('method_not_allowed', `This address offers ${allow}.`, { headers: { Allow: allow } });
    res.set('Allow', allow).status(204).end();
  });
}
