/** Refuses the methods that an address outside the APIs does not have with 405 and `Allow`; `OPTIONS` is told them. */

import type { IRouter, Request, Response } from 'express';
import { refuse } from '../problem/problem.ts';
import { stateOf } from './request-state.ts';

/** A GET goes on: to what serves the address, or to nothing. */
export function refuseOtherMethods(router: IRouter, path: string, allow = 'GET, HEAD, OPTIONS'): void {
  router.all(path, (req: Request, res: Response, next) => {
    if (allow.startsWith('GET') && (req.method === 'GET' || req.method === 'HEAD')) return next();
    stateOf(res).route ??= path.replace(/:(\w+)/g, '{$1}');
    if (req.method !== 'OPTIONS')
      throw refuse('method_not_allowed', `This address offers ${allow}.`, { headers: { Allow: allow } });
    res.set('Allow', allow).status(204).end();
  });
}
